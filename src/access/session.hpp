// Being signed in: a random key in a cookie, its hash here.
#pragma once

#include "access/person.hpp"

namespace trivium::access {

using SignedInId = shape::Id<struct SessionTag>;

struct SignedIn {
  SignedInId id;
  std::string key_hash;
  PersonId person;
  std::string device;  // as the browser names itself
  shape::Instant started_at;
  shape::Instant last_seen_at;
  shape::Instant expires_at;
  std::optional<shape::Instant> ended_at;
};
TRIVIUM_SHAPE(SignedIn, id, key_hash, person, device, started_at, last_seen_at, expires_at, ended_at)

// Who asks, as one query finds it from the cookie.
struct Visitor {
  SignedInId session;
  PersonId person;
  std::string name;
  std::string language;
  bool hosts;
  bool illustration;
  shape::Instant last_seen_at;
};
TRIVIUM_SHAPE(Visitor, session, person, name, language, hosts, illustration, last_seen_at)

// Starts a session; gives the key for the cookie.
std::string start_session(store::Session& session, const PersonId& person, const std::string& device,
                          const shape::Instant& now);
std::optional<Visitor> visitor(store::Session& session, const std::string& key, const shape::Instant& now);
std::vector<SignedIn> open_sessions(store::Session& session, const PersonId& person, const shape::Instant& now);
void note_seen(store::Session& session, const SignedInId& id, const shape::Instant& now);
bool end_session(store::Session& session, const SignedInId& id, const PersonId& person, const shape::Instant& now);
void end_other_sessions(store::Session& session, const SignedInId& keep, const PersonId& person,
                        const shape::Instant& now);

// At most ten wrong passwords in fifteen minutes, per address of mail and per address of the net. A try is counted
// before the password is compared, so that parallel tries cannot slip through; a right one is taken back.
using TryId = shape::Id<struct TryTag>;
std::optional<TryId> count_try(store::Session& session, const std::string& email, const std::string& address,
                               const shape::Instant& now);
void forgive_try(store::Session& session, const TryId& id);

}  // namespace trivium::access

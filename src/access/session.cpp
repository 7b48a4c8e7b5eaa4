#include "access/session.hpp"

#include "access/secret.hpp"

namespace trivium::access {
namespace {

constexpr std::chrono::hours kSessionLasts{24 * 30};
constexpr std::chrono::minutes kTriesCountFor{15};
constexpr std::int64_t kMostTries = 10;

}  // namespace

std::string start_session(store::Session& session, const PersonId& person, const std::string& device,
                          const shape::Instant& now) {
  const std::string key = new_key();
  session.insert("sessions", SignedIn{.id = SignedInId::fresh(),
                                      .key_hash = key_hash(key),
                                      .person = person,
                                      .device = device.substr(0, 300),
                                      .started_at = now,
                                      .last_seen_at = now,
                                      .expires_at = shape::later(now, kSessionLasts),
                                      .ended_at = std::nullopt});
  return key;
}

std::optional<Visitor> visitor(store::Session& session, const std::string& key, const shape::Instant& now) {
  return session.row<Visitor>(R"(
      select {} from (
        select sessions.id as session, people.id as person, people.name as name, people.language as language,
               people.hosts as hosts, people.illustration as illustration, sessions.last_seen_at as last_seen_at,
               sessions.key_hash as key_hash, sessions.expires_at as expires_at
        from sessions join people on people.id = sessions.person where sessions.ended_at is null) open
      where key_hash = :key_hash and expires_at > :now)",
                              {{"key_hash", key_hash(key)}, {"now", now}});
}

std::vector<SignedIn> open_sessions(store::Session& session, const PersonId& person, const shape::Instant& now) {
  return session.rows<SignedIn>(
      "select {} from sessions where person = :person and ended_at is null and expires_at > :now order by last_seen_at "
      "desc",
      {{"person", person}, {"now", now}});
}

void note_seen(store::Session& session, const SignedInId& id, const shape::Instant& now) {
  session.run("update sessions set last_seen_at = :now where id = :id", {{"now", now}, {"id", id}});
}

bool end_session(store::Session& session, const SignedInId& id, const PersonId& person, const shape::Instant& now) {
  return session.run("update sessions set ended_at = :now where id = :id and person = :person and ended_at is null",
                     {{"now", now}, {"id", id}, {"person", person}}) > 0;
}

void end_other_sessions(store::Session& session, const SignedInId& keep, const PersonId& person,
                        const shape::Instant& now) {
  session.run("update sessions set ended_at = :now where id <> :keep and person = :person and ended_at is null",
              {{"now", now}, {"keep", keep}, {"person", person}});
}

std::optional<TryId> count_try(store::Session& session, const std::string& email, const std::string& address,
                               const shape::Instant& now) {
  // One after the other: writing this row makes tries at the same moment wait for each other, on PostgreSQL too.
  session.run(R"(
      insert into refused_sign_ins (id, email, address, at) values ('turn', '', '', '')
      on conflict (id) do update set at = excluded.at)");
  const auto since = shape::later(now, -std::chrono::seconds{kTriesCountFor});
  const auto by_email = session.number("select count(*) from refused_sign_ins where email = :email and at > :since",
                                       {{"email", email}, {"since", since}});
  const auto by_address =
      session.number("select count(*) from refused_sign_ins where address = :address and at > :since",
                     {{"address", address}, {"since", since}});
  if (by_email >= kMostTries || by_address >= kMostTries) return std::nullopt;
  auto id = TryId::fresh();
  session.run("delete from refused_sign_ins where at <= :since and id <> 'turn'", {{"since", since}});
  session.run("insert into refused_sign_ins (id, email, address, at) values (:id, :email, :address, :at)",
              {{"id", id}, {"email", email}, {"address", address}, {"at", now}});
  return id;
}

void forgive_try(store::Session& session, const TryId& id) {
  session.run("delete from refused_sign_ins where id = :id", {{"id", id}});
}

}  // namespace trivium::access

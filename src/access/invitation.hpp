// Accounts are by invitation only; the first one, which hosts the installation, by a key the program prints.
#pragma once

#include "access/person.hpp"

namespace trivium::access {

using InvitationId = shape::Id<struct InvitationTag>;

struct Invitation {
  InvitationId id;
  std::string key_hash;
  std::string name;
  std::string email;
  Role role;
  std::optional<ClusterId> cluster{};  // as of a role: a cluster, or a network and perhaps a city of it
  std::optional<NetworkId> network{};
  std::optional<CityId> city{};
  std::string initiative{};
  std::optional<RoleId> instead_of{};  // handed over: that role ends when this is accepted
  PersonId invited_by{};
  shape::Instant invited_at{};
  shape::Instant expires_at{};
  std::optional<shape::Instant> accepted_at{};
  std::optional<shape::Instant> withdrawn_at{};
};
TRIVIUM_SHAPE(Invitation, id, key_hash, name, email, role, cluster, network, city, initiative, instead_of, invited_by,
              invited_at, expires_at, accepted_at, withdrawn_at)

struct InvitationKey {
  InvitationId invitation;
  std::string text;  // for the link
};

// Stores the invitation (id, key_hash, dates are filled in) and gives the key for the link.
InvitationKey invite(store::Session& session, Invitation invitation, const shape::Instant& now);
std::optional<Invitation> open_invitation(store::Session& session, const std::string& key, const shape::Instant& now);
// Those nobody came by, the ones that have run out among them.
std::vector<Invitation> unanswered_invitations(store::Session& session, const ClusterId& cluster);
std::vector<Invitation> unanswered_invitations(store::Session& session, const NetworkId& network);
// Others to the same address for the same role in the same place, the newest first: whoever comes by one of them needs
// no other.
std::vector<Invitation> open_alike(store::Session& session, const Invitation& invitation, const shape::Instant& now);
std::optional<Invitation> invitation(store::Session& session, const InvitationId& id);
// False where it was accepted or withdrawn in the meantime.
bool accept(store::Session& session, const InvitationId& id, const shape::Instant& now);
bool withdraw(store::Session& session, const InvitationId& id, const shape::Instant& now);

// The key that lets the first person set it up: single use, thirty minutes, the newest; none once somebody hosts.
std::string new_set_up_key(store::Session& session, const shape::Instant& now);
bool set_up_key_is_good(store::Session& session, const std::string& key, const shape::Instant& now);
bool use_set_up_key(store::Session& session, const std::string& key, const shape::Instant& now);

}  // namespace trivium::access

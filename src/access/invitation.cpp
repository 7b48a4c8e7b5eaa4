#include "access/invitation.hpp"

#include "access/secret.hpp"

namespace trivium::access {
namespace {

constexpr std::chrono::hours kInvitationLasts{24 * 14};
constexpr std::chrono::minutes kSetUpKeyLasts{30};

}  // namespace

InvitationKey invite(store::Session& session, Invitation invitation, const shape::Instant& now) {
  const std::string key = new_key();
  invitation.id = InvitationId::fresh();
  invitation.key_hash = key_hash(key);
  invitation.invited_at = now;
  invitation.expires_at = shape::later(now, kInvitationLasts);
  session.insert("invitations", invitation);
  return {.invitation = invitation.id, .text = key};
}

std::optional<Invitation> open_invitation(store::Session& session, const std::string& key, const shape::Instant& now) {
  return session.row<Invitation>(R"(
      select {} from invitations
      where key_hash = :key_hash and expires_at > :now and accepted_at is null and withdrawn_at is null)",
                                 {{"key_hash", key_hash(key)}, {"now", now}});
}

std::vector<Invitation> unanswered_invitations(store::Session& session, const ClusterId& cluster) {
  return session.rows<Invitation>(R"(
      select {} from invitations
      where cluster = :cluster and accepted_at is null and withdrawn_at is null order by invited_at, id)",
                                  {{"cluster", cluster}});
}

std::vector<Invitation> unanswered_invitations(store::Session& session, const NetworkId& network) {
  return session.rows<Invitation>(R"(
      select {} from invitations
      where network = :network and accepted_at is null and withdrawn_at is null order by invited_at, id)",
                                  {{"network", network}});
}

std::vector<Invitation> open_alike(store::Session& session, const Invitation& invitation, const shape::Instant& now) {
  return session.rows<Invitation>(R"(
      select {} from invitations
      where email = :email and role = :role and coalesce(cluster, '') = :cluster and coalesce(network, '') = :network
        and coalesce(city, '') = :city and id <> :id
        and expires_at > :now and accepted_at is null and withdrawn_at is null order by invited_at desc, id)",
                                  {{"email", invitation.email},
                                   {"role", invitation.role},
                                   {"cluster", invitation.cluster.value_or(ClusterId{})},
                                   {"network", invitation.network.value_or(NetworkId{})},
                                   {"city", invitation.city.value_or(CityId{})},
                                   {"id", invitation.id},
                                   {"now", now}});
}

std::optional<Invitation> invitation(store::Session& session, const InvitationId& id) {
  return session.row<Invitation>("select {} from invitations where id = :id", {{"id", id}});
}

bool accept(store::Session& session, const InvitationId& id, const shape::Instant& now) {
  return session.run(R"(
      update invitations set accepted_at = :now
      where id = :id and expires_at > :now and accepted_at is null and withdrawn_at is null)",
                     {{"now", now}, {"id", id}}) == 1;
}

bool withdraw(store::Session& session, const InvitationId& id, const shape::Instant& now) {
  return session.run(
             "update invitations set withdrawn_at = :now where id = :id and accepted_at is null and withdrawn_at is "
             "null",
             {{"now", now}, {"id", id}}) == 1;
}

std::string new_set_up_key(store::Session& session, const shape::Instant& now) {
  const std::string key = new_key();
  session.run("update set_up_keys set used_at = :now where used_at is null", {{"now", now}});
  session.run("insert into set_up_keys (key_hash, made_at, expires_at) values (:key_hash, :made_at, :expires_at)",
              {{"key_hash", key_hash(key)}, {"made_at", now}, {"expires_at", shape::later(now, kSetUpKeyLasts)}});
  return key;
}

bool set_up_key_is_good(store::Session& session, const std::string& key, const shape::Instant& now) {
  return session.number(
             "select count(*) from set_up_keys where key_hash = :key_hash and used_at is null and expires_at > :now "
             "and not exists (select 1 from people where hosts = 1)",
             {{"key_hash", key_hash(key)}, {"now", now}}) == 1;
}

bool use_set_up_key(store::Session& session, const std::string& key, const shape::Instant& now) {
  return session.run(
             "update set_up_keys set used_at = :now where key_hash = :key_hash and used_at is null and expires_at > "
             ":now",
             {{"now", now}, {"key_hash", key_hash(key)}}) == 1;
}

}  // namespace trivium::access

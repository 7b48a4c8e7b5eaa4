#include "api/one_side.hpp"

#include "programme/network.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using access::Role;

bool coaches(store::Session& session, const access::PersonId& person, const triangle::ClusterId& cluster) {
  auto held = access::roles_of(session, person);
  std::ranges::move(access::reach_of(session, person), std::back_inserter(held));
  return std::ranges::any_of(held,
                             [&](const auto& role) { return role.role == Role::coach && role.cluster == cluster; });
}

bool manages(store::Session& session, const access::PersonId& person, const triangle::ClusterId& cluster) {
  return std::ranges::any_of(access::roles_of(session, person),
                             [&](const auto& role) { return role.role == Role::manager && role.cluster == cluster; });
}

// The cluster named, or those of the city that take part in the network's programmes.
std::vector<triangle::ClusterId> clusters_meant(store::Session& session, const access::Invitation& invitation) {
  if (invitation.cluster) return {*invitation.cluster};
  std::vector<triangle::ClusterId> meant;
  for (const auto& cluster : programme::clusters_of(session, *invitation.network)) {
    if (cluster.city_id == invitation.city) meant.push_back(cluster.id);
  }
  return meant;
}

}  // namespace

void check_one_side(store::Session& session, const access::Invitation& invitation, shape::Flaws& flaws) {
  if (invitation.role != Role::manager && invitation.role != Role::coach) return;
  const auto known = access::person_with_email(session, invitation.email);
  if (!known) return;
  for (const auto& cluster : clusters_meant(session, invitation)) {
    if (invitation.role == Role::manager && coaches(session, known->id, cluster))
      return flaws.push_back({"/email", "flaw.coaches_here", {{"name", known->name}}});
    if (invitation.role == Role::coach && manages(session, known->id, cluster))
      return flaws.push_back({"/email", "flaw.manages_here", {{"name", known->name}}});
  }
}

}  // namespace trivium::api

// The same with roles, and people as they come to ask.
#pragma once

#include "access/session.hpp"
#include "triangle/town.hpp"

namespace trivium::access {

using triangle::kMorning;
using triangle::settle_cluster;
using triangle::settle_person;
using triangle::settle_round;
using triangle::settle_table;

inline RoleId settle_role(store::Session& session, const PersonId& person, const ClusterId& cluster, Role role) {
  const auto id = RoleId::fresh();
  give_role(session, {.id = id, .person = person, .role = role, .cluster = cluster, .since = kMorning});
  return id;
}

inline Visitor as_visitor(store::Session& session, const PersonId& id) {
  const auto found = person(session, id).value();
  return {.session = SignedInId::fresh(),
          .person = found.id,
          .name = found.name,
          .language = found.language,
          .hosts = found.hosts,
          .illustration = false,
          .last_seen_at = kMorning};
}

}  // namespace trivium::access

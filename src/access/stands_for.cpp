#include "access/stands_for.hpp"

#include <set>

namespace trivium::access {

std::vector<StandsFor> who_stands_for(store::Session& session, const ClusterId& cluster) {
  return session.rows<StandsFor>(R"(
      select {} from (
        select roles.id as role, roles.person as person, people.name as person_name, initiatives.id as initiative,
               initiatives.name as initiative_name
        from initiatives join initiatives_of_roles on initiatives_of_roles.initiative = initiatives.id
        join roles on roles.id = initiatives_of_roles.role join people on people.id = roles.person
        where initiatives.cluster = :cluster and initiatives.ended_at is null and roles.until is null) found
      order by initiative_name, initiative, person_name, role)",
                                 {{"cluster", cluster}});
}

triangle::Initiatives initiatives_of(store::Session& session, const RoleId& role) {
  return session.rows<triangle::Initiative>(R"(
      select {} from initiatives
      where ended_at is null and id in (select initiative from initiatives_of_roles where role = :role)
      order by name, id)",
                                            {{"role", role}});
}

void stand_for(store::Session& session, const RoleId& role, const InitiativeId& initiative) {
  session.run("insert into initiatives_of_roles (role, initiative) values (:role, :initiative)",
              {{"role", role}, {"initiative", initiative}});
}

bool stand_for_only(store::Session& session, const RoleId& role, const std::vector<InitiativeId>& initiatives) {
  std::set<InitiativeId> before;
  for (const auto& stood : initiatives_of(session, role)) before.insert(stood.id);
  const std::set<InitiativeId> from_now(initiatives.begin(), initiatives.end());
  for (const auto& initiative : before) {
    if (!from_now.contains(initiative))
      session.run("delete from initiatives_of_roles where role = :role and initiative = :initiative",
                  {{"role", role}, {"initiative", initiative}});
  }
  for (const auto& initiative : from_now) {
    if (!before.contains(initiative)) stand_for(session, role, initiative);
  }
  return before != from_now;
}

}  // namespace trivium::access

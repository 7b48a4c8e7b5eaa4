#include "access/handed_over.hpp"

namespace trivium::access {

std::vector<HandedOver> handed_over_by(store::Session& session, const PersonId& person) {
  return session.rows<HandedOver>(R"(
      select {} from (
        select cities.name as city, clusters.name as cluster, people.name as name,
               invitations.accepted_at as came_at, invitations.id as id
        from invitations join roles on roles.id = invitations.instead_of
        join clusters on clusters.id = roles.cluster join cities on cities.id = clusters.city
        join people on people.email = invitations.email
        where roles.person = :person and invitations.invited_by = :person
          and roles.until = invitations.accepted_at
          and not exists (select 1 from roles again
                          where again.person = :person and again.cluster = roles.cluster
                            and again.role = 'manager' and again.until is null)) handed
      order by came_at desc, id)",
                                  {{"person", person}});
}

}  // namespace trivium::access

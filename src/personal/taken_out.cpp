#include "personal/taken_out.hpp"

#include "personal/retention.hpp"

namespace trivium::personal {

// Who ended a role stands in the trail alone. A role also ends by who comes after her: then the invitation tells
// whether she asked for that, and where it is erased by now nothing is said.
std::vector<TakenOut> taken_out(store::Session& session, const access::PersonId& person, const shape::Instant& now) {
  return session.rows<TakenOut>(R"(
      select {} from (
        select cities.name as city, clusters.name as cluster, roles.until as ended_at, roles.id as id
        from roles join clusters on clusters.id = roles.cluster join cities on cities.id = clusters.city
        where roles.person = :person and roles.role = 'manager' and roles.until > :since
          and exists (select 1 from trail
                      where trail.about = :person and trail.who <> :person and trail.deed = 'role_ended'
                        and trail.result = 'done' and trail.records = 'role=' || roles.id
                        and (exists (select 1 from invitations
                                     where invitations.instead_of = roles.id and invitations.invited_by <> :person
                                       and invitations.accepted_at = roles.until)
                             or not exists (select 1 from roles came
                                            where came.person = trail.who and came.cluster = roles.cluster
                                              and came.role = 'manager' and came.since = roles.until)))
          and not exists (select 1 from roles again
                          where again.person = :person and again.cluster = roles.cluster and again.role = 'manager'
                            and (again.until is null or again.until > roles.until))) ended
      order by ended_at desc, id)",
                                {{"person", person}, {"since", shape::later(now, -std::chrono::days{kPassingThings})}});
}

}  // namespace trivium::personal

// People, clusters and tables put straight into the records, for claims about what is made of them.
#pragma once

#include "shape/time.hpp"
#include "store/databases.hpp"
#include "store/store.hpp"
#include "triangle/assessment.hpp"
#include "triangle/cluster.hpp"

namespace trivium::triangle {

inline const shape::Instant kMorning{"2026-09-20T08:00:00.000Z"};

inline PersonId settle_person(store::Session& session, const std::string& name, bool hosts = false) {
  const auto id = PersonId::fresh();
  session.run(R"(
      insert into people (id, name, email, password, language, hosts, illustration, created_at)
      values (:id, :name, :email, null, 'en', :hosts, 0, :now))",
              {{"id", id}, {"name", name}, {"email", id.text + "@example.org"}, {"hosts", hosts}, {"now", kMorning}});
  return id;
}

inline ClusterId settle_cluster(store::Session& session, const std::string& city, const std::string& name) {
  const auto id = ClusterId::fresh();
  add(session, Cluster{.id = id,
                       .city = city_named(session, city, "Sweden"),
                       .name = name,
                       .illustration = false,
                       .created_at = kMorning});
  return id;
}

inline RoundId settle_round(store::Session& session, const ClusterId& cluster, const std::string& opened_on) {
  const auto id = RoundId::fresh();
  add(session, Round{.id = id,
                     .cluster = cluster,
                     .title = "The round of " + opened_on,
                     .question_set = 1,
                     .opened_on = {opened_on},
                     .send_by = {}});
  return id;
}

inline AssessmentId settle_table(store::Session& session, const RoundId& round, const PersonId& person,
                                 Vertex from = Vertex::A) {
  const auto id = AssessmentId::fresh();
  add(session, Assessment{.id = id,
                          .round = round,
                          .person = person,
                          .started_from = from,
                          .started_at = kMorning,
                          .last_task = std::nullopt,
                          .sent_at = std::nullopt});
  return id;
}

}  // namespace trivium::triangle

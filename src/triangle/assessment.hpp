// One person's table in one round. Nobody sees another's text before both have sent theirs; access/sight.hpp decides.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"
#include "triangle/standing.hpp"

namespace trivium::triangle {

struct Assessment {
  AssessmentId id;
  RoundId round;
  PersonId person;
  Vertex started_from;
  shape::Instant started_at;
  std::optional<std::string> last_task;
  std::optional<shape::Instant> sent_at;
  std::optional<shape::Instant> open_to_city_at{};  // since then the city reads it too, once it is sent
  std::optional<shape::Instant> compared_at{};      // since then its choices count when cities are compared
};
TRIVIUM_SHAPE(Assessment, id, round, person, started_from, started_at, last_task, sent_at, open_to_city_at, compared_at)

// The same with the names around it.
struct AssessmentInRound {
  AssessmentId id;
  RoundId round;
  ClusterId cluster;
  PersonId person;
  std::string manager;
  CityId city_id;
  std::string city;
  std::string cluster_name;
  std::string round_title;
  int question_set;
  shape::Date opened_on;
  std::optional<shape::Date> send_by;
  bool illustration;
  Vertex started_from;
  std::optional<std::string> last_task;
  std::optional<shape::Instant> sent_at;
  std::optional<ProgrammeId> programme{};  // the round is part of
  std::optional<NetworkId> network{};      // that runs it
  std::optional<shape::Instant> open_to_city_at{};
  std::optional<shape::Instant> compared_at{};
};
TRIVIUM_SHAPE(AssessmentInRound, id, round, cluster, person, manager, city_id, city, cluster_name, round_title,
              question_set, opened_on, send_by, illustration, started_from, last_task, sent_at, programme, network,
              open_to_city_at, compared_at)

void add(store::Session& session, const Assessment& assessment);
std::optional<AssessmentInRound> assessment(store::Session& session, const AssessmentId& id);
std::optional<AssessmentInRound> assessment(store::Session& session, const RoundId& round, const PersonId& person);
std::vector<AssessmentInRound> assessments_of(store::Session& session, const PersonId& person);
std::vector<AssessmentInRound> assessments_in(store::Session& session, const ClusterId& cluster);
// Sent tables of a city's clusters in a programme whose owners opened them to the city.
std::vector<AssessmentInRound> opened_to_city(store::Session& session, const ProgrammeId& programme,
                                              const CityId& city);
// The same person's table in the newest earlier round of the same cluster.
std::optional<AssessmentInRound> before(store::Session& session, const AssessmentInRound& assessment);

void note_place(store::Session& session, const AssessmentId& id, const std::string& task);
// Sends once; a second sending keeps the first moment. Gives the moment that stands.
shape::Instant send(store::Session& session, const AssessmentId& id, const shape::Instant& now);

// Each stays as of when it was first said; taken back, it is nothing again.
void share(store::Session& session, const AssessmentId& id, bool with_city, bool compared, const shape::Instant& now);

// Sent tables of a programme's rounds whose choices may be counted; who said so first comes first.
std::vector<AssessmentInRound> compared_in(store::Session& session, const ProgrammeId& programme);

AssessmentState state_of(const AssessmentInRound& assessment);

}  // namespace trivium::triangle

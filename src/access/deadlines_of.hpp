// The deadlines of one person, over all programmes and rounds that the roles held today reach.
#pragma once

#include "access/deadline.hpp"
#include "access/sight.hpp"
#include "programme/taking_part.hpp"

namespace trivium::access {

using triangle::ProgrammeId;
using triangle::RoundId;

struct OwnDeadline {
  Deadline deadline;
  std::optional<ProgrammeId> programme;
  std::string title;  // of the programme, or of the round outside one
  std::optional<RoundId> round;
  std::optional<ClusterId> in_cluster;               // none where it is about a whole programme
  std::optional<triangle::AssessmentId> assessment;  // one's own table, where it is begun
  std::string city;                                  // "" where it is about a whole programme
  std::string cluster;
};
TRIVIUM_SHAPE(OwnDeadline, deadline, programme, title, round, in_cluster, assessment, city, cluster)

enum class Over { left_out, kept };  // programmes whose last day has passed, and rounds outside one

// What is due first comes first.
std::vector<OwnDeadline> deadlines_of(store::Session& session, const Asker& asker, const shape::Date& today, Over over);

}  // namespace trivium::access

// Where a manager's role was ended by somebody else, as she is told on her first page.
#pragma once

#include "access/person.hpp"

#include <vector>

namespace trivium::personal {

struct TakenOut {
  std::string city;
  std::string cluster;
  shape::Instant ended_at;
};
TRIVIUM_SHAPE(TakenOut, city, cluster, ended_at)

// In the last thirty days, as long as an invitation that was accepted is told of (access/handed_over.hpp); the latest
// first. Not where she left herself, named who came after her, or has come back since.
std::vector<TakenOut> taken_out(store::Session& session, const access::PersonId& person, const shape::Instant& now);

}  // namespace trivium::personal

// Whom somebody handed a place over to, as she is told once that person has come.
#pragma once

#include "access/person.hpp"

namespace trivium::access {

struct HandedOver {
  std::string city;
  std::string cluster;
  std::string name;  // of who came
  shape::Instant came_at;
};
TRIVIUM_SHAPE(HandedOver, city, cluster, name, came_at)

// Where she named who comes herself and does not manage again since; the latest first. An invitation that was accepted
// is kept for thirty days (personal/retention.hpp), and so long this is told.
std::vector<HandedOver> handed_over_by(store::Session& session, const PersonId& person);

}  // namespace trivium::access

// "Seen by: …" stands on every page that shows an answer.
#pragma once

#include "shape/described.hpp"

#include <string>

namespace trivium::api {

struct SeenBy {
  bool only_you;
  std::string names;  // joined in the reader's language, "you" among them
};
TRIVIUM_SHAPE(SeenBy, only_you, names)

// Whose table a page belongs to: shown in the head of the page and in print.
struct Place {
  std::string city;
  std::string cluster;
  std::string round;
  std::string manager;
  bool mine;
  bool illustration;  // the sample city
};
TRIVIUM_SHAPE(Place, city, cluster, round, manager, mine, illustration)

}  // namespace trivium::api

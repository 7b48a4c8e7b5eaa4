// Where the weight of each vertex lies between sharing, matching and learning.
#pragma once

#include "fit/picture.hpp"

namespace trivium::fit {

// Adds up to 1 where anything is placed. A thing with several mechanisms is split between them; what names none, and
// instruments or practices of unknown size beside known ones, are not placed. So a lean may speak for a small part
// only, and misleads without the two numbers beside it.
struct Lean {
  double sharing = 0;
  double matching = 0;
  double learning = 0;
  bool placed = false;
  bool by_count = false;  // no size is known of any: each counts the same, and the words say so
  double share = 0;       // of all sizes that are known, what is placed
  int unsized = 0;        // how many are of unknown size beside known ones

  bool operator==(const Lean&) const = default;
};
TRIVIUM_SHAPE(Lean, sharing, matching, learning, placed, by_count, share, unsized)

struct Profile {
  Lean demands;
  Lean instruments;
  Lean practices;
};

Profile profile(const Picture& picture);

// How far two points are from each other, in words.
enum class Distance { together, near, apart, far };
TRIVIUM_NAMES(Distance, together, near, apart, far)

// Half the sum of the differences: below 0.1, 0.3, 0.6, or more. None where one of them is not placed.
std::optional<Distance> distance(const Lean& one, const Lean& other);

}  // namespace trivium::fit

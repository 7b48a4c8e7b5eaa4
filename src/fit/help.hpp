// What would help most: of every single link or practice that could be added or strengthened, the few after which the
// most of the demands' weight is carried through. They are offered as questions, not as advice.
#pragma once

#include "fit/chains.hpp"

namespace trivium::fit {

enum class ChangeKind { address, carry, meet };  // instrument → demand, practice → instrument, practice → demand
TRIVIUM_NAMES(ChangeKind, address, carry, meet)

struct Change {
  ChangeKind kind;
  double gain;  // in Σ w·carry, > 0
  Control control;
  std::optional<std::size_t> demand;      // carry: the heaviest that gains
  std::optional<std::size_t> instrument;  // address, carry
  std::optional<std::size_t> practice;    // carry, meet: one that shares a mechanism; none: somebody new
};

// Exact by enumeration. Of equal gains the one for the heavier demand comes first, then the one whose demand has the
// smaller id, then what is in one's own hands, a practice for an instrument that is there before one without, then the
// instrument's id.
std::vector<Change> most_helpful(const Picture& picture, std::size_t most = 3);

}  // namespace trivium::fit

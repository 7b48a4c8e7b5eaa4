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

// Exact by enumeration. Equal gains are ordered by the demand's weight, then by its place. Of several changes for the
// same demand and instrument the first is enough.
std::vector<Change> most_helpful(const Picture& picture, std::size_t most = 3);

}  // namespace trivium::fit

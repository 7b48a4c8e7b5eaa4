// Where a node stands among those it has ties with.
//
//   degree      how many others it has a tie to (out), from (in), or either way (all)
//   core        the largest k for which the node belongs to a part in which everybody has at least k ties within it
//   constraint  Σ_j (p(i,j) + Σ_q p(i,q) p(q,j))²     p(i,j): the share of i's ties that goes to j
//
// Constraint is low, towards 0, where a node's partners do not know one another: it stands across a gap and hears what
// they do not. It is high, about 1 and with two or three partners a little above, where all of them are tied to each
// other as well. It falls with the number of partners alone: compare nodes of similar degree, or say both.
// The core tells centre from fringe, but only in steps, and a small tight group far from the middle has a high core
// too.
//
// Core and constraint take a tie either way as a tie; where both ways are there, weights are added (Strength::weighed)
// or it is one tie (alike). Undefined, and left out, is the constraint of a node without ties.
//
// Burt, Structural Holes, Harvard University Press (1992); Seidman, Social Networks 5 (1983).
#pragma once

#include "measure/network.hpp"
#include "measure/work.hpp"

#include <optional>
#include <vector>

namespace trivium::measure {

struct Degree {
  std::size_t in = 0;
  std::size_t out = 0;
  std::size_t all = 0;  // different partners: one with ties both ways is one
};

// One for each node.
std::vector<Degree> degrees(const Network& network);
std::vector<std::uint32_t> cores(const Network& network);
std::vector<std::optional<double>> constraints(const Network& network, Strength strength = Strength::alike,
                                               const Work& work = {});

}  // namespace trivium::measure

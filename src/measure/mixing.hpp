// Assortativity: do ties join like with like?
//
//   by degree    the correlation of the degrees at both ends of the ties
//   by category  (Σ e(c,c) − Σ a(c) b(c)) / (1 − Σ a(c) b(c))
//
// e(c,c) is the share of ties within category c, a(c) and b(c) the shares of ties that begin and end in it. 1 says that
// ties join only like and like, 0 that likeness plays no part, below 0 that they join the unlike: hubs with small
// firms, firms with universities. By category it cannot reach −1 where there are more than two categories. It says
// nothing about why: like may choose like, or partners may have grown alike. In a directed network the degree is the
// out-degree at the beginning of a tie and the in-degree at its end.
//
// Undefined, and not given: without ties; where all ends of ties have the same degree or category.
//
// Newman, Physical Review Letters 89 (2002) and Physical Review E 67 (2003).
#pragma once

#include "measure/communities.hpp"
#include "measure/network.hpp"

#include <optional>
#include <span>

namespace trivium::measure {

std::optional<double> assortativity_by_degree(const Network& network);

// One category for each node.
std::optional<double> assortativity_by_category(const Network& network, std::span<const Group> categories);

}  // namespace trivium::measure

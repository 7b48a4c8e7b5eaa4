// The bandwidth for the distances between points by Silverman's rule of thumb, from all pairs without keeping them:
//
//   h = 0.9 · min(s, (Q3 − Q1)/1.34) · m^(−1/5)
//
// over the m distances of at most `most`: s their standard deviation, Q1 and Q3 their quartiles (linear between the two
// distances next to a quartile, R's type 7). The quartiles are exact: one counting of all pairs says in which
// thousandth of the range they are, and only the distances in there are looked at again, where the quartiles matter at
// all.
//
// Undefined for fewer than two distances, and where it would be 0 (all distances are the same).
//
// Silverman, Density Estimation (1986), 3.4.2.
#pragma once

#include "measure/distance_leaves.hpp"
#include "measure/work.hpp"

#include <optional>

namespace trivium::measure {

std::optional<double> silverman_bandwidth(const Leaves& points, double most, const Work& work);

}  // namespace trivium::measure

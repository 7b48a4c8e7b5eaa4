// The longest distance between two points of at most so much, 0 where there is none. Leaves that cannot hold a longer
// one than was found already are passed over, so it costs little beside going through all pairs.
#pragma once

#include "measure/distance_leaves.hpp"
#include "measure/work.hpp"

namespace trivium::measure {

double longest_distance(const Leaves& points, double most, const Work& work);

}  // namespace trivium::measure

#include "measure/distance_longest.hpp"

#include <algorithm>
#include <cmath>

namespace trivium::measure {

double longest_distance(const Leaves& points, double most, const Work& work) {
  double square = most * most;
  while (std::sqrt(square) > most) square = std::nextafter(square, 0.0);
  while (std::sqrt(std::nextafter(square, HUGE_VAL)) <= most) square = std::nextafter(square, HUGE_VAL);
  std::vector<double> found(points.rows());
  in_blocks(work, points.rows(), [&](std::size_t row) {
    double best = 0;
    Reach reach{0, most};
    points.pairs(row, reach, [&](std::size_t, std::size_t, std::size_t pairs, const Leaves::Chunk& squared) {
      const Leaves::Chunk near = (squared <= square).select(squared, 0.0);
      const double here = near.head(static_cast<Eigen::Index>(pairs)).maxCoeff();
      if (here <= best) return;
      best = here;
      reach.least = std::sqrt(best) * (1 - 1e-12);
    });
    found[row] = std::sqrt(best);
  });
  return std::ranges::max(found);
}

}  // namespace trivium::measure

#include "fit/strengths.hpp"

#include <algorithm>
#include <numeric>

namespace trivium::fit {

Strengths::Strengths(std::size_t rows, std::size_t columns, const std::vector<Link>& links, bool from_is_row)
    : rows_{rows}, columns_{columns}, cells_(rows * columns, 0.0) {
  for (const auto& link : links) {
    const auto row = from_is_row ? link.from : link.to;
    const auto column = from_is_row ? link.to : link.from;
    double& cell = cells_.at(row * columns_ + column);
    cell = std::max(cell, link.strength);  // drawn twice: the stronger counts
  }
}

Tables::Tables(const Picture& picture)
    : a{picture.demands.size(), picture.instruments.size(), picture.addresses, false},
      b{picture.instruments.size(), picture.practices.size(), picture.carries, false},
      c{picture.demands.size(), picture.practices.size(), picture.meets, false},
      weights(picture.demands.size()),
      carried(picture.instruments.size(), 0.0),
      carrier(picture.instruments.size()),
      staffed(picture.instruments.size()) {
  std::ranges::transform(picture.demands, weights.begin(), &Demand::weight);
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= all;
  for (std::size_t j = 0; j < b.rows(); ++j) {
    for (std::size_t k = 0; k < b.columns(); ++k) {
      if (b(j, k) == 0) continue;
      if (!carrier[j] || b(j, k) > b(j, *carrier[j])) carrier[j] = k;
      const bool some_time = picture.practices[k].effort != 0.0;
      if (some_time && (!staffed[j] || b(j, k) > b(j, *staffed[j]))) staffed[j] = k;
    }
    if (carrier[j]) carried[j] = b(j, *carrier[j]);
  }
}

}  // namespace trivium::fit

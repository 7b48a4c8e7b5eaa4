#include "measure/random_envelope.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trivium::measure {
namespace {

double quantile(std::span<const double> sorted, double share) {
  const double place = static_cast<double>(sorted.size() - 1) * share;
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - std::floor(place));
}

}  // namespace

Envelope envelope(std::span<const Curve> curves, const RandomDraws& draws) {
  Envelope result;
  result.draws = draws;
  if (curves.empty()) return result;
  const std::size_t places = curves.front().size();
  result.local.resize(places);
  result.global.resize(places);
  result.mean.resize(places);

  // A draw's depth: from how few draws, counted from the least or the most, it is at its most extreme place.
  std::vector<std::size_t> depth(curves.size(), curves.size());
  std::vector<std::vector<double>> sorted(places);
  for (std::size_t place = 0; place < places; ++place) {
    std::vector<double> values;
    for (const Curve& curve : curves)
      if (curve[place]) values.push_back(*curve[place]);
    if (values.size() < curves.size()) continue;
    auto& order = sorted[place] = values;
    std::ranges::sort(order);
    for (std::size_t draw = 0; draw < values.size(); ++draw) {
      const auto [first, last] = std::ranges::equal_range(order, values[draw]);
      const auto less = static_cast<std::size_t>(last - order.begin());
      const auto more = static_cast<std::size_t>(order.end() - first);
      depth[draw] = std::min({depth[draw], less, more});
    }
    result.local[place] = {quantile(order, draws.level / 2), quantile(order, 1 - draws.level / 2)};
    result.mean[place] = std::reduce(values.begin(), values.end()) / static_cast<double>(values.size());
  }

  // The band of k leaves out those less deep than k; never more than half on either side.
  std::ranges::sort(depth);
  const auto allowed = static_cast<std::size_t>(draws.level * static_cast<double>(curves.size()));
  const std::size_t k = std::clamp<std::size_t>(depth[std::min(allowed, depth.size() - 1)], 1, (curves.size() + 1) / 2);
  result.outside = static_cast<std::size_t>(std::ranges::lower_bound(depth, k) - depth.begin());
  for (std::size_t place = 0; place < places; ++place)
    if (!sorted[place].empty()) result.global[place] = {sorted[place][k - 1], sorted[place][curves.size() - k]};
  return result;
}

std::vector<std::uint32_t> random_sites(const Choose& choose, Draw draw) {
  std::vector<bool> taken(choose.of);
  std::vector<std::uint32_t> sites;
  sites.reserve(choose.cases);
  for (std::uint32_t last = choose.of - choose.cases; last < choose.of; ++last) {
    const std::uint32_t drawn = draw.below(last + 1);
    const std::uint32_t site = taken[drawn] ? last : drawn;
    taken[site] = true;
    sites.push_back(site);
  }
  return sites;
}

}  // namespace trivium::measure

#include "measure/distance_density.hpp"

#include "measure/distance_bandwidth.hpp"
#include "measure/distance_longest.hpp"
#include "measure/kernel_nodes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <numeric>

namespace trivium::measure {
namespace {

constexpr double kMirrored = 4;  // bandwidths up to which distances are mirrored

struct Asked {
  const Leaves& points;
  PairWeight weight;
};

// Shares every distance up to reach.most between the marks of each ruler, and hands each ruler's bins (pairs that count
// alike) or shares (weighted pairs) to its nodes. Of mirrored rulers, distances above `near` are left out. Gives how
// much the pairs of each ruler count for together.
template <std::size_t rulers>
std::array<double, rulers> share(const Asked& asked, double most, double near,
                                 const std::array<std::pair<KernelNodes*, double>, rulers>& onto, const Work& work) {
  constexpr std::size_t kNodes = KernelNodes::kNodes;
  const Leaves& points = asked.points;
  std::array<Ruler, rulers> marked{};
  std::ranges::transform(onto, marked.begin(), [](const auto& one) { return one.first->ruler(one.second); });
  std::array<double, rulers> totals{};
  if (asked.weight == PairWeight::equal) {
    std::array<std::vector<Bin>, rulers> all;
    all.fill(std::vector<Bin>(kNodes + 1));
    std::mutex together;
    in_blocks(work, points.rows(), [&](std::size_t row) {
      RunBins here{{.rulers = marked, .near = near}};
      points.runs(row, {0, most}, [&](const Run& run) { here.add(run); });
      std::array<std::span<const Bin>, rulers> bins;
      for (std::size_t ruler = 0; ruler < rulers; ++ruler) bins[ruler] = here.bins(ruler);
      const std::lock_guard held{together};
      for (std::size_t ruler = 0; ruler < rulers; ++ruler)
        for (std::size_t mark = 0; mark < kNodes; ++mark) {
          all[ruler][mark].count += bins[ruler][mark].count;
          all[ruler][mark].offset += bins[ruler][mark].offset;
        }
    });
    for (std::size_t ruler = 0; ruler < rulers; ++ruler) {
      onto[ruler].first->add(all[ruler]);
      for (const Bin& bin : all[ruler]) totals[ruler] += static_cast<double>(bin.count);
    }
    return totals;
  }
  // Products of weights are not whole numbers: each row adds up its own, and rows are added in their order.
  constexpr std::size_t kWide = kNodes + 2;
  std::vector<RulerKeys> keys;
  for (const Ruler& ruler : marked) keys.emplace_back(ruler);
  std::vector<double> all(points.rows() * rulers * kWide);
  in_blocks(work, points.rows(), [&](std::size_t row) {
    double* const shares = all.data() + row * rulers * kWide;
    points.pairs(row, {0, most},
                 [&](std::size_t one, std::size_t other, std::size_t pairs, const Leaves::Chunk& squared) {
                   const Leaves::Chunk distances = squared.sqrt();
                   for (std::size_t ruler = 0; ruler < rulers; ++ruler)
                     for (std::size_t k = 0; k < pairs; ++k) {
                       const double distance = distances[static_cast<Eigen::Index>(k)];
                       if (marked[ruler].along < 0 && distance > near) continue;
                       const std::uint64_t key = keys[ruler](distance);
                       const double weight = points.weights()[one] * points.weights()[other + k];
                       const double beyond = static_cast<double>(RulerKeys::offset(key)) / RulerKeys::kScale;
                       double* const node = shares + ruler * kWide + RulerKeys::mark(key);
                       node[0] += weight * (1 - beyond);
                       node[1] += weight * beyond;
                     }
                 });
  });
  for (std::size_t row = 0; row < points.rows(); ++row)
    for (std::size_t ruler = 0; ruler < rulers; ++ruler)
      for (std::size_t node = 0; node < kNodes; ++node) {
        const double here = all[(row * rulers + ruler) * kWide + node];
        onto[ruler].first->add(node, here);
        totals[ruler] += here;
      }
  return totals;
}

double all_pairs(const Asked& asked) {
  const auto n = static_cast<double>(asked.points.size());
  if (asked.weight == PairWeight::equal) return n * (n - 1) / 2;
  double sum = 0;
  double squares = 0;
  for (const double weight : asked.points.weights()) {
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum - squares) / 2;
}

}  // namespace

std::optional<DistanceDensity> distance_density(const Leaves& points, const DensityChoice& choice, const Work& work) {
  if (points.size() < 3) return std::nullopt;
  const auto bandwidth = choice.bandwidth ? choice.bandwidth : silverman_bandwidth(points, 2 * choice.horizon, work);
  if (!bandwidth) return std::nullopt;
  const Asked asked{points, choice.weight};
  const double near = kMirrored * *bandwidth;

  KernelNodes above{{0, choice.horizon}, *bandwidth};
  KernelNodes below{{-longest_distance(points, near, work) - 3 * *bandwidth, 0}, *bandwidth};
  share<1>(asked, above.last() + above.ruler(1).step, near, {{{&above, 1}}}, work);
  const auto mirrored =
      share<3>(asked, near + below.ruler(1).step, near, {{{&above, -1}, {&below, 1}, {&below, -1}}}, work)[0];

  const double total = all_pairs(asked) + mirrored;
  if (total <= 0) return std::nullopt;
  const auto cut = below.density(total);
  const double mass = std::reduce(cut.begin(), cut.end()) / static_cast<double>(cut.size()) * below.asked_length();
  DistanceDensity result{choice.horizon, *bandwidth, above.density(total)};
  for (double& density : result.density) density /= 1 - mass;
  return result;
}

std::optional<DistanceDensity> distance_density(std::span<const Site> all, std::span<const std::uint32_t> chosen,
                                                const DensityChoice& choice, const Work& work) {
  return distance_density(Leaves{all, chosen}, choice, work);
}

}  // namespace trivium::measure

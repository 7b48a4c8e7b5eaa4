#include "measure/distance_raster.hpp"

#include "measure/distance_bandwidth.hpp"
#include "measure/distance_longest.hpp"
#include "measure/distance_raster_bound.hpp"
#include "measure/kernel_nodes.hpp"

#include <fftw3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <mutex>
#include <new>
#include <numbers>
#include <numeric>

namespace trivium::measure {
namespace {

constexpr double kMirroredWithin = 4;  // bandwidths up to which distances are mirrored
constexpr std::uint32_t kBeyond = 8;   // crossings beyond the reach, where pairs within it may have come to lie

void wanted(const Work& work) {
  if (work.stop.stop_requested()) throw Cancelled{};
}

// A square raster of real numbers, and its Fourier transform in the same place.
class Raster {
 public:
  explicit Raster(std::uint32_t side)
      : side_{side}, wide_{2 * (side / 2 + 1)}, values_{fftw_alloc_real(std::size_t{side} * wide_), &fftw_free} {
    if (!values_) throw std::bad_alloc{};
    std::fill_n(values_.get(), std::size_t{side_} * wide_, 0.0);
  }
  double& at(std::uint32_t x, std::uint32_t y) { return values_.get()[std::size_t{y} * wide_ + x]; }
  void autocorrelate(const Work& work) {
    auto* const waves =
        reinterpret_cast<fftw_complex*>(values_.get());  // NOLINT: FFTW's own way of transforming in place
    const int n = static_cast<int>(side_);
    run([&] { return fftw_plan_dft_r2c_2d(n, n, values_.get(), waves, FFTW_ESTIMATE); });
    wanted(work);
    const double scale = 1 / (static_cast<double>(side_) * side_);
    for (std::size_t i = 0; i < std::size_t{side_} * (wide_ / 2); ++i) {
      waves[i][0] = scale * (waves[i][0] * waves[i][0] + waves[i][1] * waves[i][1]);
      waves[i][1] = 0;
    }
    run([&] { return fftw_plan_dft_c2r_2d(n, n, waves, values_.get(), FFTW_ESTIMATE); });
  }

 private:
  // FFTW plans for one at a time, whatever it plans, and carries out for all at once.
  static std::mutex& planning() {
    static std::mutex one_for_all;
    return one_for_all;
  }
  template <class Plan>
  static void run(const Plan& plan) {
    fftw_plan made = nullptr;
    {
      const std::lock_guard held{planning()};
      made = plan();
    }
    fftw_execute(made);
    const std::lock_guard held{planning()};
    fftw_destroy_plan(made);
  }

  std::uint32_t side_, wide_;
  std::unique_ptr<double, decltype(&fftw_free)> values_;
};

struct Shared {
  double weight = 0;
  double squares = 0;                 // of weights
  double variance = 0;                // of places, in squared cells, weighted
  std::array<double, 4> with_self{};  // a point with itself: at the same crossing; one beside; one above; across
};

struct Corner {
  double west;
  double south;
  double cell;
};

Shared lay_out(Raster& raster, std::span<const Site> all, std::span<const std::uint32_t> chosen, const Corner& corner,
               PairWeight weighing) {
  Shared shared;
  for (const auto site : chosen) {
    const double x = (all[site].x - corner.west) / corner.cell;
    const double y = (all[site].y - corner.south) / corner.cell;
    const double weight = weighing == PairWeight::equal ? 1 : all[site].weight;
    const auto column = static_cast<std::uint32_t>(x);
    const auto row = static_cast<std::uint32_t>(y);
    const double east = x - column;
    const double north = y - row;
    raster.at(column, row) += weight * (1 - east) * (1 - north);
    raster.at(column + 1, row) += weight * east * (1 - north);
    raster.at(column, row + 1) += weight * (1 - east) * north;
    raster.at(column + 1, row + 1) += weight * east * north;
    const double beside = east * (1 - east);
    const double above = north * (1 - north);
    const double square = weight * weight;
    shared.weight += weight;
    shared.squares += square;
    shared.variance += weight * (beside + above);
    shared.with_self[0] += square * (1 - 2 * beside) * (1 - 2 * above);
    shared.with_self[1] += square * beside * (1 - 2 * above);
    shared.with_self[2] += square * (1 - 2 * beside) * above;
    shared.with_self[3] += square * beside * above;
  }
  return shared;
}

void put(KernelNodes& nodes, double distance, double along, double weight) {
  const Ruler ruler = nodes.ruler(along);
  const double place = (along * distance - ruler.lower) / ruler.step;
  if (place < 0 || place >= ruler.marks) return;
  const auto node = static_cast<std::size_t>(place);
  const double beyond = place - static_cast<double>(node);
  nodes.add(node, weight * (1 - beyond));
  nodes.add(node + 1, weight * beyond);
}

}  // namespace

std::optional<RasterDensity> raster_distance_density(std::span<const Site> all, std::span<const std::uint32_t> chosen,
                                                     const RasterChoice& choice, const Work& work) {
  if (chosen.size() < 3) return std::nullopt;
  const auto bandwidth =
      choice.bandwidth ? choice.bandwidth : silverman_bandwidth({all, chosen}, 2 * choice.horizon, work);
  if (!bandwidth) return std::nullopt;
  const double h = *bandwidth;
  const double near = kMirroredWithin * h;
  const auto [west, east] = std::ranges::minmax(chosen, {}, [&](std::uint32_t site) { return all[site].x; });
  const auto [south, north] = std::ranges::minmax(chosen, {}, [&](std::uint32_t site) { return all[site].y; });
  KernelNodes above{{0, choice.horizon}, h};
  KernelNodes below{{-longest_distance({all, chosen}, near, work) - 3 * h, 0}, h};
  const double reach = above.last() + above.ruler(1).step;
  const double extent = std::max(all[east].x - all[west].x, all[north].y - all[south].y);
  // With the reach as a margin, no offset within reach is taken for another one around the edge.
  const Corner corner{all[west].x, all[south].y, (extent + reach) / (choice.crossings - 4 - kBeyond)};

  wanted(work);
  Raster raster{choice.crossings};
  const Shared shared = lay_out(raster, all, chosen, corner, choice.weight);
  const double pairs = (shared.weight * shared.weight - shared.squares) / 2;
  if (pairs <= 0) return std::nullopt;
  raster.autocorrelate(work);

  double mirrored = 0;
  const auto steps = std::min<std::int64_t>(static_cast<std::int64_t>(reach / corner.cell) + 1 + kBeyond,
                                            static_cast<std::int64_t>(extent / corner.cell) + 3);
  std::vector<double> by_bin(static_cast<std::size_t>(2 * std::numbers::sqrt2 * static_cast<double>(steps + 1)) + 1);
  for (std::int64_t up = -steps; up <= steps; ++up) {
    const auto row = static_cast<std::uint32_t>(up < 0 ? up + choice.crossings : up);
    for (std::int64_t right = 0; right <= steps; ++right) {
      double weight = raster.at(static_cast<std::uint32_t>(right), row);
      if (right <= 1 && std::abs(up) <= 1)
        weight -= shared.with_self[static_cast<std::size_t>(right + 2 * std::abs(up))];
      if (right == 0) weight /= 2;  // the other half is on the other side, as it is for all others
      const double cells = std::hypot(static_cast<double>(right), static_cast<double>(up));
      const double distance = corner.cell * cells;
      by_bin[static_cast<std::size_t>(2 * cells)] += weight;
      put(above, distance, 1, weight);
      if (distance > near + below.ruler(1).step) continue;
      put(below, distance, 1, weight);
      if (distance > near) continue;
      put(above, distance, -1, weight);
      put(below, distance, -1, weight);
      mirrored += weight;
    }
  }

  const auto cut = below.density(pairs + mirrored);
  const double mass = std::reduce(cut.begin(), cut.end()) / static_cast<double>(cut.size()) * below.asked_length();
  RasterDensity result{{choice.horizon, h, above.density(pairs + mirrored)}, {}};
  for (double& density : result.found.density) density /= 1 - mass;

  const Rastered rastered{.cell = corner.cell,
                          .bandwidth = h,
                          .node_step = std::max(above.ruler(1).step, below.ruler(1).step),
                          .last_node = above.last(),
                          .near = near,
                          .by_bin = by_bin};
  std::vector<double> places;
  for (std::size_t i = 0; i < result.found.density.size(); ++i) places.push_back(result.found.distance(i));
  result.bounds = raster_errors(rastered, places);
  const double divisor = (pairs + mirrored) * (1 - mass);
  const double divisor_error = raster_divisor_error(rastered);
  for (std::size_t i = 0; i < places.size(); ++i)
    result.bounds[i] = divisor > divisor_error
                           ? (result.bounds[i] + result.found.density[i] * divisor_error) / (divisor - divisor_error)
                           : HUGE_VAL;
  return result;
}

RasterEnvelope raster_distance_envelope(std::span<const Site> all, std::uint32_t cases, const RasterChoice& choice,
                                        const RandomDraws& draws, const Work& work) {
  std::vector<Curve> curves(draws.count);
  RasterEnvelope made{.bands = {}, .bounds = std::vector<double>(KernelNodes::kNodes)};
  std::mutex together;
  in_blocks(work, draws.count, [&](std::size_t draw) {
    const auto sites = random_sites({cases, static_cast<std::uint32_t>(all.size())}, Draw{draws.seed, draw});
    const auto found = raster_distance_density(all, sites, choice, {.stop = work.stop});
    curves[draw].resize(KernelNodes::kNodes);
    if (!found) return;
    curves[draw].assign(found->found.density.begin(), found->found.density.end());
    const std::scoped_lock lock{together};
    std::ranges::transform(made.bounds, found->bounds, made.bounds.begin(),
                           [](double one, double two) { return std::max(one, two); });
  });
  made.bands = envelope(curves, draws, {.threads = work.threads, .stop = work.stop});
  return made;
}

}  // namespace trivium::measure

#include "measure/distance_raster_bound.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <numbers>

namespace trivium::measure {
namespace {

constexpr double kWider = 1023.0 / 1022.0;  // the bell is read so much too wide (kernel_nodes.hpp)

double bell(double z) { return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi); }
double slope(double z) { return std::abs(z) * bell(z); }
double bend(double z) { return (z * z - 1) * bell(z); }

struct Stretch {
  double from;
  double to;
};

// The most of a function that is largest at one of the turns, or at an end.
template <class Function>
double most(const Stretch& over, std::initializer_list<double> turns, const Function& function) {
  double found = std::max(function(over.from), function(over.to));
  for (const double turn : turns)
    if (over.from < turn && turn < over.to) found = std::max(found, function(turn));
  return found;
}

// All in bandwidths: the bell has width 1, and its height is what is divided by in the end.
struct Bends {
  double up;    // as far as the bell bends up
  double down;  // and down, both at least 0
};
Bends bends(const Stretch& over) {
  return {std::max(0.0, most(over, {-std::numbers::sqrt3, std::numbers::sqrt3}, bend)),
          std::max(0.0, most(over, {0.0}, [](double z) { return -bend(z); }))};
}
double slopes(const Stretch& over) { return most(over, {-1.0, 1.0}, slope); }
double height(const Stretch& over) { return most(over, {0.0}, bell); }

// The most that a bell does within so much of each place, by steps of a twentieth of a bandwidth: looked up, because it
// is asked for each place and each bin of pairs. Left and right are alike, and it is never more farther out.
class Around {
 public:
  template <class Function>
  Around(double width, const Function& function) : most_(kPlaces + 1) {
    for (std::size_t i = 0; i < most_.size(); ++i) {
      const double z = static_cast<double>(i) / kParts;
      most_[i] = function(Stretch{z - width - 0.5 / kParts, z + width + 0.5 / kParts});
    }
  }
  [[nodiscard]] double operator()(double z) const {
    const double place = std::abs(z) * kParts + 0.5;
    return place < kPlaces ? most_[static_cast<std::size_t>(place)] : most_.back();
  }
  static constexpr double kParts = 20;
  static constexpr std::size_t kPlaces = 600;

 private:
  std::vector<double> most_;
};

double steepest_bend(const Stretch& over) {
  const auto bent = bends(over);
  return std::max(bent.up, bent.down);
}

// All in bandwidths of the bell.
struct Sizes {
  double cell;
  double step;
  double near;
  double last_node;

  [[nodiscard]] double bin() const { return cell / 2; }
  [[nodiscard]] double reach() const { return 2 * std::numbers::sqrt2 * cell; }
  [[nodiscard]] double slack() const { return 2 * reach() + bin() / 2; }
};

class Errors {
 public:
  // For places within blur of those asked for.
  Errors(const Sizes& sizes, std::span<const double> by_bin, double blur)
      : sizes_{sizes},
        by_bin_{by_bin},
        around_{sizes.slack() + sizes.step + blur},
        bent_{around_, steepest_bend},
        slopes_{around_, slopes},
        bent_both_ways_{around_ + sizes.step, [](const Stretch& over) { return bends(over).up + bends(over).down; }},
        height_{around_ + sizes.step, height} {}

  // Where the bell's height is 1/√(2π).
  [[nodiscard]] double at(double x) const {
    const double far = kFar + around_ + sizes_.step;
    const auto first = static_cast<std::size_t>(std::max(0.0, (std::abs(x) - far) / sizes_.bin()));
    const auto last = std::min(by_bin_.size(), static_cast<std::size_t>((std::abs(x) + far) / sizes_.bin()) + 1);
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
      if (by_bin_[i] > 0) sum += by_bin_[i] * of_pair(x, (static_cast<double>(i) + 0.5) * sizes_.bin());
    return sum;
  }

 private:
  static constexpr double kFar = 9;  // of a bell and its bends there, 10⁻¹⁵ is left

  [[nodiscard]] double of_pair(double x, double distance) const {
    const double plain = x - distance;
    const double mirrored = x + distance;
    const double nearest = distance - sizes_.reach() - sizes_.bin() / 2;
    const double turn = nearest > sizes_.reach() ? 1 + 2 * std::asin(sizes_.reach() / nearest) : 2;
    const double away = sizes_.slack();
    if (distance - away > sizes_.last_node + sizes_.step) return 0;  // not counted, nor taken to be
    const bool both = distance - away <= sizes_.near;
    const double second = both ? 1 : 0;
    double error =
        sizes_.cell * sizes_.cell / 4 * turn * (bent_(plain) + second * bent_(mirrored) + turned(x, distance, second));
    error += sizes_.step * sizes_.step / 8 * (bent_both_ways_(plain) + second * bent_both_ways_(mirrored));
    if (both && distance + away >= sizes_.near) error += height_(mirrored);
    if (distance + away >= sizes_.last_node - sizes_.step) error += height_(plain);
    return error;
  }
  // The most of |β′/d|.
  [[nodiscard]] double turned(double x, double distance, double second) const {
    const double least = distance - sizes_.slack();
    double found = HUGE_VAL;
    if (least > 0) found = (slopes_(x - distance) + second * slopes_(x + distance)) / least;
    if (least > 1 || second == 0) return found;
    const double around = distance + around_;
    return std::min(found, 2 * steepest_bend({x - around, x + around}));
  }

  Sizes sizes_;
  std::span<const double> by_bin_;
  double around_;  // places between nodes are read along a straight line too: from within a step
  Around bent_, slopes_, bent_both_ways_, height_;
};

Sizes sizes_of(const Rastered& rastered) {
  const double wide = rastered.bandwidth * kWider;
  return {.cell = rastered.cell / wide,
          .step = rastered.node_step / wide,
          .near = rastered.near / wide,
          .last_node = rastered.last_node / wide};
}

}  // namespace

std::vector<double> raster_errors(const Rastered& rastered, std::span<const double> places) {
  const double wide = rastered.bandwidth * kWider;
  const Errors errors{sizes_of(rastered), rastered.by_bin, 0};
  std::vector<double> found;
  found.reserve(places.size());
  for (const double place : places) found.push_back(errors.at(place / wide) / rastered.bandwidth);
  return found;
}

double raster_divisor_error(const Rastered& rastered) {
  Sizes sizes = sizes_of(rastered);
  // Below 0, in parts, each for the most anywhere in it. The nodes for what is there end where mirroring does.
  constexpr int kParts = 64;
  const double part = (sizes.near + 3) / kParts;
  sizes.last_node = sizes.near;
  const Errors errors{sizes, rastered.by_bin, part / 2};
  double sum = 0;
  for (int i = 0; i < kParts; ++i) sum += errors.at(-(i + 0.5) * part) * part * kWider;
  for (std::size_t i = 0; i < rastered.by_bin.size(); ++i)
    if (std::abs((static_cast<double>(i) + 0.5) * sizes.bin() - sizes.near) <= sizes.slack())
      sum += rastered.by_bin[i] / 300;
  return sum;
}

}  // namespace trivium::measure

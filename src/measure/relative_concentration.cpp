#include "measure/relative_concentration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <ranges>

namespace trivium::measure {
namespace {

constexpr std::size_t kMostHeld = std::size_t{1} << 27;

// Which of the distances first reaches a square of a distance, by a table that is at most one or two off.
class Steps {
 public:
  explicit Steps(std::span<const double> distances) : squares_(distances.begin(), distances.end()) {
    for (double& square : squares_) square *= square;
    const double most = squares_.empty() ? 0 : squares_.back();
    scale_ = most > 0 ? (kParts - 1) / most : 0;
    std::size_t step = 0;
    for (std::size_t part = 0; part < kParts; ++part) {
      while (step < squares_.size() && squares_[step] * scale_ < static_cast<double>(part)) ++step;
      first_[part] = static_cast<std::uint16_t>(step == 0 ? 0 : step - 1);
    }
    squares_.push_back(HUGE_VAL);
  }
  [[nodiscard]] std::size_t count() const { return squares_.size() - 1; }
  [[nodiscard]] double most() const { return count() == 0 ? 0 : squares_[count() - 1]; }
  [[nodiscard]] std::size_t of(double square) const {
    std::size_t step = first_[static_cast<std::size_t>(square * scale_)];
    while (squares_[step] < square) ++step;
    return step;
  }

 private:
  static constexpr std::size_t kParts = 4096;
  std::vector<double> squares_;
  double scale_ = 0;
  std::array<std::uint16_t, kParts> first_{};
};

// For each point of `of`, by point and distance, the weight of the points of `around` within the distance, without the
// point itself. Every point's sum is its own, added in the order of `around`, so threads change nothing.
std::vector<double> around_each(const Leaves& of, const Leaves& around, const Steps& steps, const Work& work) {
  const std::size_t width = steps.count();
  std::vector<double> within(of.size() * width);
  const double reach = std::sqrt(steps.most()) * (1 + 1e-12);
  in_blocks(work, of.rows(), [&](std::size_t row) {
    of.each_against(row, around, reach,
                    [&](std::size_t one, std::size_t other, std::size_t count, const Leaves::Chunk& squares) {
                      double* const sums = within.data() + one * width;
                      for (std::size_t k = 0; k < count; ++k) {
                        const double square = squares[static_cast<Eigen::Index>(k)];
                        if (square > steps.most() || around.sites()[other + k] == of.sites()[one]) continue;
                        sums[steps.of(square)] += around.weights()[other + k];
                      }
                    });
    for (const std::size_t one : of.row(row)) {
      const auto sums = within.begin() + static_cast<std::ptrdiff_t>(one * width);
      std::partial_sum(sums, sums + static_cast<std::ptrdiff_t>(width), sums);
    }
  });
  return within;
}

// M from what is around each case: cases_around by point of `cases`, all_around(point) the place of its sums in `all`.
template <class AllAround>
Curve ratio(const Leaves& cases, double all_weight, std::span<const double> cases_around, std::size_t width,
            const AllAround& all_around) {
  const double case_weight = std::reduce(cases.weights().begin(), cases.weights().end());
  std::vector<double> found(width);
  std::vector<double> expected(width);
  for (std::size_t point = 0; point < cases.size(); ++point) {
    const double own = cases.weights()[point];
    if (all_weight - own <= 0) continue;
    const double share = (case_weight - own) / (all_weight - own);
    const std::span<const double> all = all_around(point);
    for (std::size_t step = 0; step < width; ++step) {
      if (all[step] <= 0) continue;
      found[step] += cases_around[point * width + step] / all[step];
      expected[step] += share;
    }
  }
  Curve curve(width);
  for (std::size_t step = 0; step < width; ++step)
    if (expected[step] > 0) curve[step] = found[step] / expected[step];
  return curve;
}

double weight_of(std::span<const Site> sites) {
  double sum = 0;
  for (const Site& site : sites) sum += site.weight;
  return sum;
}

std::vector<std::uint32_t> everything(std::size_t count) {
  const auto sites = std::views::iota(0U, static_cast<std::uint32_t>(count));
  return {sites.begin(), sites.end()};
}

Curve concentration(const Leaves& points, const Leaves& cases, const Steps& steps, double weight, const Work& work) {
  const auto all_around = around_each(cases, points, steps, work);
  const auto cases_around = around_each(cases, cases, steps, work);
  return ratio(cases, weight, cases_around, steps.count(),
               [&](std::size_t point) { return std::span{all_around}.subspan(point * steps.count(), steps.count()); });
}

}  // namespace

Curve relative_concentration(std::span<const Site> all, std::span<const std::uint32_t> cases,
                             std::span<const double> distances, const Work& work) {
  return concentration(Leaves{all, everything(all.size())}, Leaves{all, cases}, Steps{distances}, weight_of(all), work);
}

Envelope relative_concentration_envelope(std::span<const Site> all, std::uint32_t cases,
                                         std::span<const double> distances, const RandomDraws& draws,
                                         const Work& work) {
  const Leaves points{all, everything(all.size())};
  const Steps steps{distances};
  const std::size_t width = steps.count();
  const double weight = weight_of(all);
  const bool once = all.size() <= draws.count * cases && all.size() * width <= kMostHeld;
  std::vector<double> all_around;
  std::vector<std::size_t> place(all.size());
  for (std::size_t point = 0; point < all.size(); ++point) place[points.sites()[point]] = point;
  if (once) all_around = around_each(points, points, steps, {.threads = work.threads, .stop = work.stop});

  std::vector<Curve> curves(draws.count);
  in_blocks(work, draws.count, [&](std::size_t draw) {
    const Leaves drawn{all, random_sites({cases, static_cast<std::uint32_t>(all.size())}, Draw{draws.seed, draw})};
    const Work alone{.stop = work.stop};
    if (!once) {
      curves[draw] = concentration(points, drawn, steps, weight, alone);
      return;
    }
    const auto cases_around = around_each(drawn, drawn, steps, alone);
    curves[draw] = ratio(drawn, weight, cases_around, width, [&](std::size_t point) {
      return std::span{all_around}.subspan(place[drawn.sites()[point]] * width, width);
    });
  });
  return envelope(curves, draws, {.threads = work.threads, .stop = work.stop});
}

}  // namespace trivium::measure

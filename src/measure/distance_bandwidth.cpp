#include "measure/distance_bandwidth.hpp"

#include "measure/distance_bins.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace trivium::measure {
namespace {

constexpr std::uint32_t kMarks = 1024;
constexpr unsigned kParts = 10;           // of a bin, as a power of 2
constexpr std::uint64_t kMany = 1 << 22;  // distances kept at once to find a quartile among

struct Counted {
  std::vector<Bin> bins;
  std::uint64_t count = 0;
  double sum = 0;
  double squares = 0;
};

Counted count(const Leaves& points, const Ruler& ruler, double most, const Work& work) {
  std::vector<double> squares(points.rows());
  Counted all{std::vector<Bin>(kMarks + 1)};
  std::mutex together;
  in_blocks(work, points.rows(), [&](std::size_t row) {
    RunBins here{{.rulers = std::span{&ruler, 1}}};
    points.runs(row, {0, most}, [&](const Run& run) { here.add(run, most * most); });
    squares[row] = here.squares();
    const auto bins = here.bins(0);
    const std::lock_guard held{together};
    for (std::size_t mark = 0; mark <= kMarks; ++mark) {
      all.bins[mark].count += bins[mark].count;
      all.bins[mark].offset += bins[mark].offset;
    }
  });
  for (std::uint32_t mark = 0; mark < kMarks; ++mark) {
    const auto in = static_cast<double>(all.bins[mark].count);
    all.count += all.bins[mark].count;
    all.sum += ruler.step * (in * mark + static_cast<double>(all.bins[mark].offset) / RulerKeys::kScale);
  }
  for (const double sum : squares) all.squares += sum;
  all.squares -= static_cast<double>(all.bins[kMarks].count) * most * most;
  return all;
}

// The distances whose key, without its last `shift` bits, is `wanted`.
std::vector<double> keyed(const Leaves& points, const Ruler& ruler, std::uint64_t wanted, unsigned shift,
                          const Work& work) {
  const RulerKeys keys{ruler};
  const double from = ruler.step * static_cast<double>(wanted << shift) / RulerKeys::kScale;
  const double to = ruler.step * static_cast<double>((wanted + 1) << shift) / RulerKeys::kScale;
  constexpr std::uint64_t kNumber = (std::uint64_t{1} << 52) - 1;
  constexpr double kHair = 1e-6;
  const Reach reach{from * (1 - kHair), to * (1 + kHair)};
  const double least = reach.least * reach.least;
  const double most = reach.most * reach.most;
  std::vector<double> found;
  std::mutex together;
  in_blocks(work, points.rows(), [&](std::size_t row) {
    std::vector<double> here;
    points.pairs(row, reach, [&](std::size_t, std::size_t, std::size_t pairs, const Leaves::Chunk& squared) {
      for (const double square : squared.head(static_cast<Eigen::Index>(pairs))) {
        if (square < least || square > most) continue;
        const double distance = std::sqrt(square);
        if ((keys(distance) & kNumber) >> shift == wanted) here.push_back(distance);
      }
    });
    const std::lock_guard held{together};
    found.insert(found.end(), here.begin(), here.end());
  });
  return found;
}

// How many distances of one bin are in each of its 1,024 parts.
std::vector<std::uint64_t> parts(const Leaves& points, const Ruler& ruler, std::uint64_t mark, const Work& work) {
  const RulerKeys keys{ruler};
  const double from = ruler.step * static_cast<double>(mark);
  std::vector<std::uint64_t> all(1U << kParts);
  std::mutex together;
  in_blocks(work, points.rows(), [&](std::size_t row) {
    std::vector<std::uint64_t> here(1U << kParts);
    points.pairs(row, {from * (1 - 1e-6), (from + ruler.step) * (1 + 1e-6)},
                 [&](std::size_t, std::size_t, std::size_t pairs, const Leaves::Chunk& squared) {
                   for (const double square : squared.head(static_cast<Eigen::Index>(pairs)))
                     if (const auto key = keys(std::sqrt(square)); RulerKeys::mark(key) == mark)
                       ++here[RulerKeys::offset(key) >> (RulerKeys::kFine - kParts)];
                 });
    const std::lock_guard held{together};
    for (std::size_t part = 0; part < all.size(); ++part) all[part] += here[part];
  });
  return all;
}

// The distance that rank others are smaller than.
double ranked(const Leaves& points, const Ruler& ruler, const Counted& counted, std::uint64_t rank, const Work& work) {
  std::uint64_t mark = 0;
  for (; rank >= counted.bins[mark].count; ++mark) rank -= counted.bins[mark].count;
  std::uint64_t wanted = mark;
  unsigned shift = RulerKeys::kFine;
  if (counted.bins[mark].count > kMany) {
    const auto finer = parts(points, ruler, mark, work);
    std::uint64_t part = 0;
    for (; rank >= finer[part]; ++part) rank -= finer[part];
    wanted = mark << kParts | part;
    shift -= kParts;
  }
  auto distances = keyed(points, ruler, wanted, shift, work);
  const auto place = distances.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(distances.begin(), place, distances.end());
  return *place;
}

struct Between {
  std::uint64_t rank;
  double beyond;
};

Between quantile_place(std::uint64_t count, double share) {
  const double place = static_cast<double>(count - 1) * share;
  return {static_cast<std::uint64_t>(place), place - std::floor(place)};
}

double quantile(const Leaves& points, const Ruler& ruler, const Counted& counted, double share, const Work& work) {
  const auto [rank, beyond] = quantile_place(counted.count, share);
  const double below = ranked(points, ruler, counted, rank, work);
  if (beyond == 0) return below;
  return below + beyond * (ranked(points, ruler, counted, rank + 1, work) - below);
}

std::size_t mark_of(const Counted& counted, std::uint64_t rank) {
  std::size_t mark = 0;
  for (; rank >= counted.bins[mark].count; ++mark) rank -= counted.bins[mark].count;
  return mark;
}

}  // namespace

std::optional<double> silverman_bandwidth(const Leaves& points, double most, const Work& work) {
  const Ruler ruler{0, most / kMarks, kMarks};
  const Counted counted = count(points, ruler, most, work);
  if (counted.count < 2) return std::nullopt;
  const auto m = static_cast<double>(counted.count);
  const double mean = counted.sum / m;
  const double deviation = std::sqrt(std::max(0.0, (counted.squares - m * mean * mean) / (m - 1)));
  double spread = deviation;
  // Where the quartiles lie so far apart that the deviation is less in any case, they need not be known.
  const auto first = mark_of(counted, quantile_place(counted.count, 0.25).rank + 1);
  const auto third = mark_of(counted, quantile_place(counted.count, 0.75).rank);
  const double apart = third > first ? static_cast<double>(third - first - 1) * ruler.step : 0;
  if (apart / 1.34 <= deviation)
    spread =
        std::min(deviation,
                 (quantile(points, ruler, counted, 0.75, work) - quantile(points, ruler, counted, 0.25, work)) / 1.34);
  const double bandwidth = 0.9 * spread * std::pow(m, -0.2);
  // Of distances that are all the same, rounding alone tells a deviation.
  return bandwidth > 1e-9 * mean ? std::optional{bandwidth} : std::nullopt;
}

}  // namespace trivium::measure

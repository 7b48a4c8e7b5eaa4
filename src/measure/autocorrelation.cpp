#include "measure/autocorrelation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace trivium::measure {
namespace {

// So many draws go past the neighbours together.
constexpr std::size_t kLanes = 4;
using Lanes = std::array<double, kLanes>;

// Each pair of neighbours once, with the weight of both ways. Areas are numbered along the map, so that neighbours lie
// close together in memory; which area has which number is of no matter where values are dealt by chance.
struct Pairs {
  Places later;                // by area, its neighbours with a greater number
  std::vector<double> weight;  // of each
};

// From any area through its neighbours to theirs; then on from the next area not reached.
std::vector<std::uint32_t> along_the_map(const Places& out, const Places& in) {
  const auto n = out.rows();
  std::vector<std::uint32_t> number(n, 0);
  std::vector<bool> reached(n, false);
  std::vector<std::uint32_t> queue;
  queue.reserve(n);
  for (std::uint32_t start = 0; start < n; ++start) {
    if (reached[start]) continue;
    reached[start] = true;
    queue.push_back(start);
    for (auto at = queue.size() - 1; at < queue.size(); ++at) {
      const auto area = queue[at];
      number[area] = static_cast<std::uint32_t>(at);
      for (const auto* ways : {&out, &in}) {
        for (const auto next : ways->row(area)) {
          if (reached[next]) continue;
          reached[next] = true;
          queue.push_back(next);
        }
      }
    }
  }
  return number;
}

Pairs pairs_of(const Places& out, const Places& in, const std::vector<std::uint32_t>& number) {
  const auto n = out.rows();
  std::vector<std::uint32_t> area_of(n);
  for (std::uint32_t area = 0; area < n; ++area) area_of[number[area]] = area;
  const auto share = [&](std::size_t area) { return 1 / static_cast<double>(out.row(area).size()); };
  Pairs found;
  found.later.from.reserve(n + 1);
  found.later.from.push_back(0);
  std::vector<std::pair<std::uint32_t, double>> row;
  for (std::uint32_t at = 0; at < n; ++at) {
    const auto area = area_of[at];
    row.clear();
    for (const auto other : out.row(area)) row.emplace_back(number[other], share(area));
    for (const auto other : in.row(area)) row.emplace_back(number[other], share(other));
    std::ranges::sort(row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].first <= at) continue;
      const bool again = i > 0 && row[i - 1].first == row[i].first;
      if (again) found.weight.back() += row[i].second;
      else {
        found.later.places.push_back(row[i].first);
        found.weight.push_back(row[i].second);
      }
    }
    found.later.from.push_back(found.later.places.size());
  }
  return found;
}

// Σ over the pairs of weight · value · value, in the same order for any processor.
[[gnu::always_inline]] inline Lanes products(const Pairs& pairs, std::span<const Lanes> values) {
  Lanes sum{};
  const Lanes* const value = values.data();
  const std::uint32_t* const places = pairs.later.places.data();
  const double* const weights = pairs.weight.data();
  for (std::size_t area = 0; area < values.size(); ++area) {
    Lanes around{};
    for (auto at = pairs.later.from[area]; at < pairs.later.from[area + 1]; ++at) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) around[lane] += weights[at] * value[places[at]][lane];
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) sum[lane] += around[lane] * value[area][lane];
  }
  return sum;
}

Lanes products_plainly(const Pairs& pairs, std::span<const Lanes> values) { return products(pairs, values); }

#if defined(__x86_64__)
[[gnu::target("avx2")]] Lanes products_widely(const Pairs& pairs, std::span<const Lanes> values) {
  return products(pairs, values);
}
const auto kProducts = __builtin_cpu_supports("avx2") != 0 ? &products_widely : &products_plainly;
#else
constexpr auto kProducts = &products_plainly;
#endif

void deal(std::vector<double>& values, Draw draw) {
  for (auto left = static_cast<std::uint32_t>(values.size()); left > 1; --left)
    std::swap(values[left - 1], values[draw.below(left)]);
}

// Room for so many draws at a time.
struct Table {
  explicit Table(std::size_t areas) : lanes(areas) {}
  std::array<std::vector<double>, kLanes> dealt;
  std::vector<Lanes> lanes;

  void side_by_side() {
    for (std::size_t area = 0; area < lanes.size(); ++area) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[area][lane] = dealt[lane][area];
    }
  }
};

double deviation_by_chance(const Settled& areas, const Pairs& pairs, std::span<const double> centred) {
  const auto n = static_cast<double>(centred.size());
  double squares = 0;
  double fourths = 0;
  for (const double z : centred) {
    squares += z * z;
    fourths += z * z * z * z;
  }
  const double kurtosis = n * fourths / (squares * squares);
  double s1 = 0;  // ½ Σ (w(i,j) + w(j,i))² over all ordered pairs
  for (const double weight : pairs.weight) s1 += weight * weight;
  std::vector<double> into(centred.size(), 1.0);  // what an area gives and gets; it gives 1
  for (std::size_t area = 0; area < centred.size(); ++area) {
    const auto row = areas.neighbours.row(area);
    for (const auto other : row) into[other] += 1 / static_cast<double>(row.size());
  }
  double s2 = 0;
  for (const double both : into) s2 += both * both;
  const double s0 = n;
  const double mean = -1 / (n - 1);
  const double second = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) -
                         kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
                        ((n - 1) * (n - 2) * (n - 3) * s0 * s0);
  return std::sqrt(std::max(0.0, second - mean * mean));
}

std::vector<double> centred(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  std::vector<double> found{values.begin(), values.end()};
  for (auto& value : found) value -= mean;
  return found;
}

}  // namespace

double either_side(const Chance& chance) { return std::min(1.0, 2 * std::min(chance.as_high, chance.as_low)); }

std::optional<Moran> moran(std::span<const std::optional<double>> values, const Places& neighbours, const Draws& draws,
                           const Work& work) {
  const auto areas = settled(values, neighbours);
  const auto n = areas.areas.size();
  constexpr std::size_t kFewest = 4;  // the deviation by chance divides by n − 3
  if (n < kFewest || std::ranges::min(areas.values) == std::ranges::max(areas.values)) return std::nullopt;
  const auto in = turned(areas.neighbours, n);
  const auto number = along_the_map(areas.neighbours, in);
  const auto pairs = pairs_of(areas.neighbours, in, number);
  const auto plain = centred(areas.values);
  std::vector<double> along(n);
  double squares = 0;
  for (std::size_t area = 0; area < n; ++area) {
    along[number[area]] = plain[area];
    squares += plain[area] * plain[area];
  }
  Table seen{n};
  seen.dealt.fill(along);
  seen.side_by_side();
  const double observed = kProducts(pairs, seen.lanes)[0];

  // Rounding could tell apart what is the same: a hair's breadth counts as equal.
  const double hair = 1e-12 * squares;
  constexpr std::size_t kValues = 1'500'000;  // about a hundredth of a second's work for each lane
  const auto together = kLanes * std::clamp<std::size_t>(kValues / n, 1, 64);
  const auto blocks = (draws.count + together - 1) / together;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counts(blocks);  // as high, as low
  in_blocks(work, blocks, [&](std::size_t block) {
    Table table{n};
    const auto end = std::min<std::size_t>(draws.count, (block + 1) * together);
    for (auto first = block * together; first < end; first += kLanes) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        table.dealt[lane] = along;
        if (first + lane < end) deal(table.dealt[lane], {draws.seed, first + lane});
      }
      table.side_by_side();
      const auto found = kProducts(pairs, table.lanes);
      for (std::size_t lane = 0; lane < kLanes && first + lane < end; ++lane) {
        if (found[lane] >= observed - hair) ++counts[block].first;
        if (found[lane] <= observed + hair) ++counts[block].second;
      }
    }
  });
  Chance chance{.as_high = 1, .as_low = 1};
  for (const auto& [high, low] : counts) {
    chance.as_high += high;
    chance.as_low += low;
  }
  chance.as_high /= draws.count + 1.0;
  chance.as_low /= draws.count + 1.0;
  return Moran{.areas = n,
               .i = observed / squares,
               .expected = -1 / (static_cast<double>(n) - 1),
               .deviation = deviation_by_chance(areas, pairs, plain),
               .chance = chance};
}

}  // namespace trivium::measure

#include "measure/relatedness.hpp"

#include <algorithm>
#include <tuple>

namespace trivium::measure {
namespace {

std::tuple<Industry, Industry> pair_of(const Flow& flow) { return {flow.from, flow.to}; }

// Sorted by pair, each pair once, nobody left out.
std::vector<Flow> gathered(std::span<const Flow> flows) {
  std::vector<Flow> all{flows.begin(), flows.end()};
  std::erase_if(all, [](const Flow& flow) { return flow.count == 0; });
  std::ranges::sort(all, {}, pair_of);
  std::vector<Flow> once;
  for (const auto& flow : all) {
    if (!once.empty() && pair_of(once.back()) == pair_of(flow)) once.back().count += flow.count;
    else once.push_back(flow);
  }
  return once;
}

void assume(std::vector<Flow>& flows, std::uint64_t unseen) {
  std::vector<Flow> assumed;
  for (const auto& flow : flows) {
    const Flow back{flow.to, flow.from, unseen};
    if (!std::ranges::binary_search(flows, pair_of(back), {}, pair_of)) assumed.push_back(back);
  }
  flows.insert(flows.end(), assumed.begin(), assumed.end());
  std::ranges::sort(flows, {}, pair_of);
}

}  // namespace

std::vector<Relatedness> skill_relatedness(std::span<const Flow> flows, const Counting& counting) {
  auto moves = gathered(flows);
  if (counting.unseen) assume(moves, *counting.unseen);
  if (counting.within == Within::left_out) std::erase_if(moves, [](const Flow& flow) { return flow.from == flow.to; });
  Industry last = 0;
  for (const auto& flow : moves) last = std::max({last, flow.from, flow.to});
  std::vector<double> left(std::size_t{last} + 1, 0.0);
  std::vector<double> came(std::size_t{last} + 1, 0.0);
  double all = 0;
  // Whole numbers: a double holds every one up to 2⁵³ exactly, and nobody counts more people than that.
  for (const auto& flow : moves) {
    const auto count = static_cast<double>(flow.count);
    left[flow.from] += count;
    came[flow.to] += count;
    all += count;
  }
  std::vector<Relatedness> found;
  for (const auto& flow : moves) {
    if (flow.from == flow.to) continue;
    const double ratio = static_cast<double>(flow.count) * all / (left[flow.from] * came[flow.to]);
    found.push_back(
        {.from = flow.from, .to = flow.to, .count = flow.count, .ratio = ratio, .related = (ratio - 1) / (ratio + 1)});
  }
  return found;
}

std::vector<Flow> connections(std::span<const Flow> flows) {
  std::vector<Flow> both{flows.begin(), flows.end()};
  for (const auto& flow : flows) {
    if (flow.from != flow.to) both.push_back({flow.to, flow.from, flow.count});
  }
  return gathered(both);
}

std::vector<Neighbours> both_ways(std::span<const Relatedness> relatedness) {
  std::vector<Neighbours> pairs;
  for (const auto& way : relatedness) {
    const auto [one, other] = std::minmax(way.from, way.to);
    const bool there = way.from == one;
    pairs.push_back({.one = one,
                     .other = other,
                     .there = there ? way.count : 0,
                     .back = there ? 0 : way.count,
                     .related = way.related});
  }
  const auto key = [](const Neighbours& pair) { return std::tuple{pair.one, pair.other}; };
  std::ranges::stable_sort(pairs, {}, key);
  std::vector<Neighbours> once;
  constexpr double kNever = -1;
  for (const auto& way : pairs) {
    if (!once.empty() && key(once.back()) == key(way)) {
      once.back().there += way.there;
      once.back().back += way.back;
      once.back().related += (way.related - kNever) / 2;
    } else {
      once.push_back(way);
      once.back().related = (way.related + kNever) / 2;
    }
  }
  return once;
}

}  // namespace trivium::measure

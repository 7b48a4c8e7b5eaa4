#include "measure/eight_walks.hpp"

#include <algorithm>
#include <array>

namespace trivium::measure {
namespace {

// Vectors of the compiler's own kind: the same source for machines with 16 and with 32 bytes in a register. Each lane
// sees the same operations in the same order, so the numbers are the same as well.
using Wide16 = double __attribute__((vector_size(16), may_alias));
using Bits16 = std::int64_t __attribute__((vector_size(16), may_alias));
using Wide32 = double __attribute__((vector_size(32), may_alias));
using Bits32 = std::int64_t __attribute__((vector_size(32), may_alias));

struct alignas(64) LaneMask {
  std::array<std::int64_t, 8> of;
};

// All bits of each lane that the mask names.
constexpr auto kLanes = [] {
  std::array<LaneMask, 256> made{};
  for (std::size_t mask = 0; mask < made.size(); ++mask) {
    for (std::size_t lane = 0; lane < 8; ++lane) made[mask].of[lane] = ((mask >> lane) & 1) != 0 ? -1 : 0;
  }
  return made;
}();

bool wide_registers() {
#if defined(__x86_64__)
  static const bool there = __builtin_cpu_supports("avx2") != 0;
  return there;
#else
  return false;
#endif
}

}  // namespace

// The sum over the neighbours that are one step nearer: of the ways to them. A lane that holds nothing yet may hold
// anything at all; it is masked as bits, so that not even a NaN gets through. A neighbour that is not nearer adds
// nothing, which is quicker than a branch that cannot be foreseen.
template <class Wide, class Bits>
__attribute__((always_inline)) inline void EightWalks::count_ways(const Place& place,
                                                                  std::span<const Arrival> arrivals) {
  constexpr std::size_t kParts = sizeof(Lanes) / sizeof(Wide);
  for (const Arrival* to = arrivals.data(); to != arrivals.data() + arrivals.size(); ++to) {
    Wide sum[kParts] = {};
    for (std::size_t i = place.begins[to->node]; i != place.begins[to->node + std::size_t{1}]; ++i) {
      const Node from = place.neighbours[i];
      const std::size_t both = place.near[from] & to->mask;
      const auto* const value = reinterpret_cast<const Bits*>(place.lanes[from].of);
      const auto* const mask = reinterpret_cast<const Bits*>(kLanes.data() + both);
#pragma GCC unroll 4
      for (std::size_t part = 0; part < kParts; ++part)
        sum[part] += __builtin_bit_cast(Wide, static_cast<Bits>(value[part] & mask[part]));
    }
    auto* const lanes = reinterpret_cast<Bits*>(place.lanes[to->node].of);
    const auto* const mask = reinterpret_cast<const Bits*>(kLanes.data() + to->mask);
#pragma GCC unroll 4
    for (std::size_t part = 0; part < kParts; ++part)
      lanes[part] = (lanes[part] & ~mask[part]) | __builtin_bit_cast(Bits, sum[part]);
  }
}

// Brandes: what v has of the ways from s is ways(v) · Σ over the nodes w one step further of (1 + what w has) /
// ways(w). The fraction is kept for each node, so that a tie costs an addition only.
template <class Wide, class Bits>
__attribute__((always_inline)) inline void EightWalks::gather(const Place& place, const Lanes* ways,
                                                              std::span<const Arrival> arrivals, double* dependency) {
  constexpr std::size_t kParts = sizeof(Lanes) / sizeof(Wide);
  for (const Arrival* to = arrivals.data(); to != arrivals.data() + arrivals.size(); ++to) {
    Wide sum[kParts] = {};
    for (std::size_t i = place.begins[to->node]; i != place.begins[to->node + std::size_t{1}]; ++i) {
      const Node further = place.neighbours[i];
      const std::size_t both = place.near[further] & to->mask;
      const auto* const value = reinterpret_cast<const Bits*>(place.lanes[further].of);
      const auto* const mask = reinterpret_cast<const Bits*>(kLanes.data() + both);
#pragma GCC unroll 4
      for (std::size_t part = 0; part < kParts; ++part)
        sum[part] += __builtin_bit_cast(Wide, static_cast<Bits>(value[part] & mask[part]));
    }
    Lanes has;
    auto* const lanes = reinterpret_cast<Bits*>(place.lanes[to->node].of);
    const auto* const mask = reinterpret_cast<const Bits*>(kLanes.data() + to->mask);
    const auto* const of_node = reinterpret_cast<const Wide*>(ways[to->node].of);
#pragma GCC unroll 4
    for (std::size_t part = 0; part < kParts; ++part) {
      const Wide share = 1.0 / of_node[part] + sum[part];
      reinterpret_cast<Wide*>(has.of)[part] = of_node[part] * sum[part];  // 0 in all other lanes, as the sum is
      lanes[part] = (lanes[part] & ~mask[part]) | (__builtin_bit_cast(Bits, share) & mask[part]);
    }
    const double* const one = has.of;
    dependency[to->node] += ((one[0] + one[1]) + (one[2] + one[3])) + ((one[4] + one[5]) + (one[6] + one[7]));
  }
}

void EightWalks::count_ways_plainly(const Place& place, std::span<const Arrival> arrivals) {
  count_ways<Wide16, Bits16>(place, arrivals);
}
void EightWalks::gather_plainly(const Place& place, const Lanes* ways, std::span<const Arrival> arrivals,
                                double* dependency) {
  gather<Wide16, Bits16>(place, ways, arrivals, dependency);
}
#if defined(__x86_64__)
__attribute__((target("avx2"))) void EightWalks::count_ways_widely(const Place& place,
                                                                   std::span<const Arrival> arrivals) {
  count_ways<Wide32, Bits32>(place, arrivals);
}
__attribute__((target("avx2"))) void EightWalks::gather_widely(const Place& place, const Lanes* ways,
                                                               std::span<const Arrival> arrivals, double* dependency) {
  gather<Wide32, Bits32>(place, ways, arrivals, dependency);
}
#else
void EightWalks::count_ways_widely(const Place& place, std::span<const Arrival> arrivals) {
  count_ways_plainly(place, arrivals);
}
void EightWalks::gather_widely(const Place& place, const Lanes* ways, std::span<const Arrival> arrivals,
                               double* dependency) {
  gather_plainly(place, ways, arrivals, dependency);
}
#endif

EightWalks::EightWalks(const Network& network)
    : network_{network},
      ways_(network.nodes()),
      share_(network.nodes()),
      near_(network.nodes()),
      seen_(network.nodes()),
      coming_(network.nodes()),
      touched_(network.nodes() + 1) {}

void EightWalks::add(std::span<const Node> starts, std::span<double> dependency, const Work& work) {
  reach(starts, work);
  for (std::size_t eight = 0; eight < starts.size(); eight += 8) {
    if (work.stop.stop_requested()) throw Cancelled{};
    choose(eight);
    for (std::size_t lane = 0; lane < 8 && eight + lane < starts.size(); ++lane)
      ways_[starts[eight + lane]].of[lane] = 1;
    outward();
    back(dependency);
  }
}

void EightWalks::reach(std::span<const Node> starts, const Work& work) {
  std::ranges::fill(seen_, 0);
  reached_.clear();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint64_t mask = std::uint64_t{1} << i;
    reached_.push_back({starts[i], mask});
    seen_[starts[i]] = mask;
  }
  reached_begins_ = {0, reached_.size()};
  const auto& out = network_.outward();
  std::uint64_t* const coming = coming_.data();
  std::uint64_t* const seen = seen_.data();
  Node* const touched = touched_.data();
  for (;;) {
    if (work.stop.stop_requested()) throw Cancelled{};
    std::size_t count = 0;  // no branch: which node is new cannot be foreseen
    for (const auto& from : std::span{reached_}.subspan(reached_begins_[reached_begins_.size() - 2])) {
      const Node* const end = out.neighbours.data() + out.begins[from.node + std::size_t{1}];
      for (const Node* to = out.neighbours.data() + out.begins[from.node]; to != end; ++to) {
        const std::uint64_t fresh = from.mask & ~seen[*to];
        const std::uint64_t before = coming[*to];
        touched[count] = *to;
        count += static_cast<std::size_t>(before == 0) & static_cast<std::size_t>(fresh != 0);
        coming[*to] = before | fresh;
      }
    }
    if (count == 0) return;
    for (const Node node : std::span{touched_}.first(count)) {
      reached_.push_back({node, coming[node]});
      seen[node] |= coming[node];
      coming[node] = 0;
    }
    reached_begins_.push_back(reached_.size());
  }
}

// Of the 64, the eight from the given one on.
void EightWalks::choose(std::size_t eight) {
  arrivals_.resize(reached_.size() + 1);
  begins_.assign(1, 0);
  Arrival* const arrivals = arrivals_.data();
  std::size_t count = 0;
  for (std::size_t distance = 0; distance + 1 < reached_begins_.size(); ++distance) {
    const Reached* const end = reached_.data() + reached_begins_[distance + 1];
    for (const Reached* one = reached_.data() + reached_begins_[distance]; one != end; ++one) {
      const auto mask = static_cast<Mask>(one->mask >> eight);
      arrivals[count] = {one->node, mask};
      count += static_cast<std::size_t>(mask != 0);
    }
    if (count == begins_.back()) return;  // further away there is nobody either
    begins_.push_back(count);
  }
}

void EightWalks::show(std::size_t distance) {
  for (const auto& arrival : at(distance)) near_[arrival.node] = arrival.mask;
}

void EightWalks::hide(std::size_t distance) {
  for (const auto& arrival : at(distance)) near_[arrival.node] = 0;
}

void EightWalks::outward() {
  const auto& in = network_.into();
  const Place place{in.begins.data(), in.neighbours.data(), near_.data(), ways_.data()};
  for (std::size_t distance = 0; distance + 2 < begins_.size(); ++distance) {
    show(distance);
    (wide_registers() ? count_ways_widely : count_ways_plainly)(place, at(distance + 1));
    hide(distance);
  }
}

void EightWalks::back(std::span<double> dependency) {
  const auto& out = network_.outward();
  const Place place{out.begins.data(), out.neighbours.data(), near_.data(), share_.data()};
  const std::size_t furthest = begins_.size() - 2;
  for (std::size_t distance = furthest; distance > 0; --distance) {
    (wide_registers() ? gather_widely : gather_plainly)(place, ways_.data(), at(distance), dependency.data());
    if (distance < furthest) hide(distance + 1);
    show(distance);
  }
  if (furthest > 0) hide(1);
}

}  // namespace trivium::measure

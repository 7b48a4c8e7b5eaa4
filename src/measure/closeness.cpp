#include "measure/closeness.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <mutex>

namespace trivium::measure {
namespace {

// Steps are counted from 512 nodes at once: each node holds a bit for each of them that says who has come by (Then and
// others, The more the merrier: efficient multi-source graph traversal, PVLDB 8, 2014). In the step after, a node gets
// the bits of all its neighbours. Distances are added up where they end, for which counting bits will do; hence steps
// to a node are walked along its ties, and steps from it against them.
constexpr std::size_t kWords = 8;
constexpr std::size_t kAtOnce = 64 * kWords;
using Walkers = std::array<std::uint64_t, kWords>;

struct Sums {
  explicit Sums(std::size_t nodes) : reached(nodes, 0), steps(nodes, 0) {}
  std::vector<std::uint64_t> reached;
  std::vector<std::uint64_t> steps;
};

struct Walk {
  const std::size_t* begins;
  const Node* neighbours;
  std::size_t nodes;
  Walkers* seen;
  Walkers* front;
  Walkers* next;
  std::uint64_t* reached;
  std::uint64_t* steps;
};

// One step: next gets what is new at each node. Says whether anything is.
__attribute__((always_inline)) inline bool step(const Walk& walk, const Walkers& everybody, std::uint64_t distance) {
  std::uint64_t anything = 0;
  for (std::size_t node = 0; node < walk.nodes; ++node) {
    std::uint64_t* const seen = walk.seen[node].data();
    std::uint64_t* const next = walk.next[node].data();
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < kWords; ++i) missing |= everybody.data()[i] & ~seen[i];
    std::uint64_t came[kWords] = {};
    if (missing != 0) {
      for (std::size_t at = walk.begins[node]; at < walk.begins[node + 1]; ++at) {
        const std::uint64_t* const front = walk.front[walk.neighbours[at]].data();
        for (std::size_t i = 0; i < kWords; ++i) came[i] |= front[i];
      }
    }
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
      const std::uint64_t fresh = came[i] & ~seen[i];
      next[i] = fresh;
      seen[i] |= fresh;
      count += static_cast<std::uint64_t>(std::popcount(fresh));
    }
    walk.reached[node] += count;
    walk.steps[node] += count * distance;
    anything |= count;
  }
  return anything != 0;
}

bool step_plainly(const Walk& walk, const Walkers& everybody, std::uint64_t distance) {
  return step(walk, everybody, distance);
}

#if defined(__x86_64__)
// The same whole numbers with wider registers, where the machine has them.
__attribute__((target("avx2,popcnt"))) bool step_widely(const Walk& walk, const Walkers& everybody,
                                                        std::uint64_t distance) {
  return step(walk, everybody, distance);
}

bool (*const kStep)(const Walk&, const Walkers&,
                    std::uint64_t) = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? step_widely
                                                                                                        : step_plainly;
#else
bool (*const kStep)(const Walk&, const Walkers&, std::uint64_t) = step_plainly;
#endif

struct From {
  std::size_t begin;
  std::size_t end;
};

Sums walked(const Network::Rows& rows, From from, const Work& work) {
  const std::size_t nodes = rows.begins.size() - 1;
  Sums sums{nodes};
  std::vector<Walkers> seen(nodes);
  std::vector<Walkers> front(nodes);
  std::vector<Walkers> next(nodes);
  Walkers everybody{};
  for (std::size_t node = from.begin; node < from.end; ++node) {
    const std::size_t place = node - from.begin;
    seen[node][place / 64] = front[node][place / 64] = std::uint64_t{1} << (place % 64);
    everybody[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  for (std::uint64_t distance = 1;; ++distance) {
    if (work.stop.stop_requested()) throw Cancelled{};
    const Walk walk{rows.begins.data(),  rows.neighbours.data(), nodes, seen.data(), front.data(), next.data(),
                    sums.reached.data(), sums.steps.data()};
    if (!kStep(walk, everybody, distance)) return sums;
    std::swap(front, next);
  }
}

}  // namespace

std::vector<NodeCloseness> closeness(const Network& network, Along along, const Work& work) {
  // What comes by at a node arrives over the ties that lead to where the steps go.
  const auto& rows = along == Along::out ? network.outward() : network.into();
  const std::size_t nodes = network.nodes();
  Sums all{nodes};
  std::mutex adding;  // whole numbers: in which order does not matter
  in_blocks(work, (nodes + kAtOnce - 1) / kAtOnce, [&](std::size_t block) {
    const auto sums = walked(rows, {block * kAtOnce, std::min(nodes, (block + 1) * kAtOnce)}, work);
    const std::scoped_lock lock{adding};
    for (std::size_t node = 0; node < nodes; ++node) {
      all.reached[node] += sums.reached[node];
      all.steps[node] += sums.steps[node];
    }
  });
  std::vector<NodeCloseness> made(nodes);
  for (std::size_t node = 0; node < nodes; ++node) {
    made[node].reached = all.reached[node];
    if (all.reached[node] > 0)
      made[node].closeness = static_cast<double>(all.reached[node]) / static_cast<double>(all.steps[node]);
  }
  return made;
}

}  // namespace trivium::measure

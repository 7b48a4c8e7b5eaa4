#include "measure/proximity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace trivium::measure {
namespace {

using Row = std::span<const std::uint64_t>;

[[gnu::always_inline]] inline std::uint32_t shared_by(Row one, Row other) {
  std::uint32_t count = 0;
  for (std::size_t word = 0; word < one.size(); ++word)
    count += static_cast<std::uint32_t>(std::popcount(one[word] & other[word]));
  return count;
}

// What one row shares with every row of a table. The same numbers either way; with the processor's own instruction
// about four times as quick, and not every processor we run on has it.
[[gnu::always_inline]] inline void shared_with_all(Row one, const Bits& all, std::span<std::uint32_t> counts) {
  for (std::size_t other = 0; other < counts.size(); ++other) counts[other] = shared_by(one, all.row(other));
}

void shared_plainly(Row one, const Bits& all, std::span<std::uint32_t> counts) { shared_with_all(one, all, counts); }

#if defined(__x86_64__)
[[gnu::target("popcnt")]] void shared_by_instruction(Row one, const Bits& all, std::span<std::uint32_t> counts) {
  shared_with_all(one, all, counts);
}
const auto kShared = __builtin_cpu_supports("popcnt") != 0 ? &shared_by_instruction : &shared_plainly;
#else
constexpr auto kShared = &shared_plainly;
#endif

}  // namespace

CoOccurrence co_occurrence(const Presence& presence, const Work& work) {
  const auto n = presence.industries();
  CoOccurrence found{.industries = n, .together = std::vector<std::uint32_t>(n * n), .beside = {}};
  if (!presence.complete()) found.beside.resize(n * n);
  constexpr std::size_t kRows = 32;
  in_blocks(work, (n + kRows - 1) / kRows, [&](std::size_t block) {
    for (auto one = block * kRows; one < std::min(n, (block + 1) * kRows); ++one) {
      const auto row = presence.home_by_industry().row(one);
      const auto together = std::span{found.together}.subspan(one * n, n);
      kShared(row, presence.home_by_industry(), together);
      if (presence.complete()) continue;
      const auto beside = std::span{found.beside}.subspan(one * n, n);
      kShared(row, presence.unknown_by_industry(), beside);
      for (auto& count : beside) count = together[one] - count;
    }
  });
  return found;
}

Closeness proximity(const CoOccurrence& counts, const Work& work) {
  const auto n = counts.industries;
  Closeness found{n};
  constexpr std::size_t kRows = 32;
  in_blocks(work, (n + kRows - 1) / kRows, [&](std::size_t block) {
    for (auto one = block * kRows; one < std::min(n, (block + 1) * kRows); ++one) {
      for (std::size_t other = 0; other < n; ++other) {
        const auto here = counts.home({one, other});
        const auto there = counts.home({other, one});
        if (here == 0 || there == 0) continue;
        found.note({one, other}, static_cast<double>(counts.both({one, other})) / std::max(here, there));
      }
    }
  });
  return found;
}

Closeness normalised(const CoOccurrence& counts, Normalised how) {
  const auto n = counts.industries;
  std::vector<double> sums(n, 0.0);
  double all = 0;
  for (std::size_t one = 0; one < n; ++one) {
    for (std::size_t other = 0; other < n; ++other) {
      if (one != other) sums[one] += counts.both({one, other});
    }
    all += sums[one];
  }
  const auto weight = [&](const Pair& pair) {
    const double n_both = counts.both(pair);
    const double one = sums[pair.one];
    const double other = sums[pair.other];
    switch (how) {
      case Normalised::association: return n_both * all / (one * other);
      case Normalised::cosine: return n_both / std::sqrt(one * other);
      case Normalised::jaccard: return n_both / (one + other - n_both);
      case Normalised::probability: break;
    }
    return n_both / (one * other * (1 / (all - one) + 1 / (all - other)) / 2);
  };
  Closeness found{n};
  for (std::size_t one = 0; one < n; ++one) {
    for (std::size_t other = 0; other < n; ++other) {
      if (one != other && sums[one] > 0 && sums[other] > 0) found.note({one, other}, weight({one, other}));
    }
  }
  return found;
}

Closeness related_from(Closeness closeness, double least) {
  for (std::size_t one = 0; one < closeness.industries(); ++one) {
    for (std::size_t other = 0; other < closeness.industries(); ++other) {
      const Pair pair{one, other};
      if (const auto weight = closeness.between(pair)) closeness.note(pair, *weight >= least ? 1 : 0);
    }
  }
  return closeness;
}

}  // namespace trivium::measure

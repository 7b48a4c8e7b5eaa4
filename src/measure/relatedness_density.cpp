#include "measure/relatedness_density.hpp"

#include <algorithm>
#include <array>

namespace trivium::measure {
namespace {

// So many industries at a time: what they are close to stays in the nearest cache while all regions go past it.
constexpr std::size_t kColumns = 32;
using Columns = std::array<double, kColumns>;

// Sums of the rows named, in their order, so that each number is the same whatever the processor adds at once.
[[gnu::always_inline]] inline Columns added(std::span<const std::uint32_t> rows, std::span<const Columns> table) {
  Columns sum{};
  const Columns* const at = table.data();
  for (const auto row : rows) {
    for (std::size_t column = 0; column < kColumns; ++column) sum[column] += at[row][column];
  }
  return sum;
}

using Add = Columns (*)(std::span<const std::uint32_t>, std::span<const Columns>);
Columns added_plainly(std::span<const std::uint32_t> rows, std::span<const Columns> table) {
  return added(rows, table);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] Columns added_widely(std::span<const std::uint32_t> rows, std::span<const Columns> table) {
  return added(rows, table);
}
const Add kAdd = __builtin_cpu_supports("avx2") != 0 ? &added_widely : &added_plainly;
#else
constexpr Add kAdd = &added_plainly;
#endif

// What is known of a region, as far as it differs from region to region.
Places known_by_region(const Presence& presence) {
  Places found;
  found.from.push_back(0);
  for (std::size_t region = 0; region < presence.regions(); ++region) {
    for (std::size_t industry = 0; industry < presence.industries(); ++industry) {
      if (presence.known({.region = region, .industry = industry}))
        found.places.push_back(static_cast<std::uint32_t>(industry));
    }
    found.from.push_back(found.places.size());
  }
  return found;
}

}  // namespace

std::vector<Density> relatedness_density(const Close& close, const Work& work) {
  const auto& presence = close.presence;
  const auto regions = presence.regions();
  const auto industries = presence.industries();
  const auto at_home = industries_by_region(presence);
  const auto known = presence.complete() ? Places{} : known_by_region(presence);
  std::vector<std::uint32_t> everything(industries);
  for (std::size_t industry = 0; industry < industries; ++industry)
    everything[industry] = static_cast<std::uint32_t>(industry);

  constexpr double kNone = -1;                       // within this function only
  std::vector<Density> found(regions * industries);  // its own scratch paper: there is much of it
  in_blocks(work, (industries + kColumns - 1) / kColumns, [&](std::size_t block) {
    const auto first = block * kColumns;
    const auto width = std::min(kColumns, industries - first);
    std::vector<Columns> table(industries);
    for (std::size_t row = 0; row < industries; ++row) {
      std::ranges::copy(close.closeness.row(row).subspan(first, width), table[row].begin());
      const bool own = row >= first && row < first + width;
      if (own && close.itself == Itself::left_out) table[row][row - first] = 0;
    }
    const auto all = kAdd(everything, table);
    for (std::size_t region = 0; region < regions; ++region) {
      const auto have = kAdd(at_home.row(region), table);
      const auto of = presence.complete() ? all : kAdd(known.row(region), table);
      for (std::size_t column = 0; column < width; ++column) {
        const auto industry = first + column;
        found[region * industries + industry] = {.region = static_cast<std::uint32_t>(region),
                                                 .industry = static_cast<std::uint32_t>(industry),
                                                 .density = of[column] > 0 ? have[column] / of[column] : kNone};
      }
    }
  });
  std::erase_if(found, [](const Density& one) { return one.density < 0; });
  return found;
}

}  // namespace trivium::measure

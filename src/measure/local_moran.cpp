#include "measure/local_moran.hpp"

#include <algorithm>
#include <map>

namespace trivium::measure {
namespace {

// One draw for all areas: as many different areas in turn as the most neighbours anybody has, and one more. An area
// takes the first so many that are not itself, which is a fair draw from the others. So nearly all areas with so many
// neighbours take the same ones, and only those that were drawn themselves have to be looked at one by one.
struct Dealt {
  std::vector<std::uint32_t> areas;
  std::vector<double> sums;  // of the values of the first 0, 1, 2 …
};

class Deals {
 public:
  Deals(const Settled& areas, const Draws& draws, const Work& work) : areas_{areas} {
    for (std::size_t area = 0; area < areas.areas.size(); ++area)
      most_ = std::max(most_, areas.neighbours.row(area).size());
    all_.resize(draws.count);
    constexpr std::size_t kTogether = 64;
    in_blocks(work, (all_.size() + kTogether - 1) / kTogether, [&](std::size_t block) {
      std::vector<std::size_t> taken(areas.areas.size(), 0);  // by which draw, counted from 1
      for (auto i = block * kTogether; i < std::min(all_.size(), (block + 1) * kTogether); ++i)
        all_[i] = dealt({draws.seed, i}, i + 1, taken);
    });
  }

  [[nodiscard]] std::size_t count() const { return all_.size(); }

  // What the draws come to for anybody with so many neighbours, as long as he is not in them; ascending.
  [[nodiscard]] std::vector<double> sums_of(std::size_t neighbours) const {
    std::vector<double> found;
    for (const auto& one : all_) found.push_back(one.sums[neighbours]);
    std::ranges::sort(found);
    return found;
  }

  struct Instead {
    double sum;
    double own;
  };
  // For each area the draws it is in: what they come to for others, and for itself.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, Instead>> instead() const {
    std::vector<std::pair<std::uint32_t, Instead>> found;
    for (const auto& one : all_) {
      for (std::size_t place = 0; place < one.areas.size(); ++place) {
        const auto area = one.areas[place];
        const auto many = areas_.neighbours.row(area).size();
        if (place >= many) continue;
        const double sum = one.sums[many];
        found.emplace_back(area, Instead{.sum = sum, .own = one.sums[many + 1] - areas_.values[area]});
      }
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    return found;
  }

 private:
  [[nodiscard]] Dealt dealt(Draw draw, std::size_t name, std::vector<std::size_t>& taken) const {
    Dealt found;
    found.sums.push_back(0);
    const auto n = static_cast<std::uint32_t>(areas_.areas.size());
    while (found.areas.size() < std::min<std::size_t>(most_ + 1, n)) {
      const auto area = draw.below(n);
      if (taken[area] == name) continue;
      taken[area] = name;
      found.areas.push_back(area);
      found.sums.push_back(found.sums.back() + areas_.values[area]);
    }
    return found;
  }

  const Settled& areas_;
  std::size_t most_ = 0;
  std::vector<Dealt> all_;
};

struct Times {
  std::size_t above = 0;  // at least as much
  std::size_t below = 0;
};

}  // namespace

std::vector<LocalMoran> local_moran(std::span<const std::optional<double>> values, const Places& neighbours,
                                    const Draws& draws, const Work& work) {
  const auto areas = settled(values, neighbours);
  const auto n = areas.areas.size();
  constexpr std::size_t kFewest = 4;
  if (n < kFewest || std::ranges::min(areas.values) == std::ranges::max(areas.values)) return {};
  double mean = 0;
  for (const double value : areas.values) mean += value / static_cast<double>(n);
  double squares = 0;
  for (const double value : areas.values) squares += (value - mean) * (value - mean);

  const Deals deals{areas, draws, work};
  std::map<std::size_t, std::vector<double>> sums;
  const auto instead = deals.instead();
  auto own = instead.begin();
  std::vector<LocalMoran> found;
  found.reserve(n);
  for (std::size_t area = 0; area < n; ++area) {
    const auto row = areas.neighbours.row(area);
    auto& drawn = sums[row.size()];
    if (drawn.empty()) drawn = deals.sums_of(row.size());
    // Sums of the values as they are: whole numbers stay whole, so that equal is equal.
    double sum = 0;
    for (const auto other : row) sum += areas.values[other];
    Times times{
        .above = static_cast<std::size_t>(drawn.end() - std::ranges::lower_bound(drawn, sum)),
        .below = static_cast<std::size_t>(std::ranges::upper_bound(drawn, sum) - drawn.begin()),
    };
    for (; own != instead.end() && own->first == area; ++own) {
      times.above += own->second.own >= sum ? 1U : 0U;
      times.above -= own->second.sum >= sum ? 1U : 0U;
      times.below += own->second.own <= sum ? 1U : 0U;
      times.below -= own->second.sum <= sum ? 1U : 0U;
    }
    const double z = areas.values[area] - mean;
    const double around = sum / static_cast<double>(row.size());
    if (z < 0) std::swap(times.above, times.below);
    if (z == 0) times = {.above = deals.count(), .below = deals.count()};
    const bool high = z > 0;
    const bool among_high = around > mean;
    const auto share = [&](std::size_t count) {
      return (1 + static_cast<double>(count)) / (1 + static_cast<double>(deals.count()));
    };
    found.push_back({.area = areas.areas[area],
                     .i = (static_cast<double>(n) - 1) * z * (around - mean) / squares,
                     .neighbours = around,
                     .among = high ? (among_high ? Among::high_high : Among::high_low)
                                   : (among_high ? Among::low_high : Among::low_low),
                     .chance = {.as_high = share(times.above), .as_low = share(times.below)}});
  }
  return found;
}

}  // namespace trivium::measure

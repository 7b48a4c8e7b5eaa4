#include "fit/help.hpp"

#include "fit/strengths.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

namespace trivium::fit {
namespace {

bool share_a_mechanism(const std::vector<Mechanism>& one, const std::vector<Mechanism>& other) {
  return std::ranges::any_of(one,
                             [&](Mechanism mechanism) { return std::ranges::find(other, mechanism) != other.end(); });
}

// A practice that works in the same way and is not linked in full yet.
template <class Linked>
std::optional<std::size_t> likely(const Picture& picture, const std::vector<Mechanism>& mechanisms, Linked linked) {
  for (std::size_t k = 0; k < picture.practices.size(); ++k) {
    if (linked(k) < 1 && share_a_mechanism(picture.practices[k].mechanisms, mechanisms)) return k;
  }
  return std::nullopt;
}

// Gains that differ by rounding only are equal.
long long rounded(double part) {
  constexpr double kParts = 1e9;
  return std::llround(part * kParts);
}

// The heavier demand comes first, of equals the one with the smaller id.
auto weight_then_id(const Picture& picture, const Tables& tables, std::size_t demand) {
  return std::tuple{-rounded(tables.weights[demand]), std::string_view{picture.demands[demand].id}, demand};
}

auto order(const Picture& picture, const Tables& tables, const Change& change) {
  const auto& instrument = change.instrument;
  return std::tuple{-rounded(change.gain),
                    weight_then_id(picture, tables, *change.demand),
                    change.control,
                    change.kind,
                    instrument ? std::string_view{picture.instruments[*instrument].id} : std::string_view{},
                    instrument.value_or(0)};
}

}  // namespace

std::vector<Change> most_helpful(const Picture& picture, std::size_t most) {
  const Tables tables{picture};
  const auto all = chains(picture);
  std::vector<Change> found;
  for (std::size_t i = 0; i < picture.demands.size(); ++i) {
    const double now = all[i].strength;
    for (std::size_t j = 0; j < picture.instruments.size(); ++j) {
      if (tables.carried[j] <= now) continue;
      found.push_back({.kind = ChangeKind::address,
                       .gain = tables.weights[i] * (tables.carried[j] - now),
                       .control = Control::influence,
                       .demand = i,
                       .instrument = j,
                       .practice = {}});
    }
    if (now >= 1) continue;
    found.push_back(
        {.kind = ChangeKind::meet,
         .gain = tables.weights[i] * (1 - now),
         .control = Control::by_hand,
         .demand = i,
         .instrument = {},
         .practice = likely(picture, picture.demands[i].mechanisms, [&](std::size_t k) { return tables.c(i, k); })});
  }
  for (std::size_t j = 0; j < picture.instruments.size(); ++j) {
    double gain = 0;
    std::optional<std::size_t> heaviest;
    for (std::size_t i = 0; i < picture.demands.size(); ++i) {
      const double more = tables.a(i, j) - all[i].strength;
      if (more <= 0) continue;
      gain += tables.weights[i] * more;
      if (!heaviest || weight_then_id(picture, tables, i) < weight_then_id(picture, tables, *heaviest)) heaviest = i;
    }
    if (!heaviest) continue;
    found.push_back({.kind = ChangeKind::carry,
                     .gain = gain,
                     .control = Control::by_hand,
                     .demand = heaviest,
                     .instrument = j,
                     .practice = likely(picture, picture.instruments[j].mechanisms,
                                        [&](std::size_t k) { return tables.b(j, k); })});
  }
  const auto kept = std::min(most, found.size());
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), {},
                            [&](const Change& change) { return order(picture, tables, change); });
  found.resize(kept);
  return found;
}

}  // namespace trivium::fit

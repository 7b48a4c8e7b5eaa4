#include "fit/help.hpp"

#include "fit/strengths.hpp"

#include <algorithm>

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

struct Weighed {
  Change change;
  double weight;
};

}  // namespace

std::vector<Change> most_helpful(const Picture& picture, std::size_t most) {
  const Tables tables{picture};
  const auto all = chains(picture);
  std::vector<Weighed> found;
  for (std::size_t i = 0; i < picture.demands.size(); ++i) {
    const double weight = tables.weights[i];
    const double now = all[i].strength;
    for (std::size_t j = 0; j < picture.instruments.size(); ++j) {
      const double gain = weight * (std::max(now, tables.carried[j]) - now);
      if (tables.a(i, j) >= 1 || gain <= 0) continue;
      found.push_back({{.kind = ChangeKind::address,
                        .gain = gain,
                        .control = Control::influence,
                        .demand = i,
                        .instrument = j,
                        .practice = {}},
                       weight});
    }
    if (now < 1) {
      const auto by = likely(picture, picture.demands[i].mechanisms, [&](std::size_t k) { return tables.c(i, k); });
      found.push_back({{.kind = ChangeKind::meet,
                        .gain = weight * (1 - now),
                        .control = Control::by_hand,
                        .demand = i,
                        .instrument = {},
                        .practice = by},
                       weight});
    }
  }
  for (std::size_t j = 0; j < picture.instruments.size(); ++j) {
    double gain = 0;
    std::optional<std::size_t> heaviest;
    for (std::size_t i = 0; i < picture.demands.size(); ++i) {
      const double more = tables.a(i, j) - all[i].strength;
      if (more <= 0) continue;
      gain += tables.weights[i] * more;
      if (!heaviest || tables.weights[i] > tables.weights[*heaviest]) heaviest = i;
    }
    if (!heaviest || tables.carried[j] >= 1) continue;
    const auto by = likely(picture, picture.instruments[j].mechanisms, [&](std::size_t k) { return tables.b(j, k); });
    found.push_back({{.kind = ChangeKind::carry,
                      .gain = gain,
                      .control = Control::by_hand,
                      .demand = heaviest,
                      .instrument = j,
                      .practice = by},
                     tables.weights[*heaviest]});
  }
  // Where gain and weight are equal, what builds on an instrument that is there comes before starting afresh.
  std::ranges::stable_sort(found, [](const Weighed& one, const Weighed& other) {
    if (one.change.gain != other.change.gain) return one.change.gain > other.change.gain;
    if (one.weight != other.weight) return one.weight > other.weight;
    if (one.change.demand != other.change.demand) return one.change.demand < other.change.demand;
    return (one.change.kind != ChangeKind::meet) && (other.change.kind == ChangeKind::meet);
  });
  std::vector<Change> chosen;
  for (const auto& [change, weight] : found) {
    const bool said = std::ranges::any_of(chosen, [&](const Change& other) {
      return other.demand == change.demand &&
             (other.instrument == change.instrument || change.kind == ChangeKind::meet);
    });
    if (!said) chosen.push_back(change);
    if (chosen.size() == most) break;
  }
  return chosen;
}

}  // namespace trivium::fit

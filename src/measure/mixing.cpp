#include "measure/mixing.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace trivium::measure {

std::optional<double> assortativity_by_degree(const Network& network) {
  // Whole numbers would do up to many millions of ties; means first keeps it true beyond.
  double ends = 0;
  double mean_from = 0;
  double mean_into = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    const auto from = static_cast<double>(network.out(node).size());
    const auto into = static_cast<double>(network.in(node).size());
    ends += from;
    mean_from += from * from;
    mean_into += into * into;
  }
  if (ends == 0) return std::nullopt;
  mean_from /= ends;
  mean_into /= ends;
  double together = 0;
  double spread_from = 0;
  double spread_into = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    const auto from = static_cast<double>(network.out(node).size()) - mean_from;
    const auto into = static_cast<double>(network.in(node).size()) - mean_into;
    for (const Node other : network.out(node))
      together += from * (static_cast<double>(network.in(other).size()) - mean_into);
    spread_from += static_cast<double>(network.out(node).size()) * from * from;
    spread_into += static_cast<double>(network.in(node).size()) * into * into;
  }
  // Equal degrees leave a trace of rounding, far below any real difference.
  constexpr double kNothing = 1e-12;
  if (spread_from <= kNothing * ends * mean_from * mean_from) return std::nullopt;
  if (spread_into <= kNothing * ends * mean_into * mean_into) return std::nullopt;
  return together / std::sqrt(spread_from * spread_into);
}

std::optional<double> assortativity_by_category(const Network& network, std::span<const Group> categories) {
  if (categories.size() != network.nodes()) throw std::invalid_argument{"each node of the network needs one category"};
  if (network.ties() == 0) return std::nullopt;
  const std::size_t count = std::size_t{*std::ranges::max_element(categories)} + 1;
  std::vector<double> from(count, 0);
  std::vector<double> into(count, 0);
  double within = 0;
  double all = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    for (const Node other : network.out(node)) {
      from[categories[node]] += 1;
      into[categories[other]] += 1;
      within += categories[node] == categories[other] ? 1 : 0;
      all += 1;
    }
  }
  const auto only_one = [&](double ends) { return ends == all; };
  double by_chance = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (only_one(from[i]) && only_one(into[i])) return std::nullopt;
    by_chance += (from[i] / all) * (into[i] / all);
  }
  return (within / all - by_chance) / (1 - by_chance);
}

}  // namespace trivium::measure

#include "measure/cohesion.hpp"

#include <algorithm>

namespace trivium::measure {

std::optional<double> density(const Network& network) {
  if (network.nodes() < 2) return std::nullopt;
  const auto nodes = static_cast<double>(network.nodes());
  const double possible = nodes * (nodes - 1) / (network.direction() == Direction::directed ? 1 : 2);
  return static_cast<double>(network.ties()) / possible;
}

std::optional<double> reciprocity(const Network& network) {
  if (network.direction() == Direction::undirected || network.ties() == 0) return std::nullopt;
  std::size_t both_ways = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    const auto in = network.in(node);
    both_ways += static_cast<std::size_t>(
        std::ranges::count_if(network.out(node), [&](Node to) { return std::ranges::binary_search(in, to); }));
  }
  return static_cast<double>(both_ways) / static_cast<double>(network.ties());
}

std::optional<double> transitivity(const Network& network, const Work& work) {
  if (network.direction() == Direction::directed) return transitivity(undirected(network), work);
  // Each triangle is found once, from its node with the fewest ties: a hub with many ties is then searched for few.
  const auto before = [&](Node one, Node other) {
    const auto ties_of_one = network.out(one).size();
    const auto ties_of_other = network.out(other).size();
    return ties_of_one != ties_of_other ? ties_of_one < ties_of_other : one < other;
  };
  std::vector<Node> marked_by(network.nodes(), 0);  // the node, plus one
  std::uint64_t triangles = 0;
  std::uint64_t meeting = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    if (work.stop.stop_requested()) throw Cancelled{};
    const auto near = network.out(node);
    if (near.size() > 1) meeting += std::uint64_t{near.size()} * (near.size() - 1) / 2;
    for (const Node other : near) {
      if (before(node, other)) marked_by[other] = node + 1;
    }
    for (const Node other : near) {
      if (!before(node, other)) continue;
      for (const Node third : network.out(other)) {
        if (marked_by[third] == node + 1 && before(other, third)) ++triangles;
      }
    }
  }
  if (meeting == 0) return std::nullopt;
  return 3 * static_cast<double>(triangles) / static_cast<double>(meeting);
}

}  // namespace trivium::measure

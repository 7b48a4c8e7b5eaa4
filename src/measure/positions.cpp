#include "measure/positions.hpp"

#include "measure/graph_library.hpp"

#include <algorithm>

namespace trivium::measure {

std::vector<Degree> degrees(const Network& network) {
  std::vector<Degree> made;
  made.reserve(network.nodes());
  for (Node node = 0; node < network.nodes(); ++node) {
    const auto in = network.in(node);
    const auto out = network.out(node);
    if (network.direction() == Direction::undirected) {
      made.push_back({in.size(), out.size(), out.size()});
      continue;
    }
    const auto both_ways = std::ranges::count_if(out, [&](Node to) { return std::ranges::binary_search(in, to); });
    made.push_back({in.size(), out.size(), in.size() + out.size() - static_cast<std::size_t>(both_ways)});
  }
  return made;
}

std::vector<std::uint32_t> cores(const Network& network) {
  if (network.direction() == Direction::directed) return cores(undirected(network));
  const Turn turn;
  const Graph graph{turn, network};
  Wholes found{turn};
  checked(igraph_coreness(graph(), found(), IGRAPH_ALL));
  std::vector<std::uint32_t> made(network.nodes());
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<std::uint32_t>(found[i]);
  return made;
}

std::vector<std::optional<double>> constraints(const Network& network, Strength strength) {
  if (network.direction() == Direction::directed) return constraints(undirected(network), strength);
  const Turn turn;
  const Graph graph{turn, network};
  Weights weights{turn, network};
  Reals found{turn};
  checked(igraph_constraint(graph(), found(), igraph_vss_all(), strength == Strength::weighed ? weights() : nullptr));
  std::vector<std::optional<double>> made(network.nodes());
  for (Node node = 0; node < made.size(); ++node) {
    if (!network.out(node).empty()) made[node] = found[node];
  }
  return made;
}

}  // namespace trivium::measure

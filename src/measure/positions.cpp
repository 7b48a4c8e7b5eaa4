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

// Takes away whoever has the fewest ties left, again and again (Batagelj and Zaveršnik 2003). igraph does the same; the
// copy it needs of the network takes longer than the work.
std::vector<std::uint32_t> cores(const Network& network) {
  if (network.direction() == Direction::directed) return cores(undirected(network));
  const std::size_t nodes = network.nodes();
  std::vector<std::uint32_t> left(nodes);
  std::vector<std::size_t> begins(1, 0);  // of those with so many ties left, in the order below
  for (Node node = 0; node < nodes; ++node) {
    left[node] = static_cast<std::uint32_t>(network.out(node).size());
    if (begins.size() < left[node] + std::size_t{2}) begins.resize(left[node] + std::size_t{2}, 0);
    ++begins[left[node] + std::size_t{1}];
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  std::vector<Node> order(nodes);
  std::vector<std::size_t> place(nodes);
  auto next = begins;
  for (Node node = 0; node < nodes; ++node) {
    place[node] = next[left[node]]++;
    order[place[node]] = node;
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    const Node gone = order[i];
    for (const Node other : network.out(gone)) {
      if (left[other] <= left[gone]) continue;
      // To the front of those with as many ties, whose begin then moves past it.
      const std::size_t front = begins[left[other]];
      const Node there = order[front];
      std::swap(order[place[other]], order[front]);
      std::swap(place[other], place[there]);
      begins[left[other]] = front + 1;
      --left[other];
    }
  }
  return left;
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

#include "measure/positions.hpp"

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

namespace {

// A part ends before it goes past more partners of partners than this, some hundredths of a second; one node is never
// cut.
constexpr std::size_t kSteps = std::size_t{1} << 21;

std::vector<Node> parts(const Network& network) {
  std::vector<Node> begins{0};
  std::size_t steps = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    std::size_t here = 0;
    for (const Node partner : network.out(node)) here += network.out(partner).size();
    if (steps + here > kSteps && node > begins.back()) {
      begins.push_back(node);
      steps = 0;
    }
    steps += here;
  }
  begins.push_back(static_cast<Node>(network.nodes()));
  return begins;
}

// p(i,j) of all ties, in their order.
std::vector<double> shares(const Network& network, Strength strength) {
  const auto& rows = network.outward();
  std::vector<double> made(rows.neighbours.size());
  for (Node node = 0; node < network.nodes(); ++node) {
    const auto begin = rows.begins[node];
    const auto end = rows.begins[node + 1];
    double all = 0;
    for (std::size_t i = begin; i < end; ++i) all += strength == Strength::alike ? 1 : rows.weights[i];
    for (std::size_t i = begin; i < end; ++i) made[i] = (strength == Strength::alike ? 1 : rows.weights[i]) / all;
  }
  return made;
}

}  // namespace

// On all threads; igraph, which has one, takes longer for the copy it needs of the network and the work.
std::vector<std::optional<double>> constraints(const Network& network, Strength strength, const Work& work) {
  if (network.direction() == Direction::directed) return constraints(undirected(network), strength, work);
  std::vector<std::optional<double>> made(network.nodes());
  const auto& rows = network.outward();
  const auto share = shares(network, strength);
  const auto part = parts(network);
  in_blocks(work, part.size() - 1, [&](std::size_t block) {
    // Of the node's partners, how far it reaches each directly and through others; of everybody else 0.
    std::vector<double> reaches(network.nodes(), 0);
    for (Node node = part[block]; node < part[block + 1]; ++node) {
      const auto begin = rows.begins[node];
      const auto end = rows.begins[node + 1];
      if (begin == end) continue;
      for (auto i = begin; i < end; ++i) reaches[rows.neighbours[i]] = share[i];
      for (auto i = begin; i < end; ++i) {
        const Node between = rows.neighbours[i];
        for (auto j = rows.begins[between]; j < rows.begins[between + 1]; ++j) {
          double& reached = reaches[rows.neighbours[j]];
          if (reached > 0) reached += share[i] * share[j];
        }
      }
      double constraint = 0;
      for (auto i = begin; i < end; ++i) {
        double& reached = reaches[rows.neighbours[i]];
        constraint += reached * reached;
        reached = 0;
      }
      made[node] = constraint;
    }
  });
  return made;
}

}  // namespace trivium::measure

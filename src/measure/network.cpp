#include "measure/network.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace trivium::measure {
namespace {

// Rows by from, then to; the same pair once.
Network::Rows rows(std::size_t nodes, std::vector<Tie> ties) {
  std::ranges::stable_sort(ties, [](const Tie& one, const Tie& other) {
    return one.from != other.from ? one.from < other.from : one.to < other.to;
  });
  Network::Rows made;
  made.begins.assign(nodes + 1, 0);
  const Tie* last = nullptr;
  for (const auto& tie : ties) {
    if (last != nullptr && last->from == tie.from && last->to == tie.to) {
      made.weights.back() += tie.weight;
      continue;
    }
    made.neighbours.push_back(tie.to);
    made.weights.push_back(tie.weight);
    ++made.begins[tie.from + std::size_t{1}];
    last = &tie;
  }
  for (std::size_t i = 0; i < nodes; ++i) made.begins[i + 1] += made.begins[i];
  return made;
}

void swap_ends(std::vector<Tie>& ties) {
  for (auto& tie : ties) std::swap(tie.from, tie.to);
}

}  // namespace

Network::Network(Direction direction, std::size_t nodes, std::span<const Tie> ties) : direction_{direction} {
  if (nodes > std::numeric_limits<std::int32_t>::max())
    throw std::invalid_argument{"a network cannot have more than two thousand million nodes"};
  std::vector<Tie> kept;
  kept.reserve(direction == Direction::directed ? ties.size() : 2 * ties.size());
  for (const auto& tie : ties) {
    if (tie.from >= nodes || tie.to >= nodes)
      throw std::invalid_argument{"a tie from " + std::to_string(tie.from) + " to " + std::to_string(tie.to) +
                                  " leads out of a network of " + std::to_string(nodes) + " nodes"};
    if (!(tie.weight > 0) || !std::isfinite(tie.weight))
      throw std::invalid_argument{"the tie from " + std::to_string(tie.from) + " to " + std::to_string(tie.to) +
                                  " has no weight above 0"};
    if (tie.from == tie.to) continue;
    kept.push_back(tie);
    if (direction == Direction::undirected) kept.push_back({tie.to, tie.from, tie.weight});
  }
  if (direction == Direction::directed) {
    swap_ends(kept);
    in_ = rows(nodes, kept);
    swap_ends(kept);
  }
  out_ = rows(nodes, std::move(kept));
}

std::size_t Network::ties() const {
  return direction_ == Direction::directed ? out_.neighbours.size() : out_.neighbours.size() / 2;
}

Network undirected(const Network& network) { return {Direction::undirected, network.nodes(), ties(network)}; }

std::vector<Tie> ties(const Network& network) {
  std::vector<Tie> made;
  made.reserve(network.ties());
  for (Node from = 0; from < network.nodes(); ++from) {
    const auto to = network.out(from);
    const auto weights = network.out_weights(from);
    for (std::size_t i = 0; i < to.size(); ++i) {
      if (network.direction() == Direction::undirected && to[i] < from) continue;
      made.push_back({from, to[i], weights[i]});
    }
  }
  return made;
}

}  // namespace trivium::measure

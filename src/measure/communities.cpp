#include "measure/communities.hpp"

#include "measure/graph_library.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>

namespace trivium::measure {
namespace {

// How readily a community is split at random while it is refined; igraph's and the authors' own choice.
constexpr double kRandomness = 0.01;

struct Sized {
  std::size_t size = 0;
  Node smallest = 0;
};

std::vector<Group> each_its_own(std::size_t nodes) {
  std::vector<Group> made(nodes);
  for (Group i = 0; i < made.size(); ++i) made[i] = i;
  return made;
}

// Communities numbered by size, so that 0 means the same for whoever reads it.
void number_by_size(Communities& found) {
  std::vector<Sized> sized(found.count);
  for (Node node = 0; node < found.of.size(); ++node) {
    auto& community = sized[found.of[node]];
    if (community.size++ == 0) community.smallest = node;
  }
  auto order = each_its_own(found.count);
  std::ranges::sort(order, [&](Group one, Group other) {
    return sized[one].size != sized[other].size ? sized[one].size > sized[other].size
                                                : sized[one].smallest < sized[other].smallest;
  });
  std::vector<Group> number(found.count);
  for (Group i = 0; i < order.size(); ++i) number[order[i]] = i;
  for (auto& community : found.of) community = number[community];
}

}  // namespace

Communities communities(const Network& network, Seed seed, const Search& search, const Work& work) {
  if (network.direction() == Direction::directed) return communities(undirected(network), seed, search, work);
  const Strength strength = search.strength;
  Communities found{.of = each_its_own(network.nodes()), .count = network.nodes(), .modularity = {}};
  if (network.ties() == 0) return found;
  {
    const Turn turn{work};
    const Graph graph{turn, network};
    std::optional<Weights> weights;
    if (strength == Strength::weighed) weights.emplace(turn, network);
    Reals strengths{turn, network.nodes()};
    double all = 0;
    for (Node node = 0; node < network.nodes(); ++node) {
      const auto of_node = network.out_weights(node);
      strengths[node] = strength == Strength::alike ? static_cast<double>(of_node.size())
                                                    : std::accumulate(of_node.begin(), of_node.end(), 0.0);
      all += strengths[node];
    }
    begin_chances(turn, seed);
    Wholes membership{turn, network.nodes()};
    igraph_integer_t count = 0;
    // One round at a time, until a round finds nothing better: so the work can be stopped in between.
    double before = -1;
    for (std::size_t round = 0; round < std::max(search.rounds, std::size_t{1}); ++round) {
      if (work.stop.stop_requested()) throw Cancelled{};
      double reached = 0;
      checked(igraph_community_leiden(graph(), weights ? (*weights)() : nullptr, strengths(), 1 / all, kRandomness,
                                      round > 0, 1, membership(), &count, &reached));
      if (work.progress) work.progress(round + 1, search.rounds);
      if (reached <= before + 1e-12) break;
      before = reached;
    }
    for (Node node = 0; node < network.nodes(); ++node) found.of[node] = static_cast<Group>(membership[node]);
    found.count = static_cast<std::size_t>(count);
  }
  number_by_size(found);
  found.modularity = modularity(network, found.of, strength);
  return found;
}

std::optional<double> modularity(const Network& network, std::span<const Group> groups, Strength strength) {
  if (groups.size() != network.nodes()) throw std::invalid_argument{"each node of the network needs one group"};
  if (network.ties() == 0) return std::nullopt;
  const std::size_t count = std::size_t{*std::ranges::max_element(groups)} + 1;
  std::vector<double> from(count, 0);
  std::vector<double> into(count, 0);
  double inside = 0;
  double all = 0;
  for (Node node = 0; node < network.nodes(); ++node) {
    const auto near = network.out(node);
    const auto weights = network.out_weights(node);
    for (std::size_t i = 0; i < near.size(); ++i) {
      const double weight = strength == Strength::alike ? 1 : weights[i];
      from[groups[node]] += weight;
      into[groups[near[i]]] += weight;
      if (groups[node] == groups[near[i]]) inside += weight;
      all += weight;
    }
  }
  double by_chance = 0;
  for (std::size_t i = 0; i < count; ++i) by_chance += (from[i] / all) * (into[i] / all);
  return inside / all - by_chance;
}

}  // namespace trivium::measure

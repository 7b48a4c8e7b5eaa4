// Closeness: how few steps a node is away from those it can reach.
//
//   closeness(i) = reached(i) / Σ distance(i,j)     over the nodes j that i can reach, other than itself
//
// 1 where everybody is a partner, 1/2 where they are two steps away on average: its inverse is the mean number of
// steps. It says how soon news from a node is everywhere. It misleads in a network of several parts: two firms that
// know only each other have closeness 1, the highest there is. So the number of those reached goes with it; compare
// only nodes that reach about as many. In large networks most values lie close together, and differences in the third
// digit mean little.
//
// Undefined, and left out, for a node that reaches nobody. Weights play no part: each tie is one step.
//
// Freeman, Centrality in social networks, Social Networks 1 (1979).
#pragma once

#include "measure/network.hpp"
#include "measure/work.hpp"

#include <optional>
#include <vector>

namespace trivium::measure {

enum class Along { out, in };  // steps from the node, or to it; the same in an undirected network

struct NodeCloseness {
  std::size_t reached = 0;
  std::optional<double> closeness{};
};

// One for each node.
std::vector<NodeCloseness> closeness(const Network& network, Along along = Along::out, const Work& work = {});

}  // namespace trivium::measure

// Betweenness: over how many of the shortest ways between others does a node stand?
//
//   betweenness(v) = Σ over s, t ≠ v of  ways(s,t,v) / ways(s,t)     ways: shortest ways from s to t, and those through
//   v
//
// Zero and up. Undirected, each pair is counted once, so at most (n − 1)(n − 2)/2; directed, both orders, twice as
// much. share divides by that most and compares networks of different size. High values mark those whom others cannot
// easily go around: brokers, or bottlenecks. It assumes that what flows takes the shortest way and that all pairs
// matter alike; neither holds for gossip or trust. One missing tie can move it much: do not read ranks that lie close
// together. A node nothing passes has a true 0; the share is undefined, and left out, below three nodes.
//
// Exact, from every node; weights play no part. Numbers are the same for any number of threads; on machines with and
// without wide registers too, as both add in the same order.
//
// Freeman, Sociometry 40 (1977); worked out as in Brandes, Journal of Mathematical Sociology 25 (2001).
#pragma once

#include "measure/network.hpp"
#include "measure/work.hpp"

#include <optional>
#include <vector>

namespace trivium::measure {

struct Betweenness {
  double betweenness = 0;
  std::optional<double> share{};
};

// One for each node. Throws std::range_error where there are more shortest ways between two nodes than a double can
// count, some 10³⁰⁸: a thousand forks in a row, which is a lattice and not a cluster.
std::vector<Betweenness> betweenness(const Network& network, const Work& work = {});

}  // namespace trivium::measure

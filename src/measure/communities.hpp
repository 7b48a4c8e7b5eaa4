// Communities: groups of nodes with many ties inside and few between them.
//
//   modularity = Σ over communities of  w(c,c)/W − out(c)·in(c)/W²         W: all weights, each tie counted from both
//   ends
//
// It is the share of ties inside communities beyond what their sizes would give by chance: 0 as by chance, at most
// below 1, negative where ties avoid the groups; from about 0.3 the groups are worth looking at. The division is found
// by the Leiden method, which looks for a high modularity with random choices: another seed may give another division
// of nearly the same modularity. Take a border seriously only where several seeds agree on it. Groups much smaller than
// √(2 · ties) may be merged into others (the limit of resolution), and a network without any communities is divided as
// well.
//
// Undefined, and not given, is the modularity of a network without ties: every node is then a community of its own.
//
// Newman and Girvan, Physical Review E 69 (2004); Traag, Waltman and van Eck, Scientific Reports 9 (2019);
// Fortunato and Barthélemy, PNAS 104 (2007). Worked out by igraph.
#pragma once

#include "measure/network.hpp"
#include "measure/random.hpp"
#include "measure/work.hpp"

#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

using Group = std::uint32_t;

struct Communities {
  std::vector<Group> of;  // of each node: 0 is the largest; of equals, the one with the smallest node
  std::size_t count = 0;
  std::optional<double> modularity;
};

struct Search {
  Strength strength = Strength::alike;
  std::size_t rounds = 100;  // at most; fewer where a round finds nothing better, which is after two to five mostly
};

// A tie either way is a tie. Nobody else can use igraph until it is done.
Communities communities(const Network& network, Seed seed, const Search& search = {}, const Work& work = {});

// Of any division into groups, one group for each node. A directed network keeps its directions.
std::optional<double> modularity(const Network& network, std::span<const Group> groups,
                                 Strength strength = Strength::alike);

}  // namespace trivium::measure

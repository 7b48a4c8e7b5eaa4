// Brokerage: whom does a node bring together, and do they belong to its own group or to others?
//
// A node b brokers between a and c where a has a tie to b, b has one to c, and a has none to c. By the groups of the
// three (firms, universities, public bodies … whatever divides the cluster) that is one of five roles:
//
//   coordinator      a, b and c of one group                     holds its own group together
//   consultant       a and c of one group, b of another          an outsider who brings others together (itinerant)
//   representative   a and b of one group, c of another          speaks for its group to others
//   gatekeeper       b and c of one group, a of another          lets what comes from others into its group
//   liaison          three groups                                joins groups and belongs to neither
//
// Counts are of pairs (a, c) in this order: an undirected network counts each pair from both sides, and gatekeeper and
// representative are then the same number. Zero and up; a node without two partners brokers nothing, and that is a true
// 0.
//
// It misleads where groups differ much in size: a member of a small group is nearly always consultant or liaison. And
// counts say what stands between two others, not that anybody passes anything on.
//
// Gould and Fernandez, Structures of mediation, Sociological Methodology 19 (1989).
#pragma once

#include "measure/communities.hpp"
#include "measure/network.hpp"
#include "measure/work.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace trivium::measure {

struct Brokerage {
  std::uint64_t coordinator = 0;
  std::uint64_t consultant = 0;
  std::uint64_t representative = 0;
  std::uint64_t gatekeeper = 0;
  std::uint64_t liaison = 0;

  [[nodiscard]] std::uint64_t total() const { return coordinator + consultant + representative + gatekeeper + liaison; }
  friend bool operator==(const Brokerage&, const Brokerage&) = default;
};

// One for each node; groups gives one group for each node. Weights play no part.
std::vector<Brokerage> brokerages(const Network& network, std::span<const Group> groups, const Work& work = {});

}  // namespace trivium::measure

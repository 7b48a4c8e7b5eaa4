#include "measure/brokerage.hpp"

#include "network_files.hpp"

#include <algorithm>

using namespace trivium::measure;
using network_files::by_chance;

namespace {

// The definition, word for word: every pair around every node.
std::vector<Brokerage> pair_by_pair(const Network& network, std::span<const Group> groups) {
  std::vector<Brokerage> made(network.nodes());
  for (Node b = 0; b < network.nodes(); ++b) {
    for (const Node a : network.in(b)) {
      for (const Node c : network.out(b)) {
        if (a == c || std::ranges::count(network.out(a), c) > 0) continue;
        if (groups[a] == groups[b] && groups[b] == groups[c]) ++made[b].coordinator;
        else if (groups[a] == groups[c]) ++made[b].consultant;
        else if (groups[a] == groups[b]) ++made[b].representative;
        else if (groups[b] == groups[c]) ++made[b].gatekeeper;
        else ++made[b].liaison;
      }
    }
  }
  return made;
}

Network path() {
  const std::vector<Tie> ties{{0, 1}, {1, 2}};
  return {Direction::directed, 3, ties};
}

Brokerage middle(std::vector<Group> groups) { return brokerages(path(), groups)[1]; }

}  // namespace

TEST_CASE("by hand: the one between two others has the role that the groups of the three give") {
  CHECK(middle({1, 1, 1}) == Brokerage{.coordinator = 1});
  CHECK(middle({1, 2, 1}) == Brokerage{.consultant = 1});
  CHECK(middle({1, 1, 2}) == Brokerage{.representative = 1});
  CHECK(middle({2, 1, 1}) == Brokerage{.gatekeeper = 1});
  CHECK(middle({1, 2, 3}) == Brokerage{.liaison = 1});
}

TEST_CASE("nobody brokers between two who have a tie, unless it runs the other way only") {
  const std::vector<Tie> tied{{0, 1}, {1, 2}, {0, 2}};
  CHECK(brokerages({Direction::directed, 3, tied}, std::vector<Group>{1, 1, 1})[1].total() == 0);
  const std::vector<Tie> back{{0, 1}, {1, 2}, {2, 0}};
  CHECK(brokerages({Direction::directed, 3, back}, std::vector<Group>{1, 1, 1})[1].total() == 1);
}

TEST_CASE("every count is that of the definition, pair by pair, for many networks and any threads") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Draw draw{Seed{seed}, 1};
    const auto direction = seed % 2 == 0 ? Direction::directed : Direction::undirected;
    const std::size_t nodes = 2 + draw.below(60);
    // Every third has a hub, so that both ways of looking for ties are taken.
    auto ties_made = ties(by_chance(Seed{seed}, direction, {nodes, draw.below(400)}));
    for (Node other = 1; seed % 3 == 0 && other < nodes; ++other) ties_made.push_back({0, other});
    const Network network{direction, nodes, ties_made};
    std::vector<Group> groups;
    for (std::size_t i = 0; i < nodes; ++i) groups.push_back(4'000'000'000U + draw.below(4));
    CHECK(brokerages(network, groups) == pair_by_pair(network, groups));
  }
  const auto large = by_chance(Seed{3}, Direction::directed, {5'000, 20'000});
  std::vector<Group> groups;
  for (Group i = 0; i < 5'000; ++i) groups.push_back(i % 5);
  const auto alone = brokerages(large, groups);
  CHECK(alone == brokerages(large, groups, {.threads = 3}));
  CHECK(alone == pair_by_pair(large, groups));
}

TEST_CASE("the printing firms have the roles that the page on brokerage tells of") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table firms{folder / "07-networks/hu_printing_cluster_2012_firm_properties.csv", ';'};
  std::vector<Group> field;
  for (std::size_t i = 0; i < firms.size(); ++i) field.push_back(static_cast<Group>(firms.number(i, "main_field")));
  const auto roles = brokerages(network_files::printing_cluster(folder), field);
  CHECK(roles[15] ==
        Brokerage{.coordinator = 39, .consultant = 13, .representative = 51, .gatekeeper = 41, .liaison = 45});
  CHECK(roles[23].total() == 0);
}

TEST_CASE("turning every tie around swaps gatekeepers and representatives") {
  const auto network = by_chance(Seed{8}, Direction::directed, {50, 300});
  auto turned = ties(network);
  for (auto& tie : turned) std::swap(tie.from, tie.to);
  std::vector<Group> groups;
  for (Group i = 0; i < 50; ++i) groups.push_back(i % 3);
  auto expected = brokerages(network, groups);
  for (auto& one : expected) std::swap(one.gatekeeper, one.representative);
  CHECK(brokerages({Direction::directed, 50, turned}, groups) == expected);
}

TEST_CASE("brokerage of nobody is nothing, and groups must be given for all") {
  CHECK(brokerages({Direction::directed, 0, {}}, {}).empty());
  CHECK(brokerages({Direction::directed, 2, {}}, std::vector<Group>{1, 1})[0].total() == 0);
  CHECK_THROWS_AS(brokerages(path(), std::vector<Group>{1}), std::invalid_argument);
}

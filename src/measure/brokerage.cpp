#include "measure/brokerage.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace trivium::measure {
namespace {

// The pairs around each node are not walked through: there may be millions around a hub. All pairs of an in- and an
// out-neighbour follow from how many there are of each group; from these go the pairs that are tied to each other,
// which are triangles and far fewer, and the neighbours that are in and out, which would be paired with themselves.

// How many neighbours of each group, emptied again after each node.
class ByGroup {
 public:
  explicit ByGroup(std::size_t groups) : counts_(groups, 0) {}

  void add(Group group) {
    if (counts_[group]++ == 0) seen_.push_back(group);
  }
  [[nodiscard]] std::uint64_t operator[](Group group) const { return counts_[group]; }
  [[nodiscard]] const std::vector<Group>& seen() const { return seen_; }
  void clear() {
    for (const Group group : seen_) counts_[group] = 0;
    seen_.clear();
  }

 private:
  std::vector<std::uint64_t> counts_;
  std::vector<Group> seen_;
};

class Around {
 public:
  Around(const Network& network, std::span<const Group> groups, std::size_t count)
      : network_{network}, groups_{groups}, from_{count}, into_{count}, marks_(network.nodes(), 0) {}

  Brokerage of(Node broker) {
    const Group own = groups_[broker];
    for (const Node a : network_.in(broker)) from_.add(groups_[a]);
    for (const Node c : network_.out(broker)) {
      into_.add(groups_[c]);
      marks_[c] = 1;
    }
    const std::uint64_t all_from = network_.in(broker).size();
    const std::uint64_t all_into = network_.out(broker).size();
    std::uint64_t alike = 0;
    for (const Group group : from_.seen()) alike += from_[group] * into_[group];
    Brokerage made;
    made.coordinator = from_[own] * into_[own];
    made.consultant = alike - made.coordinator;
    made.representative = from_[own] * (all_into - into_[own]);
    made.gatekeeper = (all_from - from_[own]) * into_[own];
    made.liaison = all_from * all_into - made.coordinator - made.consultant - made.representative - made.gatekeeper;
    for (const Node a : network_.in(broker)) {
      if (marks_[a] != 0) take_off(made, own, groups_[a], groups_[a]);
      without_tied(made, broker, a);
    }
    for (const Node c : network_.out(broker)) marks_[c] = 0;
    from_.clear();
    into_.clear();
    return made;
  }

 private:
  static void take_off(Brokerage& made, Group own, Group from, Group into) {
    const bool a_own = from == own;
    const bool c_own = into == own;
    if (a_own && c_own) --made.coordinator;
    else if (a_own) --made.representative;
    else if (c_own) --made.gatekeeper;
    else if (from == into) --made.consultant;
    else --made.liaison;
  }

  // Whichever is shorter: all that a has ties to, or looking for each of the broker's among them.
  void without_tied(Brokerage& made, Node broker, Node a) const {
    const Group own = groups_[broker];
    const auto theirs = network_.out(a);
    const auto ours = network_.out(broker);
    if (theirs.size() <= ours.size() * static_cast<std::size_t>(std::bit_width(theirs.size()))) {
      for (const Node c : theirs) {
        if (marks_[c] != 0) take_off(made, own, groups_[a], groups_[c]);
      }
      return;
    }
    for (const Node c : ours) {
      if (std::ranges::binary_search(theirs, c)) take_off(made, own, groups_[a], groups_[c]);
    }
  }

  const Network& network_;
  std::span<const Group> groups_;
  ByGroup from_;
  ByGroup into_;
  std::vector<char> marks_;
};

}  // namespace

std::vector<Brokerage> brokerages(const Network& network, std::span<const Group> groups, const Work& work) {
  if (groups.size() != network.nodes()) throw std::invalid_argument{"each node of the network needs one group"};
  // Groups numbered from 0 without gaps, so that large numbers cost nothing.
  std::vector<Group> known{groups.begin(), groups.end()};
  std::ranges::sort(known);
  known.erase(std::ranges::unique(known).begin(), known.end());
  std::vector<Group> numbered(groups.size());
  std::ranges::transform(groups, numbered.begin(), [&](Group group) {
    return static_cast<Group>(std::ranges::lower_bound(known, group) - known.begin());
  });
  std::vector<Brokerage> made(network.nodes());
  constexpr std::size_t kBlock = 1'024;
  in_blocks(work, (made.size() + kBlock - 1) / kBlock, [&](std::size_t block) {
    Around around{network, numbered, known.size()};
    const auto end = std::min(made.size(), (block + 1) * kBlock);
    for (std::size_t node = block * kBlock; node < end; ++node) made[node] = around.of(static_cast<Node>(node));
  });
  return made;
}

}  // namespace trivium::measure

#include "measure/betweenness.hpp"

#include "measure/eight_walks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <stdexcept>

namespace trivium::measure {
namespace {

// Eight walks share work where their starts are near each other. Those with the same best-connected neighbour are.
std::vector<Node> near_ones_together(const Network& network) {
  std::vector<Node> hub(network.nodes());
  for (Node node = 0; node < hub.size(); ++node) {
    hub[node] = node;
    for (const Node other : network.out(node)) {
      if (network.out(other).size() > network.out(hub[node]).size()) hub[node] = other;
    }
  }
  std::vector<Node> order(network.nodes());
  for (Node node = 0; node < order.size(); ++node) order[node] = node;
  std::ranges::stable_sort(order, {}, [&](Node node) { return hub[node]; });
  return order;
}

// Adds what blocks found in the order of the blocks, whichever is done first; only those that wait are kept.
class InOrder {
 public:
  explicit InOrder(std::size_t nodes) : sum_(nodes, 0) {}

  void add(std::size_t block, std::vector<double> found) {
    const std::scoped_lock lock{adding_};
    waiting_.emplace(block, std::move(found));
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.begin()) {
      for (std::size_t i = 0; i < sum_.size(); ++i) sum_[i] += first->second[i];
      waiting_.erase(first);
      ++next_;
    }
  }
  [[nodiscard]] const std::vector<double>& sum() const { return sum_; }

 private:
  std::mutex adding_;
  std::map<std::size_t, std::vector<double>> waiting_;
  std::vector<double> sum_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Betweenness> betweenness(const Network& network, const Work& work) {
  const std::size_t nodes = network.nodes();
  const auto order = near_ones_together(network);
  InOrder all{nodes};
  constexpr std::size_t kBlock = 2 * EightWalks::kStarts;
  in_blocks(work, (nodes + kBlock - 1) / kBlock, [&](std::size_t block) {
    EightWalks walks{network};
    std::vector<double> found(nodes, 0);
    const auto end = std::min(nodes, (block + 1) * kBlock);
    for (std::size_t i = block * kBlock; i < end; i += EightWalks::kStarts)
      walks.add(std::span{order}.subspan(i, std::min(EightWalks::kStarts, end - i)), found, work);
    all.add(block, std::move(found));
  });
  if (!std::ranges::all_of(all.sum(), [](double sum) { return std::isfinite(sum); }))
    throw std::range_error{"there are more shortest ways in the network than can be counted"};
  const auto others = static_cast<double>(nodes) - 1;
  const double twice = network.direction() == Direction::undirected ? 2 : 1;
  std::vector<Betweenness> made(nodes);
  for (std::size_t i = 0; i < nodes; ++i) {
    made[i].betweenness = all.sum()[i] / twice;
    if (nodes > 2) made[i].share = all.sum()[i] / (others * (others - 1));
  }
  return made;
}

}  // namespace trivium::measure

// Shortest ways from eight nodes at once: how many there are to each node, and what each node has of those that pass
// it.
//
// Eight numbers fill one line of the memory's cache, so one look at a neighbour serves all eight; a mask of eight bits
// says for which of them the neighbour is one step nearer. A node comes up once for each distance that it has from one
// of the eight, which is two or three times in most networks, and not eight times.
#pragma once

#include "measure/network.hpp"
#include "measure/work.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace trivium::measure {

class EightWalks {
 public:
  static constexpr std::size_t kStarts = 64;

  // The network must outlive the walks.
  explicit EightWalks(const Network& network);

  // Adds to each node what it has of the shortest ways from up to 64 different nodes.
  void add(std::span<const Node> starts, std::span<double> dependency, const Work& work);

 private:
  using Mask = std::uint8_t;
  struct Arrival {
    Node node;
    Mask mask;  // of the starts that reach the node at this distance
  };
  struct Reached {
    Node node;
    std::uint64_t mask;  // of all 64
  };
  struct alignas(64) Lanes {
    double of[8];
  };

  // Where the walks of one step read and write; plain pointers, as this is done for every tie and every eight starts.
  struct Place {
    const std::size_t* begins;
    const Node* neighbours;
    const Mask* near;  // the masks of the distance before (outward) or after (back)
    Lanes* lanes;
  };

  void reach(std::span<const Node> starts, const Work& work);
  void choose(std::size_t eight);
  void outward();
  void back(std::span<double> dependency);
  [[nodiscard]] std::span<const Arrival> at(std::size_t distance) const {
    return std::span{arrivals_}.subspan(begins_[distance], begins_[distance + 1] - begins_[distance]);
  }
  void show(std::size_t distance);
  void hide(std::size_t distance);

  template <class Wide, class Bits>
  static void count_ways(const Place& place, std::span<const Arrival> arrivals);
  template <class Wide, class Bits>
  static void gather(const Place& place, const Lanes* ways, std::span<const Arrival> arrivals, double* dependency);
  static void count_ways_plainly(const Place& place, std::span<const Arrival> arrivals);
  static void count_ways_widely(const Place& place, std::span<const Arrival> arrivals);
  static void gather_plainly(const Place& place, const Lanes* ways, std::span<const Arrival> arrivals,
                             double* dependency);
  static void gather_widely(const Place& place, const Lanes* ways, std::span<const Arrival> arrivals,
                            double* dependency);

  const Network& network_;
  std::vector<Lanes> ways_;
  std::vector<Lanes> share_;  // what a node passes back, for each way that leads to it
  std::vector<Mask> near_;
  std::vector<Arrival> arrivals_;  // of eight, by distance
  std::vector<std::size_t> begins_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint64_t> coming_;
  std::vector<Node> touched_;
  std::vector<Reached> reached_;  // of all 64, by distance
  std::vector<std::size_t> reached_begins_;
};

}  // namespace trivium::measure

// A network of cooperation: who is tied to whom, one way or both ways, and how strongly.
//
// A tie named several times is one tie, its weights added up; a tie of a node with itself says nothing about
// cooperation and is left out. In a directed network a tie runs from one node to the other (A names B as a partner); in
// an undirected one it belongs to both alike. Whoever is not in the network has no ties in it: a firm that was not
// asked looks like an isolate, and every measure of position misleads where answers are missing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trivium::measure {

using Node = std::uint32_t;

enum class Direction { directed, undirected };

enum class Strength { alike, weighed };  // does every tie count the same, or as much as its weight?

struct Tie {
  Node from;
  Node to;
  double weight = 1;
};

class Network {
 public:
  // Nodes are 0 … nodes - 1. Throws std::invalid_argument for a tie outside of them, or one whose weight is not a
  // number above 0.
  Network(Direction direction, std::size_t nodes, std::span<const Tie> ties);

  [[nodiscard]] Direction direction() const { return direction_; }
  [[nodiscard]] std::size_t nodes() const { return out_.begins.size() - 1; }
  // Different ties without those to oneself; in an undirected network each is counted once.
  [[nodiscard]] std::size_t ties() const;

  // The nodes that a node has a tie to (out) or from (in), without repetition, by number. Undirected, they are the
  // same.
  [[nodiscard]] std::span<const Node> out(Node node) const { return out_.of(node); }
  [[nodiscard]] std::span<const Node> in(Node node) const { return into().of(node); }
  [[nodiscard]] std::span<const double> out_weights(Node node) const { return out_.weights_of(node); }
  [[nodiscard]] std::span<const double> in_weights(Node node) const { return into().weights_of(node); }

  // All of it at once, for work that is done millions of times: node x has neighbours[begins[x]] up to begins[x + 1].
  struct Rows {
    std::vector<std::size_t> begins;
    std::vector<Node> neighbours;
    std::vector<double> weights;

    [[nodiscard]] std::span<const Node> of(Node node) const {
      return std::span{neighbours}.subspan(begins[node], begins[node + 1] - begins[node]);
    }
    [[nodiscard]] std::span<const double> weights_of(Node node) const {
      return std::span{weights}.subspan(begins[node], begins[node + 1] - begins[node]);
    }
  };
  [[nodiscard]] const Rows& outward() const { return out_; }
  [[nodiscard]] const Rows& into() const { return direction_ == Direction::directed ? in_ : out_; }

 private:
  Direction direction_;
  Rows out_;
  Rows in_;  // empty where the network is undirected
};

// The same network with every tie both ways; where a tie ran both ways, its weights are added.
Network undirected(const Network& network);

// Each tie once: in an undirected network from the smaller number.
std::vector<Tie> ties(const Network& network);

}  // namespace trivium::measure

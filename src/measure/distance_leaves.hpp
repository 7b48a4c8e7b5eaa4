// Points in small groups of neighbours, so that pairs too far apart to matter are passed over by the group.
//
// The plane is cut in two at the middle point, across its longer side, again and again, until no part has more than
// kLeaf points (a k-d tree: Bentley 1975). Pairs are then visited by row: one leaf with itself and all leaves after it.
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trivium::measure {

// An establishment: where it is, in metres on a plane, and what it counts for (its jobs, say).
struct Site {
  double x;
  double y;
  double weight = 1;
};

struct Leaf {
  std::size_t begin;
  std::size_t end;
  double west, east, south, north;
};

// Only pairs of leaves that can hold a distance within [least, most] are visited; those visited may hold others too.
struct Reach {
  double least;
  double most;
};

class Leaves {
 public:
  static constexpr std::size_t kLeaf = 256;
  static constexpr std::size_t kChunk = 64;
  using Chunk = Eigen::Array<double, kChunk, 1>;

  Leaves(std::span<const Site> sites, std::span<const std::uint32_t> chosen);

  [[nodiscard]] std::size_t size() const { return sites_.size(); }
  [[nodiscard]] std::size_t rows() const { return leaves_.size(); }
  [[nodiscard]] std::span<const std::uint32_t> sites() const { return sites_; }  // which site each point is
  [[nodiscard]] std::span<const double> weights() const { return weight_; }
  [[nodiscard]] std::span<const Leaf> leaves() const { return leaves_; }

  // Calls visit(one, other, count, squares) for runs of pairs (one, other), (one, other + 1) …: squares has the squared
  // distances of the first count of them. Each pair of points of the row comes once.
  template <class Visit>
  void pairs(std::size_t row, Reach reach, const Visit& visit) const {
    const Leaf& from = leaves_[row];
    for (std::size_t with = row; with < leaves_.size(); ++with) {
      const Leaf& to = leaves_[with];
      if (!within(from, to, reach)) continue;
      for (std::size_t one = from.begin; one < from.end; ++one)
        against(one, with == row ? one + 1 : to.begin, to.end, visit);
    }
  }

  // The same for one point against a run of points.
  template <class Visit>
  void against(std::size_t one, std::size_t begin, std::size_t end, const Visit& visit) const {
    for (std::size_t other = begin; other < end; other += kChunk) {
      const Eigen::Map<const Chunk> x{x_.data() + other};
      const Eigen::Map<const Chunk> y{y_.data() + other};
      const Chunk squares = (x - x_[one]).square() + (y - y_[one]).square();
      visit(one, other, std::min(kChunk, end - other), squares);
    }
  }

  static bool within(const Leaf& one, const Leaf& other, Reach reach);

 private:
  void split(std::span<const Site> sites, std::size_t begin, std::size_t end);

  std::vector<std::uint32_t> sites_;
  std::vector<double> x_, y_, weight_;  // x and y go on a chunk beyond the last point
  std::vector<Leaf> leaves_;
};

}  // namespace trivium::measure

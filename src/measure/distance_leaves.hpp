// Points in small groups of neighbours, so that pairs too far apart to matter are passed over by the group.
//
// The plane is cut in two at the middle point, across its longer side, again and again, until no part has more than
// kLeaf points (a k-d tree: Bentley 1975). Pairs are then visited by row: a few leaves, each with itself and all after
// it.
#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
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

// A point, and points that follow each other. What stands behind the last of them, for a chunk, may be read too.
struct Run {
  double x;
  double y;
  const double* xs;
  const double* ys;
  std::size_t count;  // of those that follow each other
  std::size_t one;    // the point's number
  std::size_t other;  // the number of the first that follow each other
};

class Leaves {
 public:
  static constexpr std::size_t kLeaf = 64;
  static constexpr std::size_t kRow = 256;
  static constexpr std::size_t kChunk = 64;
  using Chunk = Eigen::Array<double, kChunk, 1>;

  Leaves(std::span<const Site> sites, std::span<const std::uint32_t> chosen);

  [[nodiscard]] std::size_t size() const { return sites_.size(); }
  [[nodiscard]] std::size_t rows() const { return rows_.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> sites() const { return sites_; }  // which site each point is
  [[nodiscard]] std::span<const double> weights() const { return weight_; }

  // Calls visit(run) for each point of the row and those after it, leaf by leaf, that are in reach. Each pair of points
  // of the row comes once. A visit may raise reach.least, which then counts for what is not visited yet.
  template <class Visit>
  void runs(std::size_t row, const Reach& reach, const Visit& visit) const {
    for (std::size_t leaf = rows_[row]; leaf < rows_[row + 1]; ++leaf) {
      const Leaf& from = leaves_[leaf];
      // Leaves that are next to each other and all near enough make one run; the first begins with the leaf itself.
      for (std::size_t with = leaf; with < leaves_.size(); ++with) {
        if (with != leaf && !within(from, leaves_[with], reach)) continue;
        const bool itself = with == leaf;
        const std::size_t begin = leaves_[with].begin;
        while (with + 1 < leaves_.size() && within(from, leaves_[with + 1], reach)) ++with;
        const std::size_t end = leaves_[with].end;
        for (std::size_t one = from.begin; one < from.end; ++one) {
          const std::size_t other = itself ? one + 1 : begin;
          if (other < end) visit(run(*this, one, other, end));
        }
      }
    }
  }

  // The same pairs in pieces: calls visit(one, other, count, squares) with the squared distances of (one, other),
  // (one, other + 1) … to the count-th.
  template <class Visit>
  void pairs(std::size_t row, const Reach& reach, const Visit& visit) const {
    runs(row, reach, [&](const Run& run) { in_chunks(run, visit); });
  }

  // Calls visit for each point of the row against all points of another set that are in reach, in their order.
  template <class Visit>
  void each_against(std::size_t row, const Leaves& others, double reach, const Visit& visit) const {
    for (std::size_t leaf = rows_[row]; leaf < rows_[row + 1]; ++leaf) {
      const Leaf& from = leaves_[leaf];
      const auto near = [&](std::size_t with) { return within(from, others.leaves_[with], {0, reach}); };
      for (std::size_t with = 0; with < others.leaves_.size(); ++with) {
        if (!near(with)) continue;
        const std::size_t begin = others.leaves_[with].begin;
        while (with + 1 < others.leaves_.size() && near(with + 1)) ++with;
        for (std::size_t one = from.begin; one < from.end; ++one)
          in_chunks(others.run(*this, one, begin, others.leaves_[with].end), visit);
      }
    }
  }

  // The points of a row.
  [[nodiscard]] auto row(std::size_t row) const {
    return std::views::iota(leaves_[rows_[row]].begin, leaves_[rows_[row + 1] - 1].end);
  }

  static bool within(const Leaf& one, const Leaf& other, Reach reach);

 private:
  // Of one of these points, or another set's, against some of these.
  [[nodiscard]] Run run(const Leaves& of, std::size_t one, std::size_t begin, std::size_t end) const {
    return {of.x_[one], of.y_[one], x_.data() + begin, y_.data() + begin, end - begin, one, begin};
  }
  template <class Visit>
  static void in_chunks(const Run& run, const Visit& visit) {
    for (std::size_t done = 0; done < run.count; done += kChunk) {
      const Eigen::Map<const Chunk> x{run.xs + done};
      const Eigen::Map<const Chunk> y{run.ys + done};
      const Chunk squares = (x - run.x).square() + (y - run.y).square();
      visit(run.one, run.other + done, std::min(kChunk, run.count - done), squares);
    }
  }
  void split(std::span<const Site> sites, std::size_t begin, std::size_t end);

  std::vector<std::uint32_t> sites_;
  std::vector<double> x_, y_, weight_;  // x and y go on a chunk beyond the last point
  std::vector<Leaf> leaves_;
  std::vector<std::size_t> rows_{0};  // where each row begins among the leaves, and where the last one ends
};

}  // namespace trivium::measure

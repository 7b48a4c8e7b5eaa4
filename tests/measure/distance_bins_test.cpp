#include "measure/distance_bins.hpp"

#include "measure/distance_longest.hpp"
#include "measure/kernel_nodes.hpp"
#include "measure/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

using namespace trivium::measure;

namespace {

Leaves scattered(std::uint32_t count, std::uint64_t seed) {
  Draw draw{Seed{seed}, 0};
  std::vector<Site> sites(count);
  for (auto& site : sites) site = {1000 * draw.share(), 1000 * draw.share()};
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), 0U);
  return {sites, all};
}

// All that this machine has.
std::vector<Registers> registers_here() {
  std::vector<Registers> found{Registers::narrow};
  if (widest_here() != Registers::narrow) found.push_back(Registers::wide);
  if (widest_here() == Registers::widest) found.push_back(Registers::widest);
  return found;
}

std::vector<Bin> counted(const Leaves& points, std::span<const Ruler> rulers, double near, Registers registers) {
  RunBins bins{{.rulers = rulers, .near = near}, registers};
  for (std::size_t row = 0; row < points.rows(); ++row)
    points.runs(row, {0, HUGE_VAL}, [&](const Run& run) { bins.add(run); });
  std::vector<Bin> all;
  for (std::size_t ruler = 0; ruler < rulers.size(); ++ruler) {
    const auto one = bins.bins(ruler);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

}  // namespace

TEST_CASE("every register of the machine gives the same counts and offsets, bit for bit") {
  const std::vector<Ruler> rulers{{-200, 3.7, 512, -1}, {-300, 2.1, 256, 1}, {-300, 2.1, 256, -1}};
  for (const std::uint32_t count : {2U, 65U, 700U}) {
    const auto points = scattered(count, count);
    const auto expected = counted(points, rulers, 150, Registers::narrow);
    for (const auto registers : registers_here()) {
      const auto found = counted(points, rulers, 150, registers);
      REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        REQUIRE(found[i].count == expected[i].count);
        REQUIRE(found[i].offset == expected[i].offset);
      }
    }
  }
}

TEST_CASE("every pair is counted once, and mirrored only where it is near") {
  const auto points = scattered(700, 3);
  const std::vector<Ruler> rulers{{-200, 3.7, 512, -1}, {0, 3.7, 512, 1}, {-200, 3.7, 512, -1}};
  const auto bins = counted(points, rulers, 150, widest_here());
  std::uint64_t plain = 0;
  std::uint64_t mirrored = 0;
  for (std::size_t mark = 0; mark < 513; ++mark) plain += bins[513 + mark].count;
  for (std::size_t mark = 0; mark < 512; ++mark) mirrored += bins[mark].count;
  std::uint64_t near = 0;
  for (std::size_t row = 0; row < points.rows(); ++row)
    points.pairs(row, {0, HUGE_VAL}, [&](std::size_t, std::size_t, std::size_t pairs, const Leaves::Chunk& squares) {
      for (std::size_t k = 0; k < pairs; ++k) near += std::sqrt(squares[static_cast<Eigen::Index>(k)]) <= 150 ? 1U : 0U;
    });
  CHECK(plain == 700 * 699 / 2);
  CHECK(mirrored == near);
}

TEST_CASE("a run longer than what one addition holds is counted whole") {
  // 600,001 points on one place, and one 3 from it: 600,001 distances of 3, on a ruler of steps of 2.
  constexpr std::size_t kMany = 600'001;
  const std::vector<double> zeros(kMany + Leaves::kChunk, 0.0);
  const Ruler ruler{0, 2, 8};
  RunBins bins{{.rulers = std::span{&ruler, 1}}};
  bins.add({3, 0, zeros.data(), zeros.data(), kMany, 0, 1});
  const auto found = bins.bins(0);
  CHECK(found[1].count == kMany);
  CHECK(found[1].offset == kMany << (RulerKeys::kFine - 1));
}

TEST_CASE("every register of the machine gives the same density, bit for bit") {
  KernelNodes nodes{{0, 500}, 20};
  Draw draw{Seed{4}, 0};
  for (std::size_t node = 0; node < KernelNodes::kNodes; node += 3) nodes.add(node, draw.share());
  const auto expected = nodes.density(10, Registers::narrow);
  for (const auto registers : registers_here()) CHECK(nodes.density(10, registers) == expected);
}

TEST_CASE("the longest distance below a limit is the one that looking at every pair finds") {
  for (const std::uint64_t seed : {1, 2, 3, 4})
    for (const double most : {0.1, 30.0, 400.0, 5000.0}) {
      const auto points = scattered(400, seed);
      double expected = 0;
      for (std::size_t row = 0; row < points.rows(); ++row)
        points.pairs(row, {0, HUGE_VAL},
                     [&](std::size_t, std::size_t, std::size_t pairs, const Leaves::Chunk& squares) {
                       for (std::size_t k = 0; k < pairs; ++k)
                         if (const double here = std::sqrt(squares[static_cast<Eigen::Index>(k)]); here <= most)
                           expected = std::max(expected, here);
                     });
      INFO("seed ", seed, ", at most ", most);
      CHECK(longest_distance(points, most, {}) == expected);
    }
}

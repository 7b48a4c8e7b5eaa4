#include "measure/random_envelope.hpp"

#include "measure/distance_envelope.hpp"
#include "measure/generated_points.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace trivium::measure;

namespace {

std::vector<Curve> curves(const std::vector<std::vector<double>>& values) {
  std::vector<Curve> made;
  for (const auto& one : values) made.emplace_back(one.begin(), one.end());
  return made;
}

}  // namespace

TEST_CASE("by hand: five draws peeled until no more than three are left") {
  // The first peeling takes 1 2 (least first), 5 3 (most first) and 3 9 (most second); 3 1 is the least second. One is
  // left of five where three were wanted: of four peeled off two are too many, so the band goes half the way back.
  const auto bands = peeled_bands(curves({{1, 2}, {5, 3}, {3, 9}, {3, 1}, {2, 4}}), 0.4);
  REQUIRE(bands[0]);
  CHECK(bands[0]->lower == doctest::Approx(1.5));
  CHECK(bands[0]->upper == doctest::Approx(3.5));
  CHECK(bands[1]->lower == doctest::Approx(2.5));
  CHECK(bands[1]->upper == doctest::Approx(6.5));
}

TEST_CASE("where peeling leaves nobody there is no band") {
  const auto bands = peeled_bands(curves({{1, 2}, {2, 1}}), 0.05);
  CHECK_FALSE(bands[0]);
  CHECK_FALSE(bands[1]);
  CHECK(peeled_bands({}, 0.05).empty());
}

TEST_CASE("a distance where a draw is undefined has neither band") {
  auto made = curves({{1, 2}, {5, 3}, {3, 9}, {3, 1}, {2, 4}});
  made[2][0].reset();
  CHECK_FALSE(peeled_bands(made, 0.4)[0]);
  const auto found = envelope(made, {.count = 5, .level = 0.4});
  CHECK_FALSE(found.global[0]);
  CHECK_FALSE(found.local[0]);
  CHECK(found.global[1]);
}

TEST_CASE("bands are the same on one thread and on three") {
  std::vector<Curve> made;
  for (std::uint64_t i = 0; i < 200; ++i) {
    Draw draw{Seed{6}, i};
    Curve curve;
    for (int place = 0; place < 100; ++place) curve.emplace_back(std::floor(20 * draw.share()));
    made.push_back(curve);
  }
  const auto one = envelope(made, {.count = 200});
  const auto three = envelope(made, {.count = 200}, {.threads = 3});
  CHECK(one.outside == three.outside);
  CHECK(one.mean == three.mean);
  for (std::size_t place = 0; place < 100; ++place) {
    REQUIRE(one.global[place]->lower == three.global[place]->lower);
    REQUIRE(one.local[place]->upper == three.local[place]->upper);
  }
}

TEST_CASE("the peeled band is dbmss's as nearly as two of its seeds are each other's") {
  const auto points = generated_points("s");
  const auto first = shared_files::file("data/bench/ref/kd_s_exact_1000_seed1.csv");
  const auto second = shared_files::file("data/bench/ref/kd_s_exact_1000_seed2.csv");
  if (!points || !first || !second) return;
  std::vector<Curve> made(1000);
  const DensityChoice choice{.horizon = 120'000 * std::numbers::sqrt2 / 3};
  in_blocks({.threads = 2}, made.size(), [&](std::size_t draw) {
    const auto found = distance_density(
        points->sites, random_sites({200, static_cast<std::uint32_t>(points->sites.size())}, Draw{Seed{3}, draw}),
        choice, {});
    made[draw].assign(found->density.begin(), found->density.end());
  });
  const auto bands = peeled_bands(made, 0.05);
  for (const auto& file : {*first, *second}) {
    const shared_files::Table peer{file};
    double lower = 0;
    double upper = 0;
    for (std::size_t row = 0; row < peer.size(); ++row) {
      lower += std::abs(bands[row]->lower / peer.number(row, "lo") - 1) / static_cast<double>(peer.size());
      upper += std::abs(bands[row]->upper / peer.number(row, "hi") - 1) / static_cast<double>(peer.size());
    }
    INFO("mean difference: lower ", lower, ", upper ", upper, "; of the peer's two seeds: 0.019, 0.018");
    CHECK(lower < 0.04);
    CHECK(upper < 0.04);
  }
}

#include "measure/distance_density.hpp"

#include "measure/distance_envelope.hpp"
#include "measure/generated_points.hpp"
#include "measure/level.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <numbers>
#include <numeric>

using namespace trivium::measure;

namespace {

const double kHorizon = 120'000 * std::numbers::sqrt2 / 3;

void reproduces(const std::string& size, const std::string& reference, PairWeight weight) {
  const auto expected = shared_files::file("data/bench/ref/" + reference);
  const auto points = generated_points(size);
  if (!expected || !points) return;
  const auto found = distance_density(points->sites, points->cases, {.horizon = kHorizon, .weight = weight}, {});
  REQUIRE(found);
  std::string text;
  {
    std::ifstream file{*expected};
    text.assign(std::istreambuf_iterator<char>{file}, {});
  }
  std::size_t row = 0;
  double worst = 0;
  for (std::size_t line = text.find('\n') + 1; line < text.size(); line = text.find('\n', line) + 1, ++row) {
    const double distance = std::strtod(text.c_str() + line, nullptr);
    const double density = std::strtod(text.c_str() + text.find(',', line) + 1, nullptr);
    REQUIRE(row < found->density.size());
    REQUIRE(std::abs(found->distance(row) - distance) < 1e-6);
    worst = std::max(worst, std::abs(found->density[row] / density - 1));
  }
  CHECK(row == 512);
  INFO(reference, ": largest relative difference ", worst);
  CHECK(worst < 1e-9);
}

}  // namespace

TEST_CASE("K_d is dbmss's, told not to approximate, to a billionth") {
  reproduces("s", "kd_s_exact_obs.csv", PairWeight::equal);
  reproduces("m", "kd_m_exact_obs.csv", PairWeight::equal);
  reproduces("m", "kd_m_exact_weighted_obs.csv", PairWeight::product);
}

namespace {

std::vector<Site> scattered(std::uint32_t count, std::uint64_t seed) {
  Draw draw{Seed{seed}, 0};
  std::vector<Site> sites;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double x = 1000 * draw.share();
    sites.push_back({x, 1000 * draw.share(), 1 + 9 * draw.share()});
  }
  return sites;
}

std::vector<std::uint32_t> first(std::uint32_t count) {
  std::vector<std::uint32_t> chosen(count);
  std::iota(chosen.begin(), chosen.end(), 0U);
  return chosen;
}

double largest_difference(const DistanceDensity& one, const DistanceDensity& other) {
  double worst = 0;
  for (std::size_t i = 0; i < one.density.size(); ++i)
    worst = std::max(worst, std::abs(other.density[i] / one.density[i] - 1));
  return worst;
}

}  // namespace

TEST_CASE("by hand: three points in a line, 3, 4 and 7 apart, bells of 0.5") {
  // At 4: two bells' tops away 0 and 2 standard deviations (3 is 2 away), of 3 pairs; nothing is near 0 but 3 ≤ … no: 4
  // h is 2, so nothing is mirrored. φ(0) = 0.39894, φ(2) = 0.05399, φ(6) = 0: (0.39894 + 0.05399)/(3 · 0.5) = 0.30195.
  const std::vector<Site> sites{{0, 0}, {3, 0}, {7, 0}};
  const auto found = distance_density(sites, first(3), {.horizon = 8, .bandwidth = 0.5}, {});
  REQUIRE(found);
  const double at = 4 / (8.0 / 511);
  const auto below = static_cast<std::size_t>(at);
  CHECK(std::lerp(found->density[below], found->density[below + 1], at - static_cast<double>(below)) ==
        doctest::Approx(0.30195).epsilon(2e-3));
}

TEST_CASE("K_d over all distances integrates to 1") {
  for (const auto weight : {PairWeight::equal, PairWeight::product})
    for (const std::uint64_t seed : {1, 2, 3}) {
      INFO("seed ", seed);
      const auto found = distance_density(scattered(300, seed), first(300), {.horizon = 1700, .weight = weight}, {});
      REQUIRE(found);
      double sum = 0;
      for (std::size_t i = 0; i + 1 < found->density.size(); ++i)
        sum += (found->density[i] + found->density[i + 1]) / 2;
      CHECK(sum * found->distance(1) == doctest::Approx(1).epsilon(2e-3));
    }
}

TEST_CASE("K_d does not change when the map is turned, moved or its points renamed") {
  for (const auto weight : {PairWeight::equal, PairWeight::product})
    for (const std::uint64_t seed : {4, 5, 6}) {
      INFO("seed ", seed);
      const auto sites = scattered(700, seed);
      std::vector<Site> moved;
      for (auto site = sites.rbegin(); site != sites.rend(); ++site)
        moved.push_back({0.6 * site->x - 0.8 * site->y + 300, 0.8 * site->x + 0.6 * site->y - 20, site->weight});
      const auto one = distance_density(sites, first(700), {.horizon = 500, .weight = weight}, {});
      const auto other = distance_density(moved, first(700), {.horizon = 500, .weight = weight}, {});
      REQUIRE(one);
      REQUIRE(other);
      CHECK(largest_difference(*one, *other) < 1e-8);
    }
}

TEST_CASE("K_d and its envelope are the same, bit for bit, on one thread and on three") {
  const auto sites = scattered(1500, 7);
  for (const auto weight : {PairWeight::equal, PairWeight::product}) {
    const DensityChoice choice{.horizon = 500, .weight = weight};
    const auto one = distance_density(sites, first(900), choice, {});
    const auto three = distance_density(sites, first(900), choice, {.threads = 3});
    REQUIRE(one);
    REQUIRE(three);
    CHECK(one->density == three->density);
    const auto alone = distance_envelope(sites, 90, choice, {.count = 20, .seed = Seed{8}}, {});
    const auto shared = distance_envelope(sites, 90, choice, {.count = 20, .seed = Seed{8}}, {.threads = 3});
    CHECK(alone.mean == shared.mean);
    for (std::size_t i = 0; i < alone.global.size(); ++i) {
      REQUIRE(alone.global[i]);
      REQUIRE(alone.global[i]->lower == shared.global[i]->lower);
      REQUIRE(alone.global[i]->upper == shared.global[i]->upper);
    }
  }
}

TEST_CASE("K_d of two points, and of points all on one place, is undefined") {
  CHECK_FALSE(distance_density(scattered(2, 1), first(2), {.horizon = 500}, {}));
  const std::vector<Site> one_place(9, Site{3, 4});
  CHECK_FALSE(distance_density(one_place, first(9), {.horizon = 500}, {}));
  CHECK_FALSE(distance_density({}, {}, {.horizon = 500}, {}));
}

TEST_CASE("an envelope stops when it is told to") {
  std::stop_source stop;
  const Work work{.threads = 2, .stop = stop.get_token(), .progress = [&](std::size_t done, std::size_t) {
                    if (done == 3) stop.request_stop();
                  }};
  CHECK_THROWS_AS(distance_envelope(scattered(500, 9), 100, {.horizon = 500}, {.count = 1000}, work), Cancelled);
}

TEST_CASE("room for the curves of an envelope is taken as they are drawn, so that many draws stop as soon as few") {
  std::stop_source stop;
  stop.request_stop();
  const auto most_held = [] {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss / 1024;  // MiB
  };
  const auto before = most_held();
  CHECK_THROWS_AS(
      distance_envelope(scattered(500, 9), 100, {.horizon = 500}, {.count = 200'000}, {.stop = stop.get_token()}),
      Cancelled);
  CHECK(most_held() - before < 100);  // all of them would be 1,600
}

TEST_CASE("one curve stops when it is told to, within one more row of points for each thread") {
  const auto sites = scattered(3000, 10);
  for (const unsigned threads : {1U, 2U}) {
    std::stop_source stop;
    std::size_t after = 0;
    const Work work{.threads = threads, .stop = stop.get_token(), .progress = [&](std::size_t done, std::size_t of) {
                      REQUIRE(of > 4);
                      after += stop.stop_requested() ? 1 : 0;
                      if (done == 2) stop.request_stop();
                    }};
    CHECK_THROWS_AS(distance_density(sites, first(3000), {.horizon = 500}, work), Cancelled);
    CHECK(after < threads);
  }
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(envelope(std::vector<Curve>(3, Curve(2, 1.0)), {}, {.stop = stop.get_token()}), Cancelled);
}

TEST_CASE("random sites are different, and each equally often") {
  std::vector<int> times(10);
  for (std::uint64_t draw = 0; draw < 10'000; ++draw) {
    auto sites = random_sites({4, 10}, Draw{Seed{11}, draw});
    std::ranges::sort(sites);
    REQUIRE(std::ranges::adjacent_find(sites) == sites.end());
    for (const auto site : sites) ++times[site];
  }
  for (const int count : times) CHECK(std::abs(count - 4000) < 200);  // four standard deviations of 49
}

TEST_CASE("a random industry leaves the global band about as often as the level says, and a local one more often") {
  const auto sites = scattered(150, 12);
  std::vector<Curve> all;
  for (std::uint32_t industry = 0; industry < level::kIndustries; ++industry) {
    const auto found = distance_density(sites, random_sites({12, 150}, Draw{Seed{13}, industry}), {.horizon = 450}, {});
    REQUIRE(found);
    Curve curve;
    for (std::size_t i = 0; i < found->density.size(); i += 32) curve.emplace_back(found->density[i]);
    all.push_back(std::move(curve));
  }
  const auto left = level::left(all, Seed{13}, Seed{14}, Seed{15});
  CHECK(left.global > 0.011);
  CHECK(left.global < 0.089);
  CHECK(left.local > 2 * left.global);
}

#include "measure/distance_raster.hpp"

#include "measure/distance_envelope.hpp"
#include "measure/level.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace trivium::measure;

namespace {

// Half in one town, half anywhere in 100 by 60 km.
std::vector<Site> region(std::uint32_t count, std::uint64_t seed) {
  Draw draw{Seed{seed}, 0};
  std::vector<Site> sites;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double size = i % 2 == 0 ? 0.05 : 1;
    const double x = 1e5 * size * draw.share();
    sites.push_back({x, 6e4 * size * draw.share(), 1 + 9 * draw.share()});
  }
  return sites;
}

std::vector<std::uint32_t> first(std::uint32_t count) {
  std::vector<std::uint32_t> chosen(count);
  std::iota(chosen.begin(), chosen.end(), 0U);
  return chosen;
}

}  // namespace

TEST_CASE("K_d from a raster is within the bound that is told, and the bound is small") {
  for (const auto weight : {PairWeight::equal, PairWeight::product})
    for (const std::uint64_t seed : {1, 2, 3})
      for (const std::uint32_t crossings : {256U, 512U}) {
        const auto sites = region(1200, seed);
        const auto exact =
            distance_density(sites, first(1200), {.horizon = 40'000, .bandwidth = 3000, .weight = weight}, {});
        const auto raster = raster_distance_density(
            sites, first(1200), {.horizon = 40'000, .bandwidth = 3000, .weight = weight, .crossings = crossings});
        REQUIRE(exact);
        REQUIRE(raster);
        double worst = 0;
        double most = 0;
        for (std::size_t i = 0; i < exact->density.size(); ++i) {
          const double off = std::abs(exact->density[i] - raster->found.density[i]);
          INFO("seed ", seed, ", ", crossings, " crossings, at ", exact->distance(i), ": error ", off, ", bound ",
               raster->bounds[i], ", of ", exact->density[i]);
          REQUIRE(off <= raster->bounds[i]);
          worst = std::max(worst, off);
          most = std::max(most, exact->density[i]);
        }
        CHECK(worst > 0);
        CHECK(worst < 0.02 * most);
        CHECK(std::ranges::max(raster->bounds) < (crossings == 256 ? 0.2 : 0.08) * most);
      }
}

TEST_CASE("the raster's bound holds in 1,000 regions of every kind") {
  constexpr std::uint64_t kRegions = 1000;
  for (std::uint64_t seed = 1; seed <= kRegions; ++seed) {
    Draw draw{Seed{seed}, 7};
    const auto points = 3 + draw.below(40);
    auto sites = region(points, seed);
    // Some share a place, some stand on a line: distances at 0, and all alike.
    if (seed % 3 == 0) std::ranges::for_each(sites, [](Site& site) { site.y = 0; });
    if (seed % 5 == 0) std::ranges::for_each(sites, [](Site& site) { site.x = std::floor(site.x / 2e4) * 2e4; });
    const DensityChoice choice{.horizon = 2000 + 50'000 * draw.share(),
                               .bandwidth = 300 + 9000 * draw.share(),
                               .weight = seed % 2 == 0 ? PairWeight::equal : PairWeight::product};
    const auto exact = distance_density(sites, first(points), choice, {});
    const auto raster = raster_distance_density(sites, first(points),
                                                {.horizon = choice.horizon,
                                                 .bandwidth = *choice.bandwidth,
                                                 .weight = choice.weight,
                                                 .crossings = 32U << draw.below(4)});
    REQUIRE(exact);
    REQUIRE(raster);
    for (std::size_t i = 0; i < exact->density.size(); ++i) {
      INFO("seed ", seed, ", at ", exact->distance(i), " of ", choice.horizon, ", bandwidth ", exact->bandwidth);
      // What transforms are rounded by is not in the bound.
      REQUIRE(std::abs(exact->density[i] - raster->found.density[i]) <= raster->bounds[i] + 1e-12 / exact->bandwidth);
    }
  }
}

TEST_CASE("a point is no pair with itself on the raster either") {
  // Of thirty points, pairs with themselves would be one in fifteen, all at 0.
  const auto sites = region(30, 6);
  const auto exact = distance_density(sites, first(30), {.horizon = 40'000, .bandwidth = 3000}, {});
  const auto raster = raster_distance_density(sites, first(30), {.horizon = 40'000, .bandwidth = 3000});
  REQUIRE(exact);
  REQUIRE(raster);
  CHECK(raster->bounds[0] < 1e-6);
  CHECK(std::abs(exact->density[0] - raster->found.density[0]) <= raster->bounds[0]);
}

TEST_CASE("a raster is not even made once it is told to stop") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(raster_distance_density(region(300, 6), first(300), {.horizon = 40'000, .bandwidth = 3000},
                                          {.stop = stop.get_token()}),
                  Cancelled);
}

TEST_CASE(
    "bands from a raster are within their bound of the exact ones, each draw with a bandwidth of its own or not") {
  const auto sites = region(3000, 4);
  const RandomDraws draws{.count = 61, .seed = Seed{5}};
  for (const auto bandwidth : {std::optional<double>{}, std::optional{3000.0}}) {
    CAPTURE(bandwidth.value_or(0));
    const auto exact = distance_envelope(sites, 400, {.horizon = 40'000, .bandwidth = bandwidth}, draws, {});
    const RasterChoice choice{.horizon = 40'000, .bandwidth = bandwidth, .crossings = 512};
    const auto one = raster_distance_envelope(sites, 400, choice, draws, {});
    const auto three = raster_distance_envelope(sites, 400, choice, draws, {.threads = 3});
    CHECK(exact.outside == one.bands.outside);
    for (std::size_t i = 0; i < exact.local.size(); ++i) {
      INFO("at ", i, " of 512, bound ", one.bounds[i]);
      for (const auto which : {&Envelope::local, &Envelope::global}) {
        REQUIRE(std::abs((exact.*which)[i]->lower - (one.bands.*which)[i]->lower) <= one.bounds[i]);
        REQUIRE(std::abs((exact.*which)[i]->upper - (one.bands.*which)[i]->upper) <= one.bounds[i]);
      }
      REQUIRE(std::abs(*exact.mean[i] - *one.bands.mean[i]) <= one.bounds[i]);
      REQUIRE(one.bands.global[i]->lower == three.bands.global[i]->lower);
      REQUIRE(one.bands.mean[i] == three.bands.mean[i]);
    }
  }
}

TEST_CASE("without a bandwidth the raster takes the one that K_d takes, and where that has none there is no curve") {
  const auto sites = region(300, 6);
  const auto exact = distance_density(sites, first(300), {.horizon = 40'000}, {});
  const auto raster = raster_distance_density(sites, first(300), {.horizon = 40'000});
  REQUIRE(exact);
  REQUIRE(raster);
  CHECK(raster->found.bandwidth == exact->bandwidth);
  const std::vector<Site> alike(3, Site{100, 100, 1});
  CHECK_FALSE(distance_density(alike, first(3), {.horizon = 40'000}, {}));
  CHECK_FALSE(raster_distance_density(alike, first(3), {.horizon = 40'000}));
}

TEST_CASE("a random industry leaves the global band of the raster about as often as the level says") {
  const auto sites = region(150, 12);
  std::vector<Curve> all;
  for (std::uint32_t industry = 0; industry < level::kIndustries; ++industry) {
    const auto found = raster_distance_density(sites, random_sites({12, 150}, Draw{Seed{19}, industry}),
                                               {.horizon = 40'000, .crossings = 64});
    REQUIRE(found);
    Curve curve;
    for (std::size_t i = 0; i < found->found.density.size(); i += 32) curve.emplace_back(found->found.density[i]);
    all.push_back(std::move(curve));
  }
  const auto left = level::left(all, Seed{19}, Seed{20}, Seed{21});
  CHECK(left.global > 0.011);
  CHECK(left.global < 0.089);
  CHECK(left.local > 2 * left.global);
}

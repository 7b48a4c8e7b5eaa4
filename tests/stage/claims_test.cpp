#include "stage/claims.hpp"

#include "stage/shipped.hpp"

#include <algorithm>

namespace trivium::stage {
namespace {

// A hundred firms each year, of which so many are young and so many new; around them 1,000 firms with 80 new ones.
std::vector<YearOf> years_with(double young, double entries, double firms = 100) {
  std::vector<YearOf> years;
  for (Year year = 2019; year <= 2024; ++year) {
    years.push_back({.year = year,
                     .cluster = {.firms = firms, .entries = entries, .exits = entries, .young = young, .jobs = 1'000},
                     .larger = {.firms = 1'000, .entries = 80, .exits = 80, .young = 270, .jobs = 9'000}});
  }
  return years;
}

const SpokenAgainst* of(const std::vector<SpokenAgainst>& found, Claim claim) {
  const auto one = std::ranges::find(found, claim, &SpokenAgainst::claim);
  return one == found.end() ? nullptr : &*one;
}

}  // namespace

TEST_CASE("one contact in ten with newcomers, where 27 of 100 firms are young, is spoken against") {
  const auto found = spoken_against(years_with(27, 8), {.stage = {}, .newcomers = 0.1}, shipped());
  REQUIRE(found.size() == 1);
  CHECK(found[0].claim == Claim::newcomers_met);
  CHECK(*found[0].counted == doctest::Approx(0.27));
  CHECK(*found[0].year == 2024);
}

TEST_CASE("more newcomers than there are young firms say nothing, nor do a few less") {
  for (const double newcomers : {0.18, 0.27, 0.9}) {
    CAPTURE(newcomers);
    CHECK(spoken_against(years_with(27, 8), {.stage = {}, .newcomers = newcomers}, shipped()).empty());
  }
  CHECK(spoken_against(years_with(27, 8), {.stage = {}, .newcomers = {}}, shipped()).empty());
}

TEST_CASE("the young firms are those of the last year in which they were counted, and none of before the window") {
  auto years = years_with(27, 8);
  years.back().cluster.young.reset();
  const auto found = spoken_against(years, {.stage = {}, .newcomers = 0}, shipped());
  REQUIRE(found.size() == 1);
  CHECK(*found[0].year == 2023);
  for (auto& year : years) year.cluster.young.reset();
  years.push_back({.year = 2010, .cluster = {.firms = 100, .young = 60}});
  CHECK(spoken_against(years, {.stage = {}, .newcomers = 0}, shipped()).empty());
}

TEST_CASE("easy to get in is spoken against where fewer firms come than around, whatever the stage") {
  // 5 of 100 against 80 of 1,000.
  for (const std::string stage : {"", "golden_age", "not_a_cluster_yet", "maturity"}) {
    CAPTURE(stage);
    const auto found =
        spoken_against(years_with(27, 5), {.stage = stage, .newcomers = {}, .easy_to_plug_in = true}, shipped());
    const auto* one = of(found, Claim::easy_to_plug_in);
    REQUIRE(one != nullptr);
    CHECK(*one->counted == doctest::Approx(-0.03));
  }
  const Claimed easy{.stage = {}, .newcomers = {}, .easy_to_plug_in = true};
  CHECK(spoken_against(years_with(27, 7), easy, shipped()).empty());
  CHECK(spoken_against(years_with(27, 5), {.stage = {}, .newcomers = {}}, shipped()).empty());
}

TEST_CASE("of the stage those signals are told that speak against it, and no other") {
  const auto years = years_with(27, 5);
  const auto all = readings(years, "golden_age", shipped());
  const auto found = spoken_against(years, {.stage = "golden_age", .newcomers = {}}, shipped());
  const auto* stage = of(found, Claim::stage);
  REQUIRE(stage != nullptr);
  CHECK(std::ranges::count(all, Says::speaks_against, &Reading::says) == std::ssize(stage->readings));
  for (const auto& reading : stage->readings) CHECK(reading.says == Says::speaks_against);
}

TEST_CASE("of few firms, and of no year, nothing is said") {
  const Claimed all{.stage = "golden_age", .newcomers = 0, .easy_to_plug_in = true};
  CHECK(spoken_against({}, all, shipped()).empty());
  const auto few = spoken_against(years_with(8, 1, 20), all, shipped());
  CHECK(of(few, Claim::newcomers_met) == nullptr);
  CHECK(of(few, Claim::easy_to_plug_in) == nullptr);
}

}  // namespace trivium::stage

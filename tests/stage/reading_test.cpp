#include "stage/reading.hpp"

#include "stage/shipped.hpp"

#include <rapidcheck.h>

#include <algorithm>

namespace trivium::stage {
namespace {

struct Counts {
  std::vector<double> entries;
  std::vector<double> exits;
  std::vector<double> firms;
};

// Business demography of the British office of statistics, edition of 2023, years 2018 to 2023: tables 1.2
// (births), 2.2 (deaths) and 3.2 (active), counted in fives.
const Counts kUnitedKingdom{{348'630, 363'825, 333'015, 363'995, 336'925, 316'025},
                            {296'575, 303'495, 300'475, 328'495, 348'695, 309'290},
                            {2'841'025, 2'889'120, 2'897'115, 2'939'675, 2'924'685, 2'870'295}};
const Counts kFilm{{3'210, 3'290, 3'020, 3'595, 3'690, 3'955},  // 591
                   {2'225, 2'345, 2'105, 2'210, 2'565, 2'405},
                   {26'235, 27'150, 27'600, 28'755, 29'990, 31'080}};
const Counts kPrinting{{785, 765, 775, 650, 550, 535},  // 181
                       {850, 1'085, 940, 800, 995, 800},
                       {11'635, 11'395, 11'050, 10'740, 10'360, 9'865}};

std::vector<YearOf> against_the_country(const Counts& counts) {
  std::vector<YearOf> years;
  for (std::size_t i = 0; i < counts.firms.size(); ++i) {
    YearOf year{.year = 2018 + static_cast<Year>(i)};
    year.cluster = {.firms = counts.firms[i], .entries = counts.entries[i], .exits = counts.exits[i]};
    year.larger = {
        .firms = kUnitedKingdom.firms[i], .entries = kUnitedKingdom.entries[i], .exits = kUnitedKingdom.exits[i]};
    years.push_back(year);
  }
  return years;
}

// Years with a hundred firms and ten jobs each, of which so many come and go.
std::vector<YearOf> even(double entries, double exits) {
  std::vector<YearOf> years;
  for (Year year = 2018; year < 2024; ++year) {
    const Counted counted{.firms = 100, .entries = entries, .exits = exits, .young = 30, .jobs = 1'000};
    years.push_back({.year = year, .cluster = counted, .larger = counted});
  }
  return years;
}

}  // namespace

TEST_CASE("by hand: eight of a hundred come and five go, so net entry is three in a hundred") {
  const auto found = measured(Signal::net_entry, even(8, 5), {.from = 2018, .to = 2023});
  CHECK(*found.value == doctest::Approx(0.03));
  CHECK(found.years.size() == 6);
  CHECK(found.missing.empty());
  CHECK(*found.firms == 100);
  auto growing = even(8, 5);
  growing.back().cluster.jobs = 1'610.51;      // 1.1⁵
  growing.back().larger.jobs = 1'104.0808032;  // 1.02⁵
  CHECK(*measured(Signal::growth_of_jobs, growing, {.from = 2018, .to = 2023}).value == doctest::Approx(0.08));
}

TEST_CASE("British film makers: net entry and growth speak for a golden age, entry alone does not say") {
  const auto readings_of = readings(against_the_country(kFilm), "golden_age", shipped());
  REQUIRE(readings_of.size() == kSignals.size());
  CHECK(*of(readings_of, Signal::net_entry).measured.value == doctest::Approx(0.04018).epsilon(1e-3));
  CHECK(of(readings_of, Signal::net_entry).says == Says::speaks_for);
  CHECK(*of(readings_of, Signal::growth_of_firms).measured.value == doctest::Approx(0.03242).epsilon(1e-3));
  CHECK(of(readings_of, Signal::growth_of_firms).says == Says::speaks_for);
  CHECK(*of(readings_of, Signal::entry_rate).measured.value == doctest::Approx(0.0026).epsilon(2e-2));
  CHECK(of(readings_of, Signal::entry_rate).why_not == Cannot::in_between);
  CHECK(of(readings_of, Signal::exit_rate).why_not == Cannot::nothing_to_say);
  CHECK(of(readings_of, Signal::growth_of_jobs).why_not == Cannot::nothing_known);
  CHECK(of(readings_of, Signal::one_buyer).why_not == Cannot::nothing_known);
  const auto mature = readings(against_the_country(kFilm), "maturity", shipped());
  CHECK(of(mature, Signal::net_entry).says == Says::speaks_against);
}

TEST_CASE("British printers: entry speaks for decline, exit against it, and both are shown") {
  const auto found = readings(against_the_country(kPrinting), "decline", shipped());
  CHECK(*of(found, Signal::net_entry).measured.value == doctest::Approx(-0.02206).epsilon(1e-3));
  CHECK(of(found, Signal::net_entry).says == Says::speaks_for);
  CHECK(of(found, Signal::entry_rate).says == Says::speaks_for);
  CHECK(of(found, Signal::growth_of_firms).says == Says::speaks_for);
  CHECK(*of(found, Signal::exit_rate).measured.value == doctest::Approx(-0.0244).epsilon(1e-2));
  CHECK(of(found, Signal::exit_rate).says == Says::speaks_against);
}

// Box 1 of the framework, in numbers of ours: the firms know each other for long, one broadcaster buys.
TEST_CASE("a stalled cluster that lives from one buyer: what is said of maturity there, the numbers say too") {
  auto years = even(8, 8);
  for (auto& year : years) {
    year.cluster.young = 20;
    year.one_buyer = 0.55;
    year.one_firm = 0.35;
  }
  const auto mature = readings(years, "maturity", shipped());
  for (const auto signal : {Signal::net_entry, Signal::growth_of_firms, Signal::growth_of_jobs, Signal::young_firms,
                            Signal::one_firm, Signal::one_buyer}) {
    CAPTURE(name(signal));
    CHECK(of(mature, signal).says == Says::speaks_for);
  }
  const auto golden = readings(years, "golden_age", shipped());
  CHECK(of(golden, Signal::one_buyer).says == Says::speaks_against);
  CHECK(of(golden, Signal::young_firms).says == Says::speaks_against);
  CHECK(of(golden, Signal::net_entry).why_not == Cannot::in_between);
}

TEST_CASE("years that are missing or suppressed are passed over and named, and never count as 0") {
  auto years = even(8, 5);
  years[1].cluster.exits = std::nullopt;
  years.erase(years.begin() + 3);
  const auto found = of(readings(years, "golden_age", shipped()), Signal::net_entry);
  CHECK(found.measured.missing == std::vector<Year>{2019, 2021});
  CHECK(*found.measured.value == doctest::Approx(0.03));
  CHECK(found.window.from == 2018);
  years[0].cluster.entries = std::nullopt;
  years[2].cluster.firms = std::nullopt;
  const auto fewer = readings(years, "golden_age", shipped());
  CHECK(of(fewer, Signal::net_entry).why_not == Cannot::too_few_years);
  CHECK(of(fewer, Signal::net_entry).measured.years.size() == 2);
}

TEST_CASE("without the larger area there is nothing to hold a rate against") {
  auto years = even(12, 5);
  for (auto& year : years) year.larger = {};
  const auto found = readings(years, "take_off", shipped());
  CHECK(of(found, Signal::entry_rate).why_not == Cannot::nothing_known);
  CHECK(of(found, Signal::net_entry).says == Says::speaks_for);
}

TEST_CASE("rates of fewer than thirty firms are shown but say nothing") {
  auto years = even(8, 5);
  years[2].cluster.firms = 29;
  const auto found = readings(years, "golden_age", shipped());
  CHECK(of(found, Signal::net_entry).why_not == Cannot::too_few_firms);
  CHECK(of(found, Signal::net_entry).measured.value.has_value());
  CHECK(of(found, Signal::growth_of_jobs).why_not != Cannot::too_few_firms);
}

TEST_CASE("where there was nobody to grow from there is no growth, and where no year is given no reading") {
  auto years = even(8, 5);
  years.front().larger.jobs = 0;
  CHECK(of(readings(years, "decline", shipped()), Signal::growth_of_jobs).why_not == Cannot::nothing_known);
  CHECK(readings({}, "decline", shipped()).empty());
}

TEST_CASE("firms counted from their lives: who is young is known once five years are over") {
  const std::vector<measure::Life> lives{{.type = 0, .first = 2010, .last = std::nullopt},
                                         {.type = 1, .first = 2016, .last = 2018},
                                         {.type = 0, .first = 2013, .last = std::nullopt}};
  const auto years = counted(lives, {.from = 2013, .to = 2018});
  REQUIRE(years.size() == 6);
  CHECK(!years[3].cluster.young);  // 2016
  CHECK(*years[4].cluster.firms == 3);
  CHECK(*years[4].cluster.young == 2);  // born in 2013 and 2016, of the five years from 2013
  CHECK(*years[5].cluster.young == 1);  // 2013 is six years ago, the first counted
  CHECK(*years[5].cluster.exits == 1);
  CHECK(*years[3].cluster.entries == 1);
}

TEST_CASE("what happens to everybody alike does not move what is held against the larger area") {
  CHECK(rc::check("common growth", [] {
    auto years = against_the_country(*rc::gen::element(kFilm, kPrinting));
    const double factor = *rc::gen::inRange(90, 120) / 100.0;
    const auto before = readings(years, "decline", shipped());
    double level = 1;
    for (auto& year : years) {
      level *= factor;
      for (auto* side : {&year.cluster, &year.larger}) {
        *side->firms *= level;
        *side->entries *= level;
        *side->exits *= level;
      }
    }
    std::ranges::reverse(years);
    const auto after = readings(years, "decline", shipped());
    for (const auto signal : {Signal::net_entry, Signal::entry_rate, Signal::exit_rate})
      RC_ASSERT(std::abs(*of(before, signal).measured.value - *of(after, signal).measured.value) < 1e-12);
    // Growth is compounded: the difference of two rates grows with the factor, its sign stays.
    const auto growth = [](const std::vector<Reading>& readings_of) {
      return *of(readings_of, Signal::growth_of_firms).measured.value;
    };
    RC_ASSERT(std::abs(growth(after) - growth(before) * factor) < 1e-12);
  }));
}

}  // namespace trivium::stage

#include "measure/growth.hpp"

#include "measure/demography.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace trivium::measure;

TEST_CASE("Freiburg 2008–2014: 14,373 jobs are 9,887 with the country, 2,502 by its industries, 1,984 its own") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table table{folder / "03-region-industry/de_reat_Freiburg.csv"};
  std::vector<Areas> industries;
  for (std::size_t row = 0; row < table.size(); ++row)
    industries.push_back({.region = {table.number(row, "e_Freiburg2008"), table.number(row, "e_Freiburg2014")},
                          .larger = {table.number(row, "e_Germany2008"), table.number(row, "e_Germany2014")}});
  const auto found = shift_share(industries);
  CHECK(found->national == doctest::Approx(9887.2783982609).epsilon(1e-12));
  CHECK(found->mix == doctest::Approx(2501.61187841609).epsilon(1e-12));
  CHECK(found->regional == doctest::Approx(1984.10972332301).epsilon(1e-12));
  CHECK(found->national + found->mix + found->regional == doctest::Approx(14'373));
}

// Changes stand there as numbers and in per cent with one decimal; the level of the year before is what is left.
TEST_CASE("the published yearly changes of the United States 2019, by state, ownership and industry") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table table{folder / "03-region-industry/us_qcew_2019_states_annual.csv.gz"};
  for (const auto& [what, pairs] : {std::pair<std::string, std::size_t>{"estabs", 101'755}, {"emplvl", 101'541}}) {
    std::size_t compared = 0;
    std::size_t from_nothing = 0;
    std::size_t off = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
      // Where one of both years was kept back, so is the change.
      if (table.text(row, "disclosure_code") == "N" || table.text(row, "oty_disclosure_code") == "N") continue;
      const double level = table.number(row, "annual_avg_" + what);
      const Change year{.then = level - table.number(row, "oty_annual_avg_" + what + "_chg"), .now = level};
      const auto found = growth(year);
      if (!found) {
        ++from_nothing;
        continue;
      }
      ++compared;
      const double published = table.number(row, "oty_annual_avg_" + what + "_pct_chg");
      if (!(std::abs(100 * *found - published) <= 0.05 + 1e-9)) ++off;
    }
    CAPTURE(what);
    CHECK(compared == pairs);
    CHECK(compared + from_nothing == 101'802);
    CHECK(off == 0);
  }
}

TEST_CASE("the three parts and what is unexplained add up to the change, whatever the numbers") {
  CHECK(rc::check("adds up", [] {
    const auto numbers = *rc::gen::container<std::vector<unsigned short>>(24, rc::gen::arbitrary<unsigned short>());
    std::vector<Areas> industries;
    double change_of_all = 0;
    for (std::size_t i = 0; i < numbers.size(); i += 4) {
      industries.push_back({.region = {static_cast<double>(numbers[i]), static_cast<double>(numbers[i + 1])},
                            .larger = {static_cast<double>(numbers[i + 2]), static_cast<double>(numbers[i + 3])}});
      change_of_all += change(industries.back().region);
    }
    const auto found = shift_share(industries);
    if (!found) {
      RC_ASSERT(std::ranges::all_of(industries, [](const Areas& one) { return one.larger.then == 0; }));
      return;
    }
    RC_ASSERT(std::abs(found->national + found->mix + found->regional + found->unexplained - change_of_all) < 1e-6);
  }));
}

TEST_CASE("there is no rate of growth from nothing, and none against an area that had nothing") {
  CHECK(!growth({.then = 0, .now = 5}));
  CHECK(*growth({.then = 4, .now = 5}) == 0.25);
  CHECK(*growth({.then = 4, .now = 0}) == -1);
  CHECK(!growth_against({.region = {4, 5}, .larger = {0, 5}}));
  CHECK(*growth_against({.region = {4, 5}, .larger = {100, 110}}) == doctest::Approx(0.15));
  CHECK(!shift_share({}));
}

TEST_CASE("firms by hand: active, born, dead and surviving") {
  // Three firms of type 0: 2001–2003, 2002–, 2002–2002; one of type 1: 1999–.
  const std::vector<Life> lives{{0, 2001, 2003}, {0, 2002, {}}, {0, 2002, 2002}, {1, 1999, {}}};
  const auto years = turnover(lives, {.from = 2001, .to = 2004});
  REQUIRE(years.size() == 8);
  CHECK(years[1].active == 3);
  CHECK(years[1].entries == 2);
  CHECK(years[1].exits == 1);
  CHECK(net_entry(years[1]) == 1);
  CHECK(*entry_rate(years[1]) == doctest::Approx(2.0 / 3));
  CHECK(*exit_rate(years[2]) == doctest::Approx(1.0 / 2));
  CHECK(years[3].active == 1);
  CHECK(years[4].entries == 0);  // born before the period
  const auto alive = survival(lives, {.from = 2001, .to = 2004});
  REQUIRE(alive.size() == 5);  // cohort 2001 at ages 1–3, cohort 2002 at ages 1 and 2
  CHECK(alive[1].alive == 1);
  CHECK(alive[2].alive == 0);
  CHECK(alive[3].of == 2);
  CHECK(alive[3].alive == 1);
}

TEST_CASE("a year without a firm is known to have none, and has no rate") {
  const auto years = turnover(std::vector<Life>{{0, 2005, 2005}}, {.from = 2004, .to = 2005});
  REQUIRE(years.size() == 2);
  CHECK(years[0].active == 0);
  CHECK(!entry_rate(years[0]));
  CHECK(survival(std::vector<Life>{{0, 2005, {}}}, {.from = 2004, .to = 2005}).empty());
}

TEST_CASE("the firms of one year are those of the year before, with who came, without who had gone") {
  CHECK(rc::check("stock and flow", [] {
    const auto births = *rc::gen::container<std::vector<int>>(30, rc::gen::inRange(1990, 2010));
    std::vector<Life> lives;
    for (const int born : births) {
      const int age = *rc::gen::inRange(0, 15);
      lives.push_back({0, born, age > 12 ? std::nullopt : std::optional{born + age}});
    }
    const auto years = turnover(lives, {.from = 1995, .to = 2012});
    for (std::size_t i = 1; i < years.size(); ++i)
      RC_ASSERT(years[i].active == years[i - 1].active - years[i - 1].exits + years[i].entries);
  }));
}

#include "measure/location_quotient.hpp"

#include "measure/shared_files.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>

using namespace trivium::measure;

namespace {

// A table by chance: some cells empty, some regions and industries all empty.
Employment any_table() {
  const auto regions = *rc::gen::inRange<std::size_t>(1, 12);
  const auto industries = *rc::gen::inRange<std::size_t>(1, 12);
  const auto cells = *rc::gen::container<std::vector<int>>(regions * industries, rc::gen::inRange(-3, 2'000));
  Employment employment{.regions = regions, .industries = industries, .jobs = {}};
  for (const int jobs : cells) employment.jobs.push_back(std::max(jobs, 0));
  return employment;
}

}  // namespace

TEST_CASE("the textbook's quotient: 1,714 of 79,006 against 879,213 of 15,593,224") {
  // Farhauer and Kröll 2013: 0.3847623. The rest of region and country is the second industry and the second region.
  const Employment employment{
      .regions = 2,
      .industries = 2,
      .jobs = {1'714, 79'006 - 1'714, 879'213 - 1'714, 15'593'224 - 879'213 - (79'006 - 1'714)}};
  const auto quotients = location_quotients(employment);
  REQUIRE(quotients.size() == 4);
  CHECK(quotients[0].quotient == doctest::Approx(0.384762342301328).epsilon(1e-14));
  CHECK(quotients[0].jobs == 1'714);
}

// Its published total is more than its industries add up to.
TEST_CASE("Göttingen 2017 against Germany: the 15 quotients of REAT") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table table{folder / "03-region-industry/de_reat_Goettingen.csv"};
  const auto industries = table.size() - 1;  // the first row is the total
  Employment employment{.regions = 2, .industries = industries, .jobs = std::vector<double>(2 * industries)};
  for (std::size_t industry = 0; industry < industries; ++industry) {
    const double here = table.number(industry + 1, "Goettingen2017");
    employment.jobs[industry] = here;
    employment.jobs[industries + industry] = table.number(industry + 1, "BRD2017") - here;
  }
  auto published = totals(employment);
  published.regions[0] = table.number(0, "Goettingen2017");
  published.regions[1] = table.number(0, "BRD2017") - *published.regions[0];
  published.all = table.number(0, "BRD2017");
  std::map<std::string, double> found;
  for (const auto& one : location_quotients(employment, published))
    if (one.region == 0) found[table.text(one.industry + 1, "WZ2008_Code")] = one.quotient;
  const shared_files::Table expected{folder / "09-worked-examples/reference_values_textbook_and_REAT.csv"};
  std::size_t compared = 0;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    if (!expected.text(row, "id").starts_with("LQG")) continue;
    CHECK(found.at(expected.text(row, "input")) == doctest::Approx(expected.number(row, "value")).epsilon(1e-14));
    ++compared;
  }
  CHECK(compared == 15);
}

TEST_CASE("an industry nobody works in is left out, not zero; a region without it has 0") {
  const Employment employment{.regions = 2, .industries = 3, .jobs = {10, 0, 0, 10, 20, 0}};
  const auto quotients = location_quotients(employment);
  REQUIRE(quotients.size() == 4);
  CHECK(quotients[1].industry == 1);
  CHECK(quotients[1].quotient == 0);
  CHECK(quotients[2].region == 1);
}

TEST_CASE("an industry with a suppressed cell has no quotient anywhere unless its total is published") {
  Employment employment{
      .regions = 2, .industries = 2, .jobs = {10, 0, 30, 40}, .suppressed = {false, true, false, false}};
  CHECK(location_quotients(employment).empty());  // neither the region nor the whole has a sum
  auto published = totals(employment);
  CHECK(!published.industries[1]);
  CHECK(published.industries[0] == 40.0);
  published.regions[0] = 20;
  published.all = 90;
  const auto quotients = location_quotients(employment, published);
  REQUIRE(quotients.size() == 2);  // the first industry in both regions
  CHECK(quotients[0].quotient == doctest::Approx((10.0 / 20) / (40.0 / 90)));
  CHECK(quotients[1].industry == 0);
}

TEST_CASE("weighted by the expected jobs, quotients average to 1 for each industry and each region") {
  CHECK(rc::check("averages", [] {
    const auto employment = any_table();
    const auto sums = totals(employment);
    struct Side {
      std::vector<double> expected, weighted;
      void add(std::size_t at, const Quotient& one) {
        expected[at] += one.expected;
        weighted[at] += one.expected * one.quotient;
      }
    };
    const auto side = [](std::size_t size) { return Side{std::vector<double>(size), std::vector<double>(size)}; };
    auto industries = side(employment.industries);
    auto regions = side(employment.regions);
    for (const auto& one : location_quotients(employment)) {
      industries.add(one.industry, one);
      regions.add(one.region, one);
    }
    for (const auto& [found, whole] : {std::pair{&industries, &sums.industries}, {&regions, &sums.regions}}) {
      for (std::size_t at = 0; at < whole->size(); ++at) {
        if (found->expected[at] == 0) {
          RC_ASSERT(*(*whole)[at] == 0);
          continue;
        }
        RC_ASSERT(std::abs(found->weighted[at] / found->expected[at] - 1) < 1e-12);
      }
    }
  }));
}

TEST_CASE("the range that chance leaves is Byar's, close to the exact one, and holds the quotient") {
  // Exact limits of a Poisson count of 10 are 4.795 and 18.390, of 100 81.364 and 121.627 (Garwood 1936).
  const auto ten = chance_of({.region = 0, .industry = 0, .quotient = 1, .jobs = 10, .expected = 10});
  CHECK(ten.least * 10 == doctest::Approx(4.795).epsilon(0.01));
  CHECK(ten.most * 10 == doctest::Approx(18.390).epsilon(0.01));
  const auto hundred = chance_of({.region = 0, .industry = 0, .quotient = 2, .jobs = 100, .expected = 50});
  CHECK(hundred.least * 50 == doctest::Approx(81.364).epsilon(0.001));
  CHECK(hundred.most * 50 == doctest::Approx(121.627).epsilon(0.001));
  const auto none = chance_of({.region = 0, .industry = 0, .quotient = 0, .jobs = 0, .expected = 4});
  CHECK(none.least == 0);
  CHECK(none.most * 4 == doctest::Approx(3.689).epsilon(0.02));
}

// Published: jobs in whole numbers, quotients with two decimals; industries are private ones, at every depth. The base
// is all jobs of the 51 areas, of every ownership.
TEST_CASE("24,001 published quotients of the United States 2019 are reproduced within their rounding") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table table{folder / "03-region-industry/us_qcew_2019_states_annual.csv.gz"};
  std::map<std::string, std::size_t> regions;
  std::map<std::string, std::size_t> industries;
  std::vector<bool> four_to_six_digits;  // neither 1011 nor 31-33, which are sums
  for (std::size_t row = 0; row < table.size(); ++row) {
    regions.emplace(table.text(row, "area_fips"), regions.size());
    if (table.text(row, "own_code") != "5") continue;
    const auto& code = table.text(row, "industry_code");
    if (industries.emplace(code, industries.size()).second)
      four_to_six_digits.push_back(code.size() >= 4 && !code.starts_with("10") && !code.contains('-'));
  }
  const auto cells = regions.size() * industries.size();
  Employment employment{.regions = regions.size(),
                        .industries = industries.size(),
                        .jobs = std::vector<double>(cells, 0.0),
                        .suppressed = std::vector<bool>(cells, false)};
  std::vector<double> in_region(regions.size(), 0.0);
  std::map<std::size_t, double> published;
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto region = regions.at(table.text(row, "area_fips"));
    const double jobs = table.number(row, "annual_avg_emplvl");
    if (table.text(row, "own_code") == "0") in_region[region] = jobs;
    if (table.text(row, "own_code") != "5") continue;
    const auto cell = region * industries.size() + industries.at(table.text(row, "industry_code"));
    employment.jobs[cell] = jobs;
    employment.suppressed[cell] = table.text(row, "disclosure_code") == "N";
    published[cell] = table.number(row, "lq_annual_avg_emplvl");
  }
  auto base = totals(employment);
  base.all = 0;
  for (std::size_t region = 0; region < regions.size(); ++region) {
    base.regions[region] = in_region[region];
    *base.all += in_region[region];
  }
  std::size_t compared = 0;
  std::size_t fine = 0;
  std::size_t off = 0;
  for (const auto& one : location_quotients(employment, base)) {
    const auto found = published.find(one.region * industries.size() + one.industry);
    if (found == published.end()) continue;
    ++compared;
    if (four_to_six_digits[one.industry]) ++fine;
    if (std::abs(one.quotient - found->second) > 0.005 + 0.5 / one.expected + 1e-9) ++off;
  }
  CHECK(fine == 24'001);
  CHECK(compared == 28'846);
  CHECK(off == 0);
}

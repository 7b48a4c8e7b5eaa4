#include "measure/proximity.hpp"

#include "measure/employment_tables.hpp"
#include "measure/relatedness_density.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace trivium::measure;

namespace {

const Work kTwo{.threads = 2};

Closeness close_by_region(const Presence& presence) { return proximity(co_occurrence(presence, kTwo), kTwo); }

std::vector<std::vector<std::optional<double>>> by_cell(const Presence& presence, const std::vector<Density>& found) {
  std::vector<std::vector<std::optional<double>>> cells(presence.regions(),
                                                        std::vector<std::optional<double>>(presence.industries()));
  for (const auto& one : found) cells[one.region][one.industry] = one.density;
  return cells;
}

}  // namespace

TEST_CASE("by hand: two industries share two regions, one is home to four, the other to three: 2/4") {
  const auto presence = tables::presence({"xx.", "xx.", "x..", "x.x", ".x."});
  const auto counts = co_occurrence(presence, kTwo);
  CHECK(counts.both({0, 1}) == 2);
  CHECK(counts.both({0, 0}) == 4);
  const auto close = proximity(counts, kTwo);
  CHECK(*close.between({0, 1}) == 0.5);
  CHECK(*close.between({1, 0}) == 0.5);
  CHECK(*close.between({0, 2}) == 0.25);
  CHECK(*close.between({1, 2}) == 0);
  CHECK(*close.between({2, 2}) == 1);
  // Close to the third: the first by 1/4, the second not at all. So all of it where the first is, none elsewhere.
  const auto density = by_cell(presence, relatedness_density({presence, close}, kTwo));
  CHECK(*density[0][2] == 1);
  CHECK(*density[4][2] == 0);
  // Close to the first: the second by 1/2 and the third by 1/4.
  CHECK(*density[4][0] == doctest::Approx(0.5 / 0.75).epsilon(1e-15));
  CHECK(*density[2][0] == 0);
  const auto counted = by_cell(presence, relatedness_density({presence, close, Itself::counted}, kTwo));
  CHECK(*counted[2][0] == doctest::Approx(1 / 1.75).epsilon(1e-15));
}

TEST_CASE("an industry at home nowhere is close to nothing, and that is not 0") {
  const auto presence = tables::presence({"x..", "xx."});
  const auto close = close_by_region(presence);
  CHECK(!close.between({0, 2}));
  CHECK(!close.between({2, 2}));
  const auto density = relatedness_density({presence, close}, kTwo);
  REQUIRE(density.size() == 4);
  CHECK(std::ranges::none_of(density, [](const Density& one) { return one.industry == 2; }));
}

TEST_CASE("what is suppressed counts neither for nor against") {
  // Without the third region the first two are always together; whether they are there, is not known.
  const auto presence = tables::presence({"xx", "xx", "x?"});
  const auto counts = co_occurrence(presence, kTwo);
  CHECK(counts.home({0, 1}) == 2);
  CHECK(counts.home({0, 0}) == 3);
  CHECK(*proximity(counts, kTwo).between({0, 1}) == 1);
  const auto never = tables::presence({"x?", "?x"});
  CHECK(!close_by_region(never).between({0, 1}));
  // The third region is judged by what is known there: close to the first would be the second alone.
  const auto three = tables::presence({"xxx", "xxx", ".?x"});
  const auto density = by_cell(three, relatedness_density({three, close_by_region(three)}, kTwo));
  CHECK(*density[2][0] == 1);
}

TEST_CASE("a region with exactly its expected share is home to the industry, one with a suppressed cell is not told") {
  Employment employment{.regions = 2, .industries = 2, .jobs = {1, 3, 2, 6}};
  const auto even = specialised(employment);
  CHECK(even.home({.region = 0, .industry = 1}));
  CHECK(even.home({.region = 1, .industry = 0}));
  CHECK(!specialised(employment, totals(employment), 1.1).home({.region = 0, .industry = 1}));
  employment.suppressed = {true, false, false, false};
  const auto hidden = specialised(employment);
  CHECK(!hidden.complete());
  CHECK(!hidden.known({.region = 1, .industry = 1}));  // the whole has no total
  auto published = totals(employment);
  published.regions[0] = 4;
  published.industries[0] = 3;
  published.all = 12;
  const auto told = specialised(employment, published);
  CHECK(!told.known({.region = 0, .industry = 0}));
  CHECK(told.home({.region = 1, .industry = 1}));
}

TEST_CASE("EconGeo's five by five: counts, four ways to normalise, density") {
  NEEDS_SHARED_FILES(folder);
  const auto toy = tables::toy(folder);
  const auto presence = specialised(toy.employment);
  const auto counts = co_occurrence(presence, kTwo);
  const std::map<std::string, Normalised> ways{{"relatedness.prob", Normalised::probability},
                                               {"relatedness.association", Normalised::association},
                                               {"relatedness.cosine", Normalised::cosine},
                                               {"relatedness.jaccard", Normalised::jaccard}};
  const auto density = by_cell(
      presence, relatedness_density({presence, related_from(normalised(counts, Normalised::probability), 1)}, kTwo));
  const shared_files::Table expected{folder / "09-worked-examples/reference_values_EconGeo_toy_matrix.csv"};
  std::map<std::string, int> compared;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto& measure = expected.text(row, "measure");
    const double value = tables::number(expected.text(row, "value"));
    const auto way = ways.find(measure);
    const bool count = measure == "co.occurrence(t(LQ binary))";
    if (way != ways.end() || count) {
      const Pair pair{toy.industries.at(expected.text(row, "row")), toy.industries.at(expected.text(row, "col"))};
      if (pair.one == pair.other) continue;
      ++compared[measure];
      if (count) CHECK(counts.both(pair) == value);
      else CHECK(normalised(counts, way->second).between(pair).value_or(0) == doctest::Approx(value).epsilon(1e-13));
    } else if (measure == "relatedness.density") {
      const auto found =
          density[toy.regions.at(expected.text(row, "row"))][toy.industries.at(expected.text(row, "col"))];
      CHECK(found.has_value() == !std::isnan(value));
      if (found) CHECK(*found * 100 == doctest::Approx(value));
      ++compared[measure];
    } else if (measure == "location.quotient.binary") {
      CHECK(presence.home({.region = toy.regions.at(expected.text(row, "row")),
                           .industry = toy.industries.at(expected.text(row, "col"))}) == (value == 1));
      ++compared[measure];
    }
  }
  CHECK(compared["relatedness.density"] == 25);
  CHECK(compared["location.quotient.binary"] == 25);
  for (const auto& [name, way] : ways) CHECK(compared[name] == 20);
}

// EconGeo writes densities in hundredths of a point; everything else is compared to the last digits.
TEST_CASE("Poland's 86 divisions in 16 regions: 7,396 counts, 7,396 weights, 1,376 densities") {
  NEEDS_SHARED_FILES(folder);
  const auto poland = tables::poland(folder);
  const auto presence = specialised(poland.employment);
  const auto counts = co_occurrence(presence, kTwo);
  const auto weights = normalised(counts, Normalised::probability);
  const auto density = by_cell(presence, relatedness_density({presence, related_from(weights, 1)}, kTwo));
  const shared_files::Table expected{folder / "09-worked-examples/reference_EconGeo_pl_divisions_2020.csv.gz"};
  std::map<std::string, int> compared;
  std::map<std::string, double> worst;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto& measure = expected.text(row, "measure");
    if (measure == "location.quotient" || measure == "Krugman.index") continue;  // in econgeo_test.cpp
    const double value = tables::number(expected.text(row, "value"));
    double found = 0;
    const auto column = poland.industries.at(expected.text(row, "col"));
    if (measure == "relatedness.density") {
      found = *density[poland.regions.at(expected.text(row, "row"))][column] * 100;
    } else {
      const Pair pair{poland.industries.at(expected.text(row, "row")), column};
      if (measure == "co.occurrence") found = pair.one == pair.other ? 0 : counts.both(pair);
      else found = weights.between(pair).value_or(0);
    }
    ++compared[measure];
    worst[measure] = std::max(worst[measure], std::abs(found - value));
  }
  CHECK(compared["co.occurrence"] == 7'396);
  CHECK(compared["relatedness.prob"] == 7'396);
  CHECK(compared["relatedness.density"] == 1'376);
  CHECK(worst["co.occurrence"] == 0);
  CHECK(worst["relatedness.prob"] < 1e-14);
  CHECK(worst["relatedness.density"] <= 0.005 + 1e-12);
}

// Both write what they write with ten digits; the one counts an industry as close to itself, the other does not.
TEST_CASE("50 regions by 100 industries: the densities of py-ecomplexity and of EconGeo") {
  const made::Input input{"regind", "s"};
  const auto cells = shared_files::file("data/bench/ref/regind_s_cells.csv.gz");
  const auto econgeo = shared_files::file("data/bench/ref/regind_s_econgeo_cells.csv.gz");
  if (!input || !cells || !econgeo) return;
  const auto named = tables::generated(input.table());
  const auto presence = specialised(named.employment);
  const auto counts = co_occurrence(presence, kTwo);
  const auto density =
      by_cell(presence, relatedness_density({presence, proximity(counts, kTwo), Itself::counted}, kTwo));
  const auto other = by_cell(
      presence, relatedness_density({presence, related_from(normalised(counts, Normalised::association), 1)}, kTwo));
  const auto worst = [&](const std::filesystem::path& path, const auto& found, double scale) {
    const shared_files::Table expected{path};
    CHECK(expected.size() == 5'000);
    double off = 0;
    for (std::size_t row = 0; row < expected.size(); ++row) {
      const auto region = named.regions.at(expected.text(row, "region"));
      const auto industry = named.industries.at(expected.text(row, "industry"));
      off = std::max(off, std::abs(*found[region][industry] * scale - tables::number(expected.text(row, "density"))));
    }
    return off;
  };
  CHECK(worst(*cells, density, 1) < 1e-10);
  CHECK(worst(*econgeo, other, 100) <= 0.005 + 1e-12);
}

TEST_CASE("proximity is the same both ways, from 0 to 1, and no order of regions changes it") {
  CHECK(rc::check("symmetry and range", [] {
    auto rows = tables::any_rows("x...?");
    const auto close = close_by_region(tables::presence(rows));
    std::ranges::reverse(rows);
    const auto again = close_by_region(tables::presence(rows));
    for (std::size_t one = 0; one < close.industries(); ++one) {
      for (std::size_t other = 0; other < close.industries(); ++other) {
        const auto weight = close.between({one, other});
        RC_ASSERT(weight == close.between({other, one}));
        RC_ASSERT(weight == again.between({one, other}));
        RC_ASSERT(weight.value_or(0) >= 0);
        RC_ASSERT(weight.value_or(0) <= 1);
      }
    }
  }));
}

TEST_CASE("densities lie between 0 and 1, and are the same to the last bit on any number of threads") {
  CHECK(rc::check("range and threads", [] {
    const auto presence = tables::presence(tables::any_rows("xx...?"));
    const auto close = close_by_region(presence);
    const auto one = relatedness_density({presence, close}, {.threads = 1});
    const auto three = relatedness_density({presence, close}, {.threads = 3});
    RC_ASSERT(one.size() == three.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      RC_ASSERT(one[i].density == three[i].density);
      RC_ASSERT((one[i].density >= 0 && one[i].density <= 1 + 1e-15));
    }
  }));
}

TEST_CASE("counts and weights of many blocks are those of single cells, and the same on one thread and on two") {
  for (const auto unknown : {tables::Unknown::none, tables::Unknown::some}) {
    const auto presence = tables::many(90, 200, 31, unknown);  // blocks hold 32 industries
    const auto one = co_occurrence(presence, {.threads = 1});
    const auto two = co_occurrence(presence, kTwo);
    CHECK(one.together == two.together);
    CHECK(one.beside == two.beside);
    CHECK(one.beside.empty() == (unknown == tables::Unknown::none));
    const auto close = proximity(one, {.threads = 1});
    const auto again = proximity(two, kTwo);
    for (std::size_t here = 0; here < 200; ++here) {
      for (std::size_t there = 0; there < 200; ++there) {
        std::uint32_t both = 0;
        std::uint32_t home = 0;
        for (std::size_t region = 0; region < 90; ++region) {
          const bool at_home = presence.home({region, here}) && presence.known({region, there});
          home += at_home ? 1 : 0;
          both += at_home && presence.home({region, there}) ? 1 : 0;
        }
        REQUIRE(one.both({here, there}) == both);
        REQUIRE(one.home({here, there}) == home);
        REQUIRE(close.between({here, there}) == again.between({here, there}));
      }
    }
  }
}

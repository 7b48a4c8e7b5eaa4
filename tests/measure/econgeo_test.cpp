// What EconGeo's own functions give for its matrix of five regions and for Poland's divisions: the parts of it that
// need no network of industries (those are in proximity_test.cpp and complexity_test.cpp).
#include "measure/concentration.hpp"
#include "measure/employment_tables.hpp"
#include "measure/location_quotient.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace trivium::measure;

namespace {

std::vector<double> of_region(const Employment& employment, std::size_t region) {
  const auto first = employment.jobs.begin() + static_cast<std::ptrdiff_t>(region * employment.industries);
  return {first, first + static_cast<std::ptrdiff_t>(employment.industries)};
}

std::vector<double> everywhere(const Employment& employment) {
  std::vector<double> all(employment.industries, 0.0);
  for (std::size_t cell = 0; cell < employment.jobs.size(); ++cell) all[cell % all.size()] += employment.jobs[cell];
  return all;
}

std::map<std::pair<std::size_t, std::size_t>, double> quotients(const Employment& employment) {
  std::map<std::pair<std::size_t, std::size_t>, double> found;
  for (const auto& one : location_quotients(employment)) found[{one.region, one.industry}] = one.quotient;
  return found;
}

}  // namespace

TEST_CASE("EconGeo's five by five: 25 quotients, and the Herfindahl, entropy and Krugman index of each region") {
  NEEDS_SHARED_FILES(folder);
  const auto toy = tables::toy(folder);
  const auto all = everywhere(toy.employment);
  const auto found = quotients(toy.employment);
  const shared_files::Table expected{folder / "09-worked-examples/reference_values_EconGeo_toy_matrix.csv"};
  std::map<std::string, int> compared;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto& measure = expected.text(row, "measure");
    const auto region = toy.regions.find(expected.text(row, "row"));
    if (region == toy.regions.end()) continue;
    const double value = tables::number(expected.text(row, "value"));
    const auto parts = of_region(toy.employment, region->second);
    CAPTURE(measure);
    CAPTURE(region->first);
    if (measure == "location.quotient")
      CHECK(found.at({region->second, toy.industries.at(expected.text(row, "col"))}) ==
            doctest::Approx(value).epsilon(1e-14));
    else if (measure == "Krugman.index") CHECK(*krugman({parts, all}) == doctest::Approx(value).epsilon(1e-14));
    else if (measure == "Herfindahl") CHECK(*herfindahl(parts) == doctest::Approx(value).epsilon(1e-14));
    else if (measure == "entropy") CHECK(std::abs(*entropy(parts) - value) <= 0.0005 + 1e-12);  // written with three
    else continue;
    ++compared[measure];
  }
  CHECK(compared["location.quotient"] == 25);
  CHECK(compared["Krugman.index"] == 5);
  CHECK(compared["Herfindahl"] == 5);
  CHECK(compared["entropy"] == 5);
}

TEST_CASE("Poland's 86 divisions in 16 regions: EconGeo's 1,376 quotients and 16 Krugman indices") {
  NEEDS_SHARED_FILES(folder);
  const auto poland = tables::poland(folder);
  const auto all = everywhere(poland.employment);
  const auto found = quotients(poland.employment);
  const shared_files::Table expected{folder / "09-worked-examples/reference_EconGeo_pl_divisions_2020.csv.gz"};
  std::map<std::string, int> compared;
  std::map<std::string, double> worst;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto& measure = expected.text(row, "measure");
    if (measure != "location.quotient" && measure != "Krugman.index") continue;
    const auto region = poland.regions.at(expected.text(row, "row"));
    const double ours = measure == "Krugman.index"
                            ? *krugman({of_region(poland.employment, region), all})
                            : found.at({region, poland.industries.at(expected.text(row, "col"))});
    ++compared[measure];
    worst[measure] = std::max(worst[measure], std::abs(ours - tables::number(expected.text(row, "value"))));
  }
  CHECK(compared["location.quotient"] == 1'376);
  CHECK(compared["Krugman.index"] == 16);
  CHECK(worst["location.quotient"] < 1e-13);
  CHECK(worst["Krugman.index"] < 1e-14);
}

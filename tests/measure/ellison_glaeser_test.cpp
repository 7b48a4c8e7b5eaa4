#include "measure/ellison_glaeser.hpp"

#include "measure/random.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace trivium::measure;

namespace {

struct Held {
  std::vector<std::uint32_t> region;
  std::vector<std::uint32_t> industry;
  std::vector<double> jobs;
  [[nodiscard]] Plants plants() const { return {region, industry, jobs}; }
};

}  // namespace

TEST_CASE("the textbook's ten plants: γ 0.05990628") {
  // Farhauer and Kröll 2014: Vienna, Linz, Graz with 500,000, 400,000 and 100,000 jobs.
  Held held{.region = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2},
            .industry = std::vector<std::uint32_t>(10, 0),
            .jobs = {200, 650, 12000, 100, 50, 16000, 13000, 1500, 1500, 25000}};
  const std::vector<double> all{500000, 400000, 100000};
  const auto found = ellison_glaeser(held.plants(), {.regions = 3, .industries = 1}, all);
  REQUIRE(found[0]);
  CHECK(found[0]->plants == 10);
  CHECK(found[0]->raw == doctest::Approx(0.168163265306122).epsilon(1e-13));
  CHECK(found[0]->herfindahl == doctest::Approx(0.244688775510204).epsilon(1e-13));
  CHECK(*found[0]->gamma == doctest::Approx(0.0599062841165389).epsilon(1e-12));
}

TEST_CASE("the textbook's four industries in three regions, against the jobs of all their plants together") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table table{folder / "09-worked-examples/de_reat_FK2014_EGC.csv"};
  std::map<std::string, std::uint32_t> industries;
  Held held;
  for (std::size_t row = 0; row < table.size(); ++row) {
    held.region.push_back(static_cast<std::uint32_t>(table.number(row, "region")) - 1);
    held.industry.push_back(
        industries.emplace(table.text(row, "industry"), static_cast<std::uint32_t>(industries.size())).first->second);
    held.jobs.push_back(table.number(row, "emp_firm"));
  }
  const auto found = ellison_glaeser(held.plants(), {.regions = 3, .industries = industries.size()});
  const std::map<std::string, double> expected{{"Clothing trade", -0.0937938445647128},
                                               {"Forestry", 0.168380033428332},
                                               {"Textiles dyeing", -0.0801253944491777},
                                               {"Textiles trade", -0.130401340549379}};
  for (const auto& [industry, gamma] : expected) {
    CAPTURE(industry);
    CHECK(*found[industries.at(industry)]->gamma == doctest::Approx(gamma).epsilon(1e-12));
  }
}

TEST_CASE("one plant, or one region, has no γ; an industry nobody works in is left out") {
  const Held held{.region = {0, 1, 1}, .industry = {0, 1, 1}, .jobs = {5, 3, 4}};
  const auto found = ellison_glaeser(held.plants(), {.regions = 2, .industries = 3});
  CHECK(!found[0]->gamma);
  CHECK(found[0]->herfindahl == 1);
  CHECK(found[1]->gamma);
  CHECK(!found[2]);
  const Held together{.region = {0, 0}, .industry = {0, 0}, .jobs = {1, 1}};
  CHECK(!ellison_glaeser(together.plants(), {.regions = 1, .industries = 1})[0]->gamma);
}

TEST_CASE("plants thrown at the map by chance have a γ about 0; the order of plants and the unit change nothing") {
  double sum = 0;
  constexpr int kTrials = 500;
  for (int trial = 0; trial < kTrials; ++trial) {
    Draw draw{Seed{20261123}, static_cast<std::uint64_t>(trial)};
    Held held;
    for (int plant = 0; plant < 200; ++plant) {
      held.region.push_back(draw.below(10));
      held.industry.push_back(draw.below(2));
      held.jobs.push_back(1 + draw.below(50));
    }
    const std::vector<double> all(10, 1.0);
    const Size size{.regions = 10, .industries = 2};
    const auto found = ellison_glaeser(held.plants(), size, all);
    sum += *found[0]->gamma;
    std::ranges::reverse(held.region);
    std::ranges::reverse(held.industry);
    std::ranges::reverse(held.jobs);
    for (double& jobs : held.jobs) jobs *= 1'000;
    CHECK(*ellison_glaeser(held.plants(), size, all)[0]->gamma == doctest::Approx(*found[0]->gamma).epsilon(1e-9));
  }
  CHECK(std::abs(sum / kTrials) < 0.001);  // its spread over trials of 100 plants is about 0.005: 0.001 is four errors
}

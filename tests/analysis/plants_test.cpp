#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

// Farhauer and Kröll 2014, the example that the R package REAT works out: ten plants in three cities.
constexpr auto kPlants =
    "region,industry,jobs\nVienna,textiles,200\nVienna,textiles,650\nVienna,textiles,12000\nVienna,textiles,100\n"
    "Vienna,textiles,50\nLinz,textiles,16000\nLinz,textiles,13000\nLinz,textiles,1500\nLinz,textiles,1500\n"
    "Graz,textiles,25000\n";
constexpr auto kRegions = "region,jobs\nVienna,500000\nLinz,400000\nGraz,100000\n";

std::vector<evidence::Cell> only_row(const Request& request) {
  const auto finding = run(request);
  REQUIRE(finding);
  REQUIRE(finding->account.rows == 1);
  return finding->tables->rows("select industry, plants, jobs, raw, herfindahl, gamma from answer").at(0);
}

}  // namespace

TEST_CASE("ellison-glaeser: with the jobs of all regions beside its plants, the textbook's 0.05990628 comes out") {
  const ScratchFolder folder;
  const Files files{{"plants", folder.file("plants.csv", kPlants)},
                    {"region-totals", folder.file("all.csv", kRegions)}};
  const auto found = only_row(asked("ellison-glaeser", files));
  CHECK(std::get<std::int64_t>(found[1]) == 10);
  CHECK(std::get<double>(found[2]) == 70'000);
  CHECK(std::get<double>(found[3]) == doctest::Approx(0.168163265306122).epsilon(1e-12));
  CHECK(std::get<double>(found[4]) == doctest::Approx(0.244688775510204).epsilon(1e-12));
  CHECK(std::get<double>(found[5]) == doctest::Approx(0.05990628).epsilon(1e-7));
}

TEST_CASE("ellison-glaeser: a region without a plant has its share of all jobs too, worked by hand") {
  const ScratchFolder folder;
  const auto plants = folder.file("plants.csv", "region,industry,jobs\nA,film,10\nA,film,10\n");
  const auto all = folder.file("all.csv", "region,jobs\nA,50\nB,50\n");
  // G = 1/4 + 1/4, H = 1/2, 1 − Σ x² = 1/2: (1/2 − 1/4) / (1/2 · 1/2) = 1.
  const auto found = only_row(asked("ellison-glaeser", {{"plants", plants}, {"region-totals", all}}));
  CHECK(std::get<double>(found[3]) == doctest::Approx(0.5));
  CHECK(std::get<double>(found[5]) == doctest::Approx(1));
}

TEST_CASE("ellison-glaeser: where one region's jobs are not known no share is, and the region is named") {
  const ScratchFolder folder;
  const auto plants = folder.file("plants.csv", kPlants);
  const auto refused = [&](const std::string& totals) {
    const auto finding =
        run(asked("ellison-glaeser", {{"plants", plants}, {"region-totals", folder.file("all.csv", totals)}}));
    REQUIRE_FALSE(finding);
    return finding.error().flaws.at(0);
  };
  for (const auto* totals :
       {"region,jobs\nVienna,500000\nLinz,400000\n", "region,jobs\nVienna,500000\nLinz,400000\nGraz,*\n",
        "region,jobs\nVienna,500000\nLinz,400000\nGraz,0\n"})
    CHECK(refused(totals) == shape::Flaw{"/region-totals", "flaw.without_region_total", {{"codes", "Graz"}}});
  CHECK(refused("region,jobs\nVienna,5\nLinz,4\nGraz,1\nBregenz,*\n").args.at("codes") == "Bregenz");
  const auto less = folder.file("less.csv", "region,jobs\nVienna,12999\nLinz,400000\nGraz,100000\n");
  const auto met =
      remark(account_of(asked("ellison-glaeser", {{"plants", plants}, {"region-totals", less}})), "less_than_parts");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"Vienna"});
}

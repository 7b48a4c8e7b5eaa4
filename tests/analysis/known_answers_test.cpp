// Values that others' programs give, from the analysis as it is asked: what a person can do with the command.
#include "analysis/tables.hpp"
#include "measure/employment_tables.hpp"
#include "measure/neighbourhood.hpp"

#include <fmt/format.h>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

std::filesystem::path jobs_file(const ScratchFolder& folder, const tables::Named& table) {
  std::string text = "region,industry,jobs\n";
  for (const auto& [region, row] : table.regions) {
    for (const auto& [industry, column] : table.industries)
      text += fmt::format("{},{},{}\n", region, industry,
                          table.employment.jobs[row * table.employment.industries + column]);
  }
  return folder.file("jobs.csv", text);
}

double only(const Finding& finding, const std::string& query) {
  return std::get<double>(finding.tables->rows(query).at(0).at(0));
}

}  // namespace

TEST_CASE("EconGeo's density of Poland's divisions: industries are related from a closeness of 1 on, all alike") {
  NEEDS_SHARED_FILES(folder);
  const ScratchFolder own;
  const auto finding = run(asked("relatedness-density", {{"employment", jobs_file(own, tables::poland(folder))}},
                                 {{"closeness", "probability"}, {"least-closeness", "1"}}));
  REQUIRE(finding);
  const shared_files::Table expected{folder / "09-worked-examples/reference_EconGeo_pl_divisions_2020.csv.gz"};
  std::map<std::pair<std::string, std::string>, double> found;
  for (const auto& row : finding->tables->rows("select region, industry, density from answer"))
    found[{std::get<std::string>(row[0]), std::get<std::string>(row[1])}] = std::get<double>(row[2]);
  int compared = 0;
  double worst = 0;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    if (expected.text(row, "measure") != "relatedness.density") continue;
    const double ours = found.at({expected.text(row, "row"), expected.text(row, "col")}) * 100;
    worst = std::max(worst, std::abs(ours - tables::number(expected.text(row, "value"))));
    ++compared;
  }
  CHECK(compared == 1'376);
  CHECK(worst <= 0.005 + 1e-12);  // written in hundredths
}

TEST_CASE("esda's Moran of 900 areas with their eight nearest, given one way") {
  const made::Input input{"areas", "s"};
  const auto reference = shared_files::file("data/bench/ref/moran_s.csv");
  const auto local_reference = shared_files::file("data/bench/ref/moran_s_local.csv");
  if (!input || !reference || !local_reference) return;
  const auto table = input.table();
  std::vector<measure::Place> places;
  std::string areas = "area,value\n";
  for (std::size_t row = 0; row < table.size(); ++row) {
    places.push_back({.east = table.number(row, "x"), .north = table.number(row, "y")});
    areas += fmt::format("{:03},{}\n", row, table.number(row, "value"));
  }
  const auto nearest = measure::nearest(places, 8);
  std::string neighbours = "one,other\n";
  for (std::uint32_t one = 0; one < places.size(); ++one) {
    for (const auto other : nearest.row(one)) neighbours += fmt::format("{:03},{:03}\n", one, other);
  }
  const ScratchFolder folder;
  const Files files{{"areas", folder.file("areas.csv", areas)},
                    {"neighbours", folder.file("neighbours.csv", neighbours)}};
  const auto one_way = run(asked("autocorrelation", files, {{"borders", "as_given"}, {"draws", "9"}}));
  REQUIRE(one_way);
  const shared_files::Table expected{*reference};
  REQUIRE(expected.text(0, "") == "I");
  CHECK(only(*one_way, "select moran from answer") == doctest::Approx(expected.number(0, "value")).epsilon(1e-9));
  const auto mutual = run(asked("autocorrelation", files, {{"draws", "9"}}));
  REQUIRE(mutual);
  CHECK(std::abs(only(*mutual, "select moran from answer") - expected.number(0, "value")) > 1e-4);

  const auto local = run(asked("local-autocorrelation", files, {{"borders", "as_given"}, {"draws", "9"}}));
  REQUIRE(local);
  const shared_files::Table single{*local_reference};
  const auto found = local->tables->rows("select moran from answer order by area");
  REQUIRE(found.size() == 900);
  double worst = 0;
  for (std::size_t row = 0; row < 900; ++row)
    worst = std::max(worst, std::abs(std::get<double>(found[row][0]) - single.number(row, "Is")));
  CHECK(worst < 1e-9);
}

// Tables whose regions stand side by side give the numbers of the same tables with a row for each.
#include "analysis/tables.hpp"
#include "measure/shared_files.hpp"

#include <fmt/format.h>

#include <array>

namespace trivium::analysis {
namespace {

using evidence::ScratchFolder;
using Are = evidence::RowsWhere::Are;

const Input& input(std::string_view name, std::string_view table) {
  const auto& inputs = analysis(name)->inputs;
  const auto found = std::ranges::find(inputs, table, &Input::name);
  REQUIRE(found != inputs.end());
  return *found;
}

constexpr auto kLong = "region,industry,jobs\nEast,1,5\nWest,1,10\nEast,2,20\nWest,2,*\n";
constexpr auto kSideBySide = "SIC,East,West,Both\n1,5,10,15\n2,20,*,*\n";

Request of_side_by_side(const std::filesystem::path& file) {
  auto request = asked("location-quotient", {{"employment", file}});
  request.reading.headers = {{"industry", "SIC"}};
  request.reading.side_by_side = {{"", {"region", "jobs"}}};
  request.reading.rows = {{"", {"region", "Both", Are::left_out}}};
  return request;
}

}  // namespace

TEST_CASE("regions side by side give the quotients of the same jobs with a row for each") {
  const ScratchFolder folder;
  const auto expected =
      csv_of(asked("location-quotient", {{"employment", folder.file("long.csv", kLong)}}), folder.path);
  CHECK(csv_of(of_side_by_side(folder.file("wide.csv", kSideBySide)), folder.path) == expected);
}

TEST_CASE("the account says what stood side by side, as it was typed, and which columns were read so") {
  const ScratchFolder folder;
  auto request = of_side_by_side(folder.file("wide.csv", kSideBySide));
  request.reading.side_by_side.front().table = "employment";
  const auto account = account_of(request);
  std::vector<std::string> said;
  for (const auto& one : account.reading) said.push_back(one.name + " " + one.value);
  CHECK(said ==
        std::vector<std::string>{"column industry=SIC", "without region=Both", "side-by-side employment.region=jobs"});
  CHECK(account.sources.at(0).taken == 4);
  const auto met = remark(account, "side_by_side");
  REQUIRE(met);
  CHECK(met->code == "employment.region");
  CHECK(met->codes == std::vector<std::string>{"East", "West"});
  CHECK_FALSE(
      remark(account_of(asked("location-quotient", {{"employment", folder.file("long.csv", kLong)}})), "side_by_side"));
}

TEST_CASE("a total that was left standing beside the regions is met") {
  const ScratchFolder folder;
  auto request = of_side_by_side(folder.file("wide.csv", "SIC,East,West,Total\n1,5,10,15\n2,20,7,27\n"));
  request.reading.rows.clear();
  const auto account = account_of(request);
  const auto met = remark(account, "called_a_total");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"Total"});
}

TEST_CASE("a matrix of neighbours, ties or shares has a cell for each pair: blank and 0 are none") {
  const ScratchFolder folder;
  const auto areas = folder.file("areas.csv", "area,value\na,1\nb,2\nc,3\nd,4\n");
  auto matrix = asked(
      "autocorrelation",
      {{"areas", areas},
       {"neighbours", folder.file("matrix.csv", "one,a,b,c,d\na,0,1,0,\nb,1,0,1,0\nc,0,1,0.0,1\nd,,0,1,0.00\n")}});
  matrix.reading.side_by_side = {{"neighbours", {"other", "weight"}}};
  const auto pairs = asked("autocorrelation",
                           {{"areas", areas}, {"neighbours", folder.file("pairs.csv", "one,other\na,b\nb,c\nc,d\n")}});
  CHECK(csv_of(matrix, folder.path) == csv_of(pairs, folder.path));

  auto ties = asked("network-structure", {{"ties", folder.file("ties.csv", "from,a,b,c\na,0,1,0\nb,0,0,1\nc,,0,0\n")}},
                    {{"direction", "directed"}, {"weights", "alike"}});
  ties.reading.side_by_side = {{"", {"to", "weight"}}};
  const auto list = asked("network-structure", {{"ties", folder.file("list.csv", "from,to\na,b\nb,c\n")}},
                          {{"direction", "directed"}});
  CHECK(csv_of(ties, folder.path) == csv_of(list, folder.path));

  const auto values = folder.file("values.csv", "of,code,value\nR,x,10\nR,y,20\n");
  const Typed lists{{"from-list", "Old 1"}, {"to-list", "New 1"}};
  auto shares = asked(
      "recoding", {{"values", values}, {"correspondence", folder.file("shares.csv", "from,p,q\nx,1,\ny,0.25,0.75\n")}},
      lists);
  shares.reading.side_by_side = {{"correspondence", {"to", "weight"}}};
  const auto links = asked(
      "recoding",
      {{"values", values}, {"correspondence", folder.file("links.csv", "from,to,weight\nx,p,1\ny,p,0.25\ny,q,0.75\n")}},
      lists);
  CHECK(csv_of(shares, folder.path) == csv_of(links, folder.path));
}

TEST_CASE("sums given beside are read as rows, though they have a region and its jobs too") {
  const ScratchFolder folder;
  auto request = of_side_by_side(folder.file("wide.csv", kSideBySide));
  request.files["region-totals"] = folder.file("sums.csv", "region,jobs\nEast,25\nWest,40\n");
  CHECK(account_of(request).sources.size() == 2);
  CHECK_FALSE(described(input("location-quotient", "region-totals"), request.reading).side_by_side);
}

TEST_CASE("codes or years stand side by side with an amount below, where another column is there, and never persons") {
  const auto may = [](std::string_view name, std::string_view table, std::string names, std::string values) {
    return may_stand_side_by_side(input(name, table), {std::move(names), std::move(values)});
  };
  CHECK(may("location-quotient", "employment", "region", "jobs"));
  CHECK(may("location-quotient", "employment", "industry", "jobs"));
  CHECK(may("skill-relatedness", "flows", "to", "count"));
  CHECK(may("network-structure", "ties", "to", "weight"));
  CHECK_FALSE(may("location-quotient", "employment", "jobs", "region"));
  CHECK_FALSE(may("location-quotient", "employment", "region", "industry"));
  CHECK_FALSE(may("location-quotient", "employment", "region", "region"));
  CHECK_FALSE(may("location-quotient", "employment", "region", "turnover"));
  CHECK_FALSE(may("location-quotient", "region-totals", "region", "jobs"));
  CHECK_FALSE(may("survival", "firms", "type", "last"));
  CHECK_FALSE(may("job-changes", "panel", "worker", "year"));
}

TEST_CASE("jobs in British regions of 2015 as they were published, a column for each, and turned by hand") {
  const auto file = shared_files::file("data/03-region-industry/uk_bres_2015_region_sic4.csv");
  if (!file) return;
  const ScratchFolder folder;
  constexpr std::array kRegions{"East",
                                "East Midlands",
                                "London",
                                "North East",
                                "North West",
                                "Scotland",
                                "South East",
                                "South West",
                                "Wales",
                                "West Midlands",
                                "Yorkshire and The Humber"};
  const shared_files::Table published{*file};
  std::string turned = "region,industry,jobs\n";
  for (std::size_t row = 0; row < published.size(); ++row) {
    for (const auto* region : kRegions)
      turned += fmt::format("{},{},{}\n", region, published.text(row, "SIC2007"), published.text(row, region));
  }
  const auto expected =
      csv_of(asked("location-quotient", {{"employment", folder.file("turned.csv", turned)}}), folder.path);
  auto request = asked("location-quotient", {{"employment", *file}});
  request.reading.headers = {{"industry", "SIC2007"}};
  request.reading.side_by_side = {{"", {"region", "jobs"}}};
  for (const auto* other : {"Total", "Industry", "Description"})
    request.reading.rows.push_back({"", {"region", other, Are::left_out}});
  CHECK(expected.size() > 50'000);
  CHECK(csv_of(request, folder.path) == expected);
  // Without them the words of the one column and those of the other are refused, row by row.
  request.reading.rows.erase(request.reading.rows.begin() + 1, request.reading.rows.end());
  const auto refused = run(request);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().rows == 2 * published.size());
  CHECK(refused.error().flaws.front().args.at("column") == "Industry");
}

}  // namespace trivium::analysis

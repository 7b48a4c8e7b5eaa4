// A total among its parts: it is told by what it holds or by its name, and the numbers stay what they are.
#include "analysis/tables.hpp"

#include <fmt/format.h>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

constexpr auto kParts = "region,industry,jobs\nA,1,10\nA,2,20\nA,3,30\nB,1,2\nB,2,3\nB,3,4\n";

Account of_jobs(const ScratchFolder& folder, const std::string& table) {
  return account_of(asked("specialisation", {{"employment", folder.file("jobs.csv", table)}}));
}

}  // namespace

TEST_CASE("an industry with as much as all others together, in every region, is named; without it nothing is") {
  const ScratchFolder folder;
  const std::string parts = kParts;
  const auto met = remark(of_jobs(folder, parts + "A,10,60\nB,10,9\n"), "like_a_total");
  REQUIRE(met);
  CHECK(met->code == "employment.industry");
  CHECK(met->codes == std::vector<std::string>{"10"});
  CHECK(met->values == 1);
  CHECK(of_jobs(folder, parts).remarks.empty());
}

TEST_CASE("so is a region with as much as all others together") {
  const ScratchFolder folder;
  const auto met =
      remark(of_jobs(folder, "region,industry,jobs\nA,1,1\nB,1,2\nC,1,3\nW,1,6\nA,2,7\nB,2,7\nC,2,9\nW,2,23\n"),
             "like_a_total");
  REQUIRE(met);
  CHECK(met->code == "employment.region");
  CHECK(met->codes == std::vector<std::string>{"W"});
}

TEST_CASE("what is so by chance is not named: in one region of several, in one alone, or among three") {
  const ScratchFolder folder;
  const std::string parts = kParts;
  for (const auto& table : {parts + "A,10,60\nB,10,8\n", parts + "A,10,60\n",
                            std::string{"region,industry,jobs\nA,1,10\nA,2,20\nA,3,30\nA,10,60\n"},
                            std::string{"region,industry,jobs\nA,1,10\nA,2,20\nA,3,30\nB,1,1\nB,2,2\nB,3,3\n"}}) {
    CAPTURE(table);
    CHECK_FALSE(remark(of_jobs(folder, table), "like_a_total"));
  }
}

TEST_CASE("a region of which a part is kept back tells nothing for or against a total") {
  const ScratchFolder folder;
  const std::string parts = kParts;
  const auto kept = of_jobs(folder, parts + "A,10,60\nB,10,9\nC,1,*\nC,2,5\nC,3,5\nC,10,40\n");
  const auto met = remark(kept, "like_a_total");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"10"});
  CHECK_FALSE(remark(of_jobs(folder, parts + "A,10,60\nB,10,*\n"), "like_a_total"));
}

TEST_CASE("a code that is called what totals are called is named, and no code that only begins so or is one of NACE") {
  const ScratchFolder folder;
  for (const auto* name : {"TOTAL", "Total", "Total Nacional", "_T", "Todos", "00-99", "A-U", "Insgesamt",
                           "A-R Insgesamt", "A-R", "OGÓŁEM", "Total: all industries"}) {
    CAPTURE(name);
    const auto account = of_jobs(folder, std::string{"region,industry,jobs\nA,01,10\nA,02,20\nA,"} + name + ",31\n");
    const auto met = remark(account, "called_a_total");
    REQUIRE(met);
    CHECK(met->code == "employment.industry");
    CHECK(met->codes == std::vector<std::string>{name});
  }
  std::string others = "region,industry,jobs\nA,01,10\nA,02,20\n";
  for (const auto* name : {"T", "10", "00", "Totalán", "All other mining", "Total quality services"})
    others += std::string{"A,"} + name + ",31\n";
  CHECK_FALSE(remark(of_jobs(folder, others), "called_a_total"));
  // Alone it stands beside nothing.
  CHECK_FALSE(remark(of_jobs(folder, "region,industry,jobs\nA,TOTAL,10\nB,TOTAL,20\n"), "called_a_total"));
}

TEST_CASE("in a table of one region a total is told by its name") {
  const ScratchFolder folder;
  const auto change = folder.file("change.csv",
                                  "industry,region_then,region_now,larger_then,larger_now\n"
                                  "A,1,2,10,11\nB,3,4,20,22\nA-B Insgesamt,4,6,30,33\n");
  const auto met = remark(account_of(asked("shift-share", {{"change", change}})), "called_a_total");
  REQUIRE(met);
  CHECK(met->code == "change.industry");
  CHECK(met->codes == std::vector<std::string>{"A-B Insgesamt"});
}

TEST_CASE("what is told by its amounts is not told by its name once more") {
  const ScratchFolder folder;
  const auto account = of_jobs(folder, std::string{kParts} + "A,TOTAL,60\nB,TOTAL,9\n");
  CHECK(remark(account, "like_a_total"));
  CHECK_FALSE(remark(account, "called_a_total"));
}

TEST_CASE("moves from and to all industries are named in both columns, and the numbers are those of the table") {
  const ScratchFolder folder;
  const std::string moves = "from,to,count\na,b,3\na,c,4\nb,a,5\nb,c,6\nc,a,7\nc,b,8\nd,a,1\nd,b,1\nd,c,1\n";
  const auto flows = folder.file("flows.csv", moves + "TOTAL,a,13\nTOTAL,b,12\nTOTAL,c,11\n");
  const auto request = asked("skill-relatedness", {{"flows", flows}});
  const auto met = remark(account_of(request), "like_a_total");
  REQUIRE(met);
  CHECK(met->code == "flows.from");
  CHECK(met->codes == std::vector<std::string>{"TOTAL"});
  CHECK(csv_of(request, folder.path).find("TOTAL") != std::string::npos);
  const auto both = account_of(asked(
      "skill-relatedness",
      {{"flows", folder.file("both.csv", moves + "a,All,7\nb,All,11\nc,All,15\nd,All,3\nTOTAL,a,13\nTOTAL,b,12\n")}}));
  std::vector<std::string> columns;
  for (const auto& one : both.remarks) {
    if (one.name == "called_a_total") columns.push_back(*one.code);
  }
  CHECK(columns == std::vector<std::string>{"flows.from", "flows.to"});
}

TEST_CASE("published amounts are rounded each for itself: the total is met as far as that allows, and no further") {
  const ScratchFolder folder;
  // In thousands with a decimal: 10.2 + 20.4 + 30.3 is 60.9, published as 61.0; 14.9 + 15.1 + 9.9 is 39.9.
  const std::string parts = "region,industry,jobs\nA,1,10.2\nA,2,20.4\nA,3,30.3\nB,1,14.9\nB,2,15.1\nB,3,9.9\n";
  const auto met = remark(of_jobs(folder, parts + "A,10,61\nB,10,40\n"), "like_a_total");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"10"});
  CHECK_FALSE(remark(of_jobs(folder, parts + "A,10,61.3\nB,10,40\n"), "like_a_total"));
}

TEST_CASE("among small counts two regions that have it exactly do not outweigh one that has not") {
  const ScratchFolder folder;
  const std::string two = "region,industry,jobs\nA,1,1\nA,2,1\nA,3,1\nA,X,3\nB,1,1\nB,2,1\nB,3,1\nB,X,3\n";
  CHECK(remark(of_jobs(folder, two), "like_a_total"));
  CHECK_FALSE(remark(of_jobs(folder, two + "C,1,1\nC,2,1\nC,3,1\nC,X,2\n"), "like_a_total"));
}

TEST_CASE(
    "where no region is known as a whole, at least as much as what is known is named: in five of them and in most") {
  const ScratchFolder folder;
  std::string rows = "region,industry,jobs\n";
  for (const auto* region : {"A", "B", "C", "D"}) {
    for (const auto* row : {",1,*\n", ",2,20\n", ",3,30\n", ",10,57\n"}) rows += std::string{region} + row;
  }
  const std::string fifth = "E,1,3\nE,2,*\nE,3,30\nE,10,60\n";
  CHECK_FALSE(remark(of_jobs(folder, rows), "at_least_a_total"));
  const auto met = remark(of_jobs(folder, rows + fifth), "at_least_a_total");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"10"});
  CHECK_FALSE(remark(of_jobs(folder, rows + fifth), "like_a_total"));
  CHECK_FALSE(remark(of_jobs(folder, rows + "E,1,3\nE,2,*\nE,3,30\nE,10,29\n"), "at_least_a_total"));
  // Kept back itself in as many regions as it is known in.
  std::string hidden;
  for (const auto* region : {"F", "G", "H", "I", "J"})
    hidden += std::string{region} + ",1,1\n" + region + ",2,1\n" + region + ",3,1\n" + region + ",10,*\n";
  CHECK_FALSE(remark(of_jobs(folder, rows + fifth + hidden), "at_least_a_total"));
}

TEST_CASE("a total of two parts is named where four wholes have it, and not where three do") {
  const ScratchFolder folder;
  std::string rows = "region,industry,jobs\n";
  const auto industry = [](int which, int men, int women, int all) {
    return fmt::format("men,{0},{1}\nwomen,{0},{2}\nboth,{0},{3}\n", which, men, women, all);
  };
  rows += industry(1, 10, 20, 30) + industry(2, 5, 50, 55) + industry(3, 100, 1, 101);
  CHECK_FALSE(remark(of_jobs(folder, rows), "like_a_total"));
  const auto met = remark(of_jobs(folder, rows + industry(4, 7, 8, 15)), "like_a_total");
  REQUIRE(met);
  CHECK(met->code == "employment.region");
  CHECK(met->codes == std::vector<std::string>{"both"});
  CHECK_FALSE(remark(of_jobs(folder, rows + industry(4, 7, 80, 15)), "like_a_total"));
}

TEST_CASE("amounts rounded to hundreds, many of them to nothing, still add up to their total") {
  const ScratchFolder folder;
  std::string rows = "region,industry,jobs\n";
  const auto industry = [&](int which, int total, const std::vector<int>& parts) {
    rows += fmt::format("W,{},{}\n", which, total);
    for (std::size_t i = 0; i < parts.size(); ++i) rows += fmt::format("P{},{},{}\n", i, which, parts[i]);
  };
  industry(1, 300, {100, 0, 0, 0, 0, 0, 0, 0});
  industry(2, 30600, {10000, 10000, 5000, 5000, 500, 200, 100, 0});
  industry(3, 12700, {4000, 4000, 4000, 300, 200, 100, 0, 0});
  const auto met = remark(of_jobs(folder, rows), "like_a_total");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"W"});
}

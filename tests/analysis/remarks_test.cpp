#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

std::string panel_of_moves(std::initializer_list<int> movers) {
  std::string text = "worker,year,establishment,industry\n";
  int worker = 0;
  int to = 0;
  for (const int count : movers) {
    ++to;
    for (int one = 0; one < count; ++one) {
      ++worker;
      text += std::to_string(worker) + ",2019,1,i0\n" + std::to_string(worker) + ",2020," + std::to_string(10 + to) +
              ",i" + std::to_string(to) + "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a pair that stands in two rows is added up, and that is remarked; where each stands once nothing is") {
  const ScratchFolder folder;
  const std::string once = "region,industry,jobs\nA,1,10\nA,2,20\nB,1,30\nB,2,40\n";
  CHECK(account_of(asked("location-quotient", {{"employment", folder.file("once.csv", once)}})).remarks.empty());
  const auto twice = folder.file("twice.csv", once + "A,1,5\nB,2,1\nB,2,1\n");
  const auto met = remark(account_of(asked("location-quotient", {{"employment", twice}})), "added_up");
  REQUIRE(met);
  CHECK(met->code == "employment");
  CHECK(met->values == 2);
  CHECK(met->codes == std::vector<std::string>{"A 1", "B 2"});
  CHECK(csv_of(asked("location-quotient", {{"employment", twice}}), folder.path).find("A,1,15,") != std::string::npos);
}

TEST_CASE(
    "one amount that is kept back: the sums it takes part in are named, and with published ones there are quotients") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,1,10\nA,2,*\nB,1,30\nB,2,40\n");
  const auto without = account_of(asked("location-quotient", {{"employment", jobs}}));
  CHECK(without.rows == 0);
  CHECK(remark(without, "has_no_answer")->values == 1);
  CHECK(remark(without, "without_total"));
  CHECK(remark(without, "without_region_totals")->codes == std::vector<std::string>{"A"});
  CHECK(remark(without, "without_industry_totals")->codes == std::vector<std::string>{"2"});
  const auto with = account_of(asked("location-quotient",
                                     {{"employment", jobs},
                                      {"region-totals", folder.file("regions.csv", "region,jobs\nA,30\n")},
                                      {"industry-totals", folder.file("industries.csv", "industry,jobs\n2,60\n")}},
                                     {{"total", "100"}}));
  CHECK(with.rows == 3);
  CHECK_FALSE(remark(with, "without_total"));
  CHECK_FALSE(remark(with, "without_region_totals"));
  CHECK_FALSE(remark(with, "without_industry_totals"));
}

TEST_CASE(
    "a count of moves that is kept back is said to be taken for nobody; what is assumed instead stands in its row") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,*\nc,d,30\nd,c,20\n");
  const auto request = asked("skill-relatedness", {{"flows", flows}});
  CHECK(remark(account_of(request), "counts_as_nobody")->values == 1);
  const auto assumed = csv_of(asked("skill-relatedness", {{"flows", flows}}, {{"unseen", "5"}}), folder.path);
  CHECK(assumed.find("from,to,there,back,ratio,related,guessed\r\na,b,40,5,") == 0);
  CHECK(assumed.find(",5\r\nc,d,30,20,") != std::string::npos);
  CHECK(assumed.ends_with(",0\r\n"));
}

TEST_CASE("codes of the core that nobody moved from or to are named") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,40\n");
  const auto met = remark(account_of(asked("functional-boundary",
                                           {{"flows", flows}, {"core", folder.file("core.csv", "industry\na\n0a\n")}})),
                          "nobody_moved");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"0a"});
}

TEST_CASE("an industry without any establishment is refused at its setting; with too few the answer says how many") {
  const ScratchFolder folder;
  const auto sites = folder.file("sites.csv", "industry,x,y,jobs\na,0,0,1\na,1,0,1\nb,5,5,1\nb,6,5,1\nb,7,5,1\n");
  for (const auto* name : {"distance-density", "relative-concentration"}) {
    const auto refused = run(asked(name, {{"sites", sites}}, {{"industry", "B"}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws ==
          shape::Flaws{{.pointer = "/industry", .key = "flaw.no_such_industry", .args = {{"given", "B"}}}});
  }
  const auto few = account_of(asked("distance-density", {{"sites", sites}}, {{"industry", "a"}, {"draws", "0"}}));
  CHECK(few.rows == 0);
  CHECK(remark(few, "too_few_sites")->values == 2);
  CHECK_FALSE(remark(account_of(asked("distance-density", {{"sites", sites}}, {{"industry", "b"}, {"draws", "0"}})),
                     "too_few_sites"));
}

TEST_CASE("how much stayed under the threshold is said in whole hundredths, and not where it would tell the parts") {
  const ScratchFolder folder;
  const auto several = folder.file("several.csv", panel_of_moves({20, 3, 2, 1}));
  const auto shown = account_of(asked("job-changes", {{"panel", several}}, {{"least", "10"}}));
  CHECK(shown.rows == 1);
  const auto met = remark(shown, "under_threshold");
  REQUIRE(met);
  CHECK(met->values == 3);
  CHECK(met->value == 23);  // 6 of 26 are 23.08 of 100
  // Three ones, or three nines, are what they are as soon as their sum is known.
  for (const auto& parts : {panel_of_moves({20, 1, 1, 1}), panel_of_moves({20, 9, 9, 9})})
    CHECK_FALSE(remark(account_of(asked("job-changes", {{"panel", folder.file("told.csv", parts)}}, {{"least", "10"}})),
                       "under_threshold"));
  const auto few = folder.file("few.csv", panel_of_moves({20, 3, 2}));
  const auto hidden =
      remark(account_of(asked("job-changes", {{"panel", few}}, {{"least", "10"}})), "few_under_threshold");
  REQUIRE(hidden);
  CHECK(hidden->values == 2);
  CHECK_FALSE(hidden->value);
  CHECK(account_of(asked("job-changes", {{"panel", few}}, {{"least", "1"}})).remarks.empty());
}

TEST_CASE("the account says how a file was said to be written, and which rows could not be read and why") {
  const ScratchFolder folder;
  auto request = asked("location-quotient",
                       {{"employment", folder.file("jobs.csv", "geo;industry;jobs\nA;1;10,5\nA;T;9\nB;1;many\n")}});
  request.reading.headers = {{"region", "geo"}};
  request.reading.rows = {{"", {"industry", "T", evidence::RowsWhere::Are::left_out}}};
  request.reading.decimal_mark = ',';
  request.refused_rows = RefusedRows::are_left_out;
  const auto account = account_of(request);
  std::vector<std::string> said;
  for (const auto& one : account.reading) said.push_back(one.name + " " + one.value);
  CHECK(said == std::vector<std::string>{"column region=geo", "without industry=T", "decimal ,"});
  const auto& rows = account.sources.at(0).refused_rows;
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row == 4);
  CHECK(rows[0].column == "jobs");
  CHECK(rows[0].value == "many");
  CHECK(rows[0].reason == "evidence.not_a_number");
}

TEST_CASE("of rows about persons the account keeps none of what stood in them") {
  const ScratchFolder folder;
  auto request =
      asked("job-changes", {{"panel", folder.file("panel.csv", panel_of_moves({12}) + "Ane Etxe,Ane,1,i0\n")}});
  request.refused_rows = RefusedRows::are_left_out;
  const auto account = account_of(request);
  REQUIRE(account.sources.at(0).refused_rows.size() == 1);
  CHECK(account.sources[0].refused_rows[0].column == "year");
  CHECK(account.sources[0].refused_rows[0].value.empty());
  CHECK(shape::to_json(account).dump().find("Ane") == std::string::npos);
}

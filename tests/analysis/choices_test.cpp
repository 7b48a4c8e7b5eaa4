// What is said of rows and meets none of them.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;
using Are = evidence::RowsWhere::Are;

namespace {

constexpr auto kJobs = "region,industry,unit,closed,jobs\nA,1,THS,,10\nA,2,THS,N,0\nB,1,THS,,30\nB,TOTAL,PER,,40\n";

std::vector<std::string> met_nothing(const Request& request) {
  const auto met = remark(account_of(request), "met_nothing");
  return met ? met->codes : std::vector<std::string>{};
}

}  // namespace

TEST_CASE("a choice of rows that no row has is named, with the table it was said of, and one that a row has is not") {
  const ScratchFolder folder;
  auto request = asked("location-quotient", {{"employment", folder.file("jobs.csv", kJobs)}});
  request.reading.rows = {{"", {"unit", "THS", Are::taken}},
                          {"", {"region", "Gipuzcoa", Are::left_out}},
                          {"employment", {"industry", "total", Are::left_out}},
                          {"", {"industry", "TOTAL", Are::left_out}}};
  CHECK(met_nothing(request) == std::vector<std::string>{"region=Gipuzcoa", "employment.industry=total"});
}

TEST_CASE("a choice that rows have which another one leaves out is not named") {
  const ScratchFolder folder;
  auto request = asked("location-quotient", {{"employment", folder.file("jobs.csv", kJobs)}});
  request.reading.rows = {{"", {"unit", "PER", Are::left_out}}, {"", {"industry", "TOTAL", Are::left_out}}};
  CHECK(met_nothing(request).empty());
}

TEST_CASE("said of all tables, one of them that has it is enough") {
  const ScratchFolder folder;
  auto request =
      asked("location-quotient",
            {{"employment", folder.file("jobs.csv", "region,industry,jobs\nA,1,10\nA,2,20\nB,1,30\nB,2,40\n")},
             {"industry-totals", folder.file("sums.csv", "industry,jobs\n1,40\n2,60\nTOTAL,100\n")}});
  request.reading.rows = {{"", {"industry", "TOTAL", Are::left_out}}};
  CHECK(met_nothing(request).empty());
}

TEST_CASE("what says that an amount is kept back and stands in no row is named") {
  const ScratchFolder folder;
  auto request = asked("location-quotient", {{"employment", folder.file("jobs.csv", kJobs)}});
  request.reading.kept = KeptSaid{"", {"closed", "n"}};
  CHECK(met_nothing(request) == std::vector<std::string>{"closed=n"});
  request.reading.kept = KeptSaid{"", {"closed", "N"}};
  CHECK(met_nothing(request).empty());
}

TEST_CASE("headers that stand side by side are chosen before rows are, and are no slip") {
  const ScratchFolder folder;
  auto request = asked("location-quotient",
                       {{"employment", folder.file("wide.csv", "industry,A,B,Total\n1,10,30,40\n2,20,40,60\n")}});
  request.reading.side_by_side = {{"", {"region", "jobs"}}};
  request.reading.rows = {{"", {"region", "Total", Are::left_out}}, {"", {"industry", "3", Are::left_out}}};
  CHECK(met_nothing(request) == std::vector<std::string>{"industry=3"});
}

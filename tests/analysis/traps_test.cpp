// Spellings met in real files, through the way people take.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

Request regions_by_year() {
  return asked("location-quotient", {{"employment", std::filesystem::path{TRIVIUM_SOURCE_DIR} /
                                                        "tests/evidence/traps/regions_by_year.csv"}});
}

}  // namespace

TEST_CASE("a cell of a web page is no region: refused with its row, its column and its value") {
  const auto refused = run(regions_by_year());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().input == "employment");
  REQUIRE(refused.error().flaws.size() == 1);
  const auto& flaw = refused.error().flaws[0];
  CHECK(flaw.key == "evidence.markup");
  CHECK(flaw.args ==
        std::map<std::string, std::string>{{"row", "12"}, {"column", "region"}, {"value", "<td>OPOLSKIE</td>"}});
}

TEST_CASE("a line break, blanks or a soft hyphen in a region's name make no other region") {
  auto request = regions_by_year();
  request.refused_rows = RefusedRows::are_left_out;
  const auto finding = run(request);
  REQUIRE(finding);
  const auto jobs = [&](const std::string& region) {
    const auto found = finding->tables->rows("select sum(jobs) from employment where region = ?", {region});
    return std::get<double>(found.at(0).at(0));
  };
  CHECK(jobs("United Kingdom") == 3);
  CHECK(jobs("DOLNOŚLĄSKIE") == 7);
  CHECK(jobs("KUJAWSKO-POMORSKIE") == 10);
  CHECK(jobs("kujawsko- -pomorskie") == 25);
  const auto regions = finding->tables->rows("select count(distinct region) from employment");
  CHECK(std::get<std::int64_t>(regions.at(0).at(0)) == 7);
}

TEST_CASE(
    "codes that are alike but for capitals, blanks, hyphens or zeros in front are named; ranges are no such code") {
  auto request = regions_by_year();
  request.refused_rows = RefusedRows::are_left_out;
  const auto met = remark(account_of(request), "spelled_alike");
  REQUIRE(met);
  CHECK(met->code == "employment");
  CHECK(met->values == 3);
  CHECK(met->codes == std::vector<std::string>{"KUJAWSKO-POMORSKIE = kujawsko- -pomorskie = kujawsko-pomorskie",
                                               "ZACHODNIOPOMORSKIE = zachodnio-pomorskie", "0111 = 111"});
}

TEST_CASE("a zero lost on one side of a flow is met across both columns, and ids of persons are never named") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\n0111,5911,40\n5911,111,30\n6201,0,1\n0,00,1\n");
  const auto met = remark(account_of(asked("skill-relatedness", {{"flows", flows}})), "spelled_alike");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"0 = 00", "0111 = 111"});
  const auto panel = folder.file("panel.csv",
                                 "worker,year,establishment,industry\nw1,2019,e1,0111\nW1,2020,E1,5911\n"
                                 "w2,2019,e1,A 1\nw2,2020,e2,a1\n");
  const auto of_persons = remark(account_of(asked("job-changes", {{"panel", panel}})), "spelled_alike");
  REQUIRE(of_persons);
  CHECK(of_persons->codes == std::vector<std::string>{"A 1 = a1"});
}

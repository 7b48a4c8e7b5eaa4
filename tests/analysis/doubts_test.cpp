// What is read as it stands, and may not be what was meant: the answer comes, and says so.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

constexpr auto kJobs = "region,industry,jobs\nA,1,10\nA,2,20\nB,1,30\nB,2,40\n";

}  // namespace

TEST_CASE("pairs of region and industry without a row are counted, as nobody is taken to be there") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,1,10\nB,2,20\nB,1,30\n");
  const auto met = remark(account_of(asked("location-quotient", {{"employment", jobs}})), "no_row");
  REQUIRE(met);
  CHECK(met->values == 1);
  CHECK(met->value == 4);
}

TEST_CASE("published sums under their parts, and of names no other row has, are named") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", kJobs);
  const auto sums = folder.file("sums.csv", "region,jobs\nA,29\nB,70\nb,70\n");
  const auto account = account_of(asked("location-quotient", {{"employment", jobs}, {"region-totals", sums}}));
  CHECK(remark(account, "less_than_parts")->codes == std::vector<std::string>{"A"});
  CHECK(remark(account, "sum_of_nobody")->codes == std::vector<std::string>{"b"});
  const auto right = folder.file("right.csv", "region,jobs\nA,30\nB,71\n");
  CHECK(account_of(asked("location-quotient", {{"employment", jobs}, {"region-totals", right}}, {{"total", "101"}}))
            .remarks.empty());
}

TEST_CASE("all jobs are not fewer than those in the table, but for what rounding brings about") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", kJobs);
  const auto rounded = folder.file("rounded.csv", "region,industry,jobs\nA,1,3000\nA,2,4000\nB,1,5000\nB,2,6000\n");
  for (const auto* name : {"location-quotient", "proximity", "relatedness-density", "complexity"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"employment", jobs}}, {{"total", "60"}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws ==
          shape::Flaws{
              {.pointer = "/total", .key = "flaw.total_less_than_parts", .args = {{"given", "60"}, {"parts", "100"}}}});
    const auto near =
        remark(account_of(asked(name, {{"employment", rounded}}, {{"total", "16000"}})), "total_less_than_parts");
    REQUIRE(near);
    CHECK(near->value == 18'000);
    CHECK_FALSE(run(asked(name, {{"employment", rounded}}, {{"total", "15000"}})));
  }
}

TEST_CASE("a point that could stand between thousands in every number is remarked; one other decimal settles it") {
  const ScratchFolder folder;
  const auto of = [&](const std::string& last) {
    const auto jobs = folder.file("jobs.csv", "region;industry;jobs\nA;1;300\nA;2;9.700\nB;1;400\nB;2;" + last + "\n");
    return remark(account_of(asked("location-quotient", {{"employment", jobs}})), "like_thousands");
  };
  REQUIRE(of("12.600"));
  CHECK(of("12.600")->values == 2);
  CHECK(of("12.600")->codes == std::vector<std::string>{"jobs"});
  CHECK_FALSE(of("12.5"));
  CHECK_FALSE(of("0.125"));
  CHECK_FALSE(of("1200.125"));
}

TEST_CASE("the range of a quotient is of heads: 59 thousand are not 59") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,1,59\nA,2,941\nB,1,47\nB,2,953\n");
  const auto heads = folder.file("heads.csv", "region,industry,jobs\nA,1,59000\nA,2,941000\nB,1,47000\nB,2,953000\n");
  const auto range = [&](const Request& request) {
    const auto text = csv_of(request, folder.path);
    const auto line = text.substr(text.find("A,1,"));
    auto at = line.find("\r\n");
    for (int comma = 0; comma < 2; ++comma) at = line.rfind(',', at - 1);
    return line.substr(at, line.find("\r\n") - at);
  };
  CHECK(range(asked("location-quotient", {{"employment", jobs}}, {{"heads", "1000"}})) ==
        range(asked("location-quotient", {{"employment", heads}})));
  CHECK(range(asked("location-quotient", {{"employment", jobs}})) !=
        range(asked("location-quotient", {{"employment", heads}})));
}

TEST_CASE("pairs seen one way only are counted, for the boundary too, and not where the other way is assumed") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,400\nb,c,5\nc,b,5\n");
  const auto core = folder.file("core.csv", "industry\na\n");
  const auto met = remark(account_of(asked("skill-relatedness", {{"flows", flows}})), "seen_one_way");
  REQUIRE(met);
  CHECK(met->values == 1);
  CHECK(met->value == 2);
  CHECK(remark(account_of(asked("functional-boundary", {{"flows", flows}, {"core", core}})), "seen_one_way"));
  CHECK_FALSE(remark(account_of(asked("skill-relatedness", {{"flows", flows}}, {{"unseen", "5"}})), "seen_one_way"));
}

TEST_CASE("places that look like degrees are remarked; metres, and whole numbers, are not") {
  const ScratchFolder folder;
  const auto like = [&](const std::string& rows) {
    const auto sites = folder.file("sites.csv", "industry,x,y,jobs\n" + rows);
    return remark(account_of(asked("distance-density", {{"sites", sites}}, {{"industry", "a"}, {"draws", "0"}})),
                  "like_degrees")
        .has_value();
  };
  CHECK(like("a,-2.1,43.2,1\na,-1.98,43.31,1\na,-2.4,43.1,1\n"));
  CHECK_FALSE(like("a,580000.5,4790000,1\na,583000,4793000,1\na,581000,4791000,1\n"));
  CHECK_FALSE(like("a,1,2,1\na,3,4,1\na,9,7,1\n"));
}

TEST_CASE("what was taken without being said, and why there are no bands, stands in the account") {
  const ScratchFolder folder;
  const auto sites =
      folder.file("sites.csv", "industry,x,y,jobs\na,0,0,1\na,3000,0,1\na,7000,0,1\nb,1000,0,1\nb,9000,0,1\n");
  const auto account = account_of(asked("distance-density", {{"sites", sites}}, {{"industry", "a"}, {"draws", "50"}}));
  CHECK(remark(account, "horizon_taken")->value == 3000);
  CHECK(remark(account, "bandwidth_taken"));
  CHECK(remark(account, "no_bands"));
  const auto said = account_of(asked("distance-density", {{"sites", sites}},
                                     {{"industry", "a"}, {"draws", "50"}, {"horizon", "9000"}, {"bandwidth", "500"}}));
  CHECK(said.remarks.empty());
}

TEST_CASE("a choice of rows that leaves none stops the work; what is kept back is said of one table alone") {
  const ScratchFolder folder;
  auto request =
      asked("location-quotient",
            {{"employment", folder.file("jobs.csv", "region,industry,jobs,flag\nA,1,10,\nA,2,0,N\nB,1,30,\nB,2,40,\n")},
             {"region-totals", folder.file("sums.csv", "region,jobs\nA,30\n")}});
  request.reading.kept = KeptSaid{"employment", {"flag", "N"}};
  CHECK(account_of(request).sources.at(0).suppressed == 1);
  request.reading.rows = {{"employment", {"region", "Navarra", evidence::RowsWhere::Are::taken}}};
  const auto refused = run(request);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().input == "employment");
  CHECK(refused.error().flaws.at(0).key == "evidence.nothing_taken");
  CHECK(refused.error().flaws[0].args.at("rows") == "4");
}

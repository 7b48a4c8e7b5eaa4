// What is read as it stands, and may not be what was meant: the answer comes, and says so.
#include "analysis/tables.hpp"

#include <fmt/format.h>

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
  const auto sums = folder.file("sums.csv", "region,jobs\nA,29.9\nB,70\nb,70\n");
  const auto account = account_of(asked("location-quotient", {{"employment", jobs}, {"region-totals", sums}}));
  CHECK(remark(account, "less_than_parts")->codes == std::vector<std::string>{"A"});
  CHECK(remark(account, "sum_of_nobody")->codes == std::vector<std::string>{"b"});
  const auto right = folder.file("right.csv", "region,jobs\nA,30\nB,71\n");
  CHECK(account_of(asked("location-quotient", {{"employment", jobs}, {"region-totals", right}}, {{"total", "101"}}))
            .remarks.empty());
}

TEST_CASE("all jobs are not fewer than those in the table or the sums beside it, but for what rounding brings about") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", kJobs);
  const auto rounded = folder.file("rounded.csv", "region,industry,jobs\nA,1,3000\nA,2,4000\nB,1,5000\nB,2,6000\n");
  const auto sums = folder.file("sums.csv", "region,jobs\nA,60\nB,140\n");
  const auto flaw = [](std::string given, std::string least) {
    return shape::Flaws{{.pointer = "/total",
                         .key = "flaw.total_less_than_sums",
                         .args = {{"given", std::move(given)}, {"least", std::move(least)}}}};
  };
  for (const auto* name : {"location-quotient", "proximity", "relatedness-density", "complexity"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"employment", jobs}}, {{"total", "60"}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws == flaw("60", "100"));
    const auto under_sums = run(asked(name, {{"employment", jobs}, {"region-totals", sums}}, {{"total", "150"}}));
    REQUIRE_FALSE(under_sums);
    CHECK(under_sums.error().flaws == flaw("150", "200"));
    const auto near =
        remark(account_of(asked(name, {{"employment", rounded}}, {{"total", "17950"}})), "total_less_than_parts");
    REQUIRE(near);
    CHECK(near->value == 18'000);
    CHECK_FALSE(run(asked(name, {{"employment", rounded}}, {{"total", "17000"}})));
  }
}

TEST_CASE(
    "where sums of regions and of industries disagree, all jobs have to be said: the table is part of something else") {
  const ScratchFolder folder;
  const auto mine = folder.file("mine.csv", "region,industry,jobs\nB,film,400\nB,machines,9600\n");
  const auto nation = folder.file("nation.csv", "industry,jobs\nfilm,750\nmachines,24250\n");
  const Files files{{"employment", mine}, {"industry-totals", nation}};
  const auto refused = run(asked("location-quotient", files));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().flaws == shape::Flaws{{.pointer = "/total",
                                               .key = "flaw.sums_disagree",
                                               .args = {{"regions", "10000"}, {"industries", "25000"}}}});
  const auto finding = run(asked("location-quotient", files, {{"total", "25000"}}));
  REQUIRE(finding);
  const auto rows = finding->tables->rows("select quotient from answer order by industry");
  CHECK(std::get<double>(rows.at(0).at(0)) == doctest::Approx(400.0 * 25'000 / (10'000.0 * 750)));
  CHECK(std::get<double>(rows.at(1).at(0)) == doctest::Approx(9'600.0 * 25'000 / (10'000.0 * 24'250)));
  CHECK_FALSE(remark(finding->account, "one_region"));

  // One region's sum twice as large, and the other not given.
  const auto jobs = folder.file("jobs.csv", kJobs);
  for (const auto* sums : {"region,jobs\nA,60\nB,140\n", "region,jobs\nA,60\n"}) {
    CAPTURE(sums);
    const auto met =
        run(asked("location-quotient", {{"employment", jobs}, {"region-totals", folder.file("sums.csv", sums)}}));
    REQUIRE_FALSE(met);
    CHECK(met.error().flaws.front().key == "flaw.sums_disagree");
  }
}

TEST_CASE("the sums of all regions are all jobs where a cell is kept back, and a sum under its parts is refused") {
  const ScratchFolder folder;
  const auto kept = folder.file("kept.csv", "region,industry,jobs\nA,1,10\nA,2,*\nB,1,30\nB,2,41\n");
  const auto sums = folder.file("sums.csv", "region,jobs\nA,29\nB,71\n");
  const auto finding = run(asked("location-quotient", {{"employment", kept}, {"region-totals", sums}}));
  REQUIRE(finding);
  CHECK_FALSE(remark(finding->account, "without_total"));
  const auto row = finding->tables->rows("select expected from answer where region = 'B' and industry = '1'");
  CHECK(std::get<double>(row.at(0).at(0)) == doctest::Approx(71.0 * 40 / 100));
  const auto less = folder.file("less.csv", "region,jobs\nA,29\nB,60\n");
  const auto refused = run(asked("location-quotient", {{"employment", kept}, {"region-totals", less}}));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().flaws == shape::Flaws{{.pointer = "/region-totals",
                                               .key = "flaw.sum_less_than_parts",
                                               .args = {{"code", "B"}, {"given", "60"}, {"parts", "71"}}}});
}

TEST_CASE("sums rounded more coarsely than their parts are taken, and remarked where they are below them") {
  const ScratchFolder folder;
  std::string rows = "region,industry,jobs\n";
  for (int industry = 0; industry < 20; ++industry) rows += fmt::format("A,{0},617\nB,{0},1\n", industry);
  const auto jobs = folder.file("jobs.csv", rows);  // 12,340 and 20
  const auto sums = folder.file("sums.csv", "region,jobs\nA,12300\nB,20\n");
  const auto account = account_of(asked("location-quotient", {{"employment", jobs}, {"region-totals", sums}}));
  REQUIRE(remark(account, "less_than_parts"));
  CHECK(remark(account, "less_than_parts")->codes == std::vector<std::string>{"A"});
}

TEST_CASE("sums of one side are all jobs only where none of the other were given") {
  const ScratchFolder folder;
  const auto mine = folder.file("mine.csv", "region,industry,jobs\nB,film,400\nB,food,300\nB,machines,*\n");
  const auto region = folder.file("region.csv", "region,jobs\nB,10000\n");
  const auto nation = folder.file("nation.csv", "industry,jobs\nfilm,750\nfood,900\n");
  const auto account = account_of(
      asked("location-quotient", {{"employment", mine}, {"region-totals", region}, {"industry-totals", nation}}));
  CHECK(remark(account, "without_total"));
  CHECK(account.rows == 0);
}

TEST_CASE("more jobs in all than the table has, without sums of anything larger, is remarked") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", kJobs);
  const auto met =
      remark(account_of(asked("location-quotient", {{"employment", jobs}}, {{"total", "250"}})), "total_without_sums");
  REQUIRE(met);
  CHECK(met->value == 100);
  CHECK_FALSE(
      remark(account_of(asked("location-quotient", {{"employment", jobs}}, {{"total", "100"}})), "total_without_sums"));
}

TEST_CASE("few regions are named where industries are held against each other by the regions they share") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", kJobs);
  for (const auto* name : {"proximity", "relatedness-density", "complexity"})
    CHECK(remark(account_of(asked(name, {{"employment", jobs}})), "few_regions")->values == 2);
  CHECK_FALSE(remark(account_of(asked("location-quotient", {{"employment", jobs}})), "few_regions"));
}

TEST_CASE("names that are alike but for their accents are named") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nÁlava,Máquinas,10\nAlava,Maquinas,20\n");
  const auto met = remark(account_of(asked("location-quotient", {{"employment", jobs}})), "spelled_alike");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"Alava = Álava", "Maquinas = Máquinas"});
}

TEST_CASE("one region held against itself is named") {
  const ScratchFolder folder;
  const auto one = folder.file("one.csv", "region,industry,jobs\nA,1,10\nA,2,20\n");
  CHECK(remark(account_of(asked("location-quotient", {{"employment", one}})), "one_region")->code == "A");
  CHECK_FALSE(
      remark(account_of(asked("location-quotient", {{"employment", folder.file("jobs.csv", kJobs)}})), "one_region"));
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

// An answer that has no row, or not all of them, says why.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

TEST_CASE("complexity: where no order can be told, that is said") {
  const ScratchFolder folder;
  const auto jobs = [&](const char* rows) {
    return account_of(
        asked("complexity", {{"employment", folder.file("jobs.csv", std::string{"region,industry,jobs\n"} + rows)}}));
  };
  for (const auto* none : {"A,film,10\nA,food,10\nB,film,10\nB,food,10\n", "A,film,10\nB,food,10\n"}) {
    const auto account = jobs(none);
    CHECK(account.rows == 0);
    CHECK(remark(account, "no_order"));
  }
  const auto order = jobs("A,bread,10\nA,lab,0\nB,bread,10\nB,lab,10\nC,bread,20\nC,lab,15\n");
  CHECK((order.rows > 0) != remark(order, "no_order").has_value());
}

TEST_CASE("distance-density: a horizon too short for two distances is said, and so are sites that stand in one place") {
  const ScratchFolder folder;
  const auto account = [&](const char* rows, Typed settings) {
    settings.insert({{"industry", "a"}, {"draws", "0"}});
    return account_of(asked("distance-density",
                            {{"sites", folder.file("sites.csv", std::string{"industry,x,y,jobs\n"} + rows)}},
                            settings));
  };
  constexpr auto kApart = "a,0,0,1\na,3000,0,1\na,7000,0,1\n";
  for (const auto* counted : {"one_by_one", "on_a_raster"}) {
    CAPTURE(counted);
    const auto near = account(kApart, {{"horizon", "1"}, {"counted", counted}});
    CHECK(near.rows == 0);
    CHECK(remark(near, "no_distances")->value == 2);
    CHECK(remark(near, "no_distances")->code == "a");
    CHECK_FALSE(remark(account(kApart, {{"horizon", "8000"}, {"counted", counted}}), "no_distances"));
  }
  CHECK(remark(account("a,1,1,1\na,1,1,1\na,1,1,1\n", {}), "all_in_one_place"));
  CHECK(remark(
      account("a,0,0,0\na,3000,0,0\na,7000,0,0\n", {{"pairs", "by_jobs"}, {"horizon", "8000"}, {"bandwidth", "500"}}),
      "pairs_of_nobody"));
}

TEST_CASE("shift-share: an industry that was not there then keeps its change, and the rows add up to the region") {
  const ScratchFolder folder;
  const auto change = folder.file("change.csv",
                                  "industry,region_then,region_now,larger_then,larger_now\nfilm,100,130,500,600\n"
                                  "food,100,100,500,500\ndrones,0,40,0,100\ngames,0,2,0,100\n");
  const auto finding = run(asked("shift-share", {{"change", change}}));
  REQUIRE(finding);
  const auto met = remark(finding->account, "no_pace");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"drones", "games"});
  CHECK(met->values == 2);
  const auto rows = finding->tables->rows(
      "select change, national, mix, regional, unexplained, growth_against from answer where industry = 'drones'");
  REQUIRE(rows.size() == 1);
  CHECK(std::get<double>(rows[0][0]) == 40);
  CHECK(std::get<double>(rows[0][4]) == 40);
  for (const std::size_t column : {1, 2, 3, 5}) CHECK(std::holds_alternative<std::monostate>(rows[0][column]));
  const auto of = [&](const char* where) {
    return finding->tables
        ->rows(std::string{"select sum(change), sum(national), sum(mix), sum(regional), sum(unexplained) from answer "
                           "where industry is "} +
               where)
        .at(0);
  };
  const auto industries = of("not null");
  const auto region = of("null");
  for (std::size_t part = 0; part < region.size(); ++part)
    CHECK(std::get<double>(region[part]) == doctest::Approx(std::get<double>(industries[part])));
  CHECK(std::get<double>(region[0]) == 72);
  double parts = 0;
  for (std::size_t part = 1; part < region.size(); ++part) parts += std::get<double>(region[part]);
  CHECK(parts == doctest::Approx(72));
}

TEST_CASE("complexity: who has no value is named with the reason: apart, at home nowhere, or not known") {
  const ScratchFolder folder;
  // D and E share x with nobody else; F has nobody; of hidden a cell is kept back.
  const auto jobs = folder.file("jobs.csv",
                                "region,industry,jobs\nA,common,10\nA,rare,10\nA,seldom,10\nB,common,10\n"
                                "B,seldom,10\nC,common,10\nD,x,10\nE,x,10\nF,none,0\nA,hidden,*\n");
  const auto sums = folder.file("regions.csv", "region,jobs\nA,31\n");
  const auto industries = folder.file("industries.csv", "industry,jobs\nhidden,1\n");
  const auto account =
      account_of(asked("complexity", {{"employment", jobs}, {"region-totals", sums}, {"industry-totals", industries}},
                       {{"least-quotient", "0.1"}, {"total", "81"}}));
  const auto codes = [&](std::string_view name) {
    const auto met = remark(account, name);
    REQUIRE(met);
    CHECK(met->values == static_cast<std::int64_t>(met->codes.size()));
    return met->codes;
  };
  using Codes = std::vector<std::string>;
  CHECK(codes("regions_apart") == Codes{"D", "E"});
  CHECK(codes("industries_apart") == Codes{"x"});
  CHECK(codes("regions_home_to_nothing") == Codes{"F"});
  CHECK(codes("industries_at_home_nowhere") == Codes{"none"});
  CHECK(codes("industries_not_ordered") == Codes{"hidden"});
}

TEST_CASE("shift-share: where the larger area had nothing then there is nothing to hold it against, which is said") {
  const ScratchFolder folder;
  const auto change =
      folder.file("change.csv", "industry,region_then,region_now,larger_then,larger_now\nfilm,0,1,0,2\n");
  const auto account = account_of(asked("shift-share", {{"change", change}}));
  CHECK(account.rows == 0);
  CHECK(remark(account, "nothing_then"));
}

TEST_CASE("neighbours that are no area are named, in both measures of likeness") {
  const ScratchFolder folder;
  const auto areas = folder.file("areas.csv", "area,value\n01,5\n02,6\n03,1\n04,2\n");
  const auto spoiled = folder.file("spoiled.csv", "one,other\n1,2\n2,3\n3,4\n");
  const auto partly = folder.file("partly.csv", "one,other\n01,02\n02,03\n03,4\n");
  const auto right = folder.file("right.csv", "one,other\n01,02\n02,03\n03,04\n");
  for (const auto* name : {"autocorrelation", "local-autocorrelation"}) {
    CAPTURE(name);
    const auto met = [&](const std::filesystem::path& neighbours) {
      return remark(account_of(asked(name, {{"areas", areas}, {"neighbours", neighbours}})), "no_such_area");
    };
    REQUIRE(met(spoiled));
    CHECK(met(spoiled)->values == 4);
    CHECK(met(spoiled)->code == "neighbours");
    CHECK(met(partly)->codes == std::vector<std::string>{"4"});
    CHECK_FALSE(met(right));
  }
}

TEST_CASE("areas without a neighbour are named, and where there is no number it is said why") {
  const ScratchFolder folder;
  const auto neighbours = folder.file("neighbours.csv", "one,other\na,b\nb,c\nc,d\n");
  const auto account = [&](const char* name, const std::string& areas) {
    return account_of(
        asked(name, {{"areas", folder.file("areas.csv", "area,value\n" + areas)}, {"neighbours", neighbours}}));
  };
  for (const auto* name : {"autocorrelation", "local-autocorrelation"}) {
    CAPTURE(name);
    const auto alone = account(name, "a,1\nb,2\nc,3\nd,4\ne,5\n");
    REQUIRE(remark(alone, "areas_without_neighbour"));
    CHECK(remark(alone, "areas_without_neighbour")->codes == std::vector<std::string>{"e"});
    CHECK_FALSE(remark(alone, "too_few_areas"));
    CHECK(remark(account(name, "a,1\nb,2\nc,3\nd,:\n"), "too_few_areas")->values == 3);
    CHECK(remark(account(name, "a,1\nb,1\nc,1\nd,1\n"), "areas_all_alike")->values == 4);
  }
}

TEST_CASE("relatedness-density: where nothing is as close as was asked for, that is said") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,film,10\nA,games,10\nB,film,10\nB,food,10\n");
  const auto account = account_of(asked("relatedness-density", {{"employment", jobs}}, {{"least-closeness", "2"}}));
  CHECK(account.rows == 0);
  CHECK(remark(account, "nothing_close"));
}

TEST_CASE("ties to oneself and ties that stand there again are named, in every measure of networks") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\nb,a\na,b\nc,c\nb,c\n");
  const auto actors = folder.file("actors.csv", "actor,group\na,x\nb,y\nc,y\n");
  for (const auto* name : {"network-structure", "network-positions", "communities", "brokerage"}) {
    CAPTURE(name);
    const auto account = account_of(asked(name, {{"ties", ties}, {"actors", actors}}));
    REQUIRE(remark(account, "ties_to_oneself"));
    CHECK(remark(account, "ties_to_oneself")->codes == std::vector<std::string>{"c"});
    REQUIRE(remark(account, "one_tie"));
    CHECK(remark(account, "one_tie")->codes == std::vector<std::string>{"a b"});
  }
}

TEST_CASE(
    "pairs both ways whose weights are added, and pairs one way beside them, are named where ties have no direction") {
  const ScratchFolder folder;
  const auto account = [&](const std::string& ties, const Typed& typed = {}) {
    return account_of(asked("network-positions", {{"ties", folder.file("ties.csv", ties)}}, typed));
  };
  const std::string matrix = "from,to,weight\na,b,3\nb,a,3\nb,c,2\nc,b,2\n";
  CHECK(remark(account(matrix), "both_ways_added")->values == 2);
  CHECK_FALSE(remark(account(matrix), "some_one_way"));
  CHECK_FALSE(remark(account(matrix, {{"direction", "directed"}}), "both_ways_added"));
  CHECK_FALSE(remark(account(matrix, {{"weights", "alike"}}), "both_ways_added"));
  const auto some = remark(account("from,to\na,b\nb,a\nb,c\n"), "some_one_way");
  REQUIRE(some);
  CHECK(some->values == 1);
  CHECK(some->value == 2);
  CHECK_FALSE(remark(account("from,to\na,b\nb,c\n"), "some_one_way"));
}

TEST_CASE("an actor or an area that is called like a total is named") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\na,Total\nb,Total\n");
  const auto met = remark(account_of(asked("communities", {{"ties", ties}})), "called_a_total_alone");
  REQUIRE(met);
  CHECK(met->code == "ties.to");
  CHECK(met->codes == std::vector<std::string>{"Total"});
  const Files files{{"areas", folder.file("areas.csv", "area,value\na,1\nb,2\nTotal,3\nc,2\n")},
                    {"neighbours", folder.file("neighbours.csv", "one,other\na,b\nb,c\n")}};
  CHECK(remark(account_of(asked("autocorrelation", files)), "called_a_total_alone")->code == "areas.area");
}

TEST_CASE("an answer without a row and without any other remark says that nothing met what was asked") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,40\nc,d,40\nd,c,40\n");
  const auto core = folder.file("core.csv", "industry\na\n");
  const auto account =
      account_of(asked("functional-boundary", {{"flows", flows}, {"core", core}}, {{"threshold", "0.9"}}));
  CHECK(account.rows == 0);
  CHECK(remark(account, "no_answer")->code == "functional-boundary");
}

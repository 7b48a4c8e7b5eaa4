// Each analysis on a table small enough to work by hand.
#include "analysis/tables.hpp"

#include <fmt/format.h>

#include <charconv>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

// A number to nine digits, so that its last ones are no matter; everything else as it is.
std::string plain(const std::string& cell) {
  double number = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  const bool decimal = read.ec == std::errc{} && read.ptr == cell.data() + cell.size() && cell.contains('.');
  return decimal ? fmt::format("{:.9g}", number) : cell;
}

// The answer without its header, the same on one thread and on two.
std::string rows(const Request& request) {
  const ScratchFolder folder;
  const auto two = csv_of(request, folder.path, {.threads = 2});
  CHECK(csv_of(request, folder.path, {.threads = 1}) == two);
  std::string all;
  std::string cell;
  for (const char letter : two.substr(two.find('\n') + 1)) {
    if (letter == ',' || letter == '\n') {
      all += plain(cell) + letter;
      cell.clear();
    } else if (letter != '\r') {
      cell += letter;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("location-quotient: 30 of 40 jobs here where 40 of 100 are everywhere is 1.875") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,film,30\nA,food,10\nB,film,10\nB,food,50\n");
  CHECK(rows(asked("location-quotient", {{"employment", jobs}})).starts_with("A,film,30,16,1.875,"));
}

TEST_CASE("concentration: an industry in one of two regions has a Herfindahl of 1, one in both alike of 0.5") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,film,30\nB,film,0\nA,food,20\nB,food,20\n");
  const auto found = rows(asked("concentration", {{"employment", jobs}}));
  CHECK(found.find("film,30,1,0.5,0,") == 0);
  CHECK(found.find("\nfood,40,0.5,0,1,") != std::string::npos);
}

TEST_CASE("specialisation: a region with one industry has a Herfindahl of 1") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,film,30\nB,film,20\nB,food,20\n");
  const auto found = rows(asked("specialisation", {{"employment", jobs}}));
  CHECK(found.find("A,30,1,0.5,0,") == 0);
  CHECK(found.find("\nB,40,0.5,0,") != std::string::npos);
}

TEST_CASE("variety: four alike industries in two families are 1 bit between the families and 1 bit within") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,10.1,5\nA,10.2,5\nA,59.1,5\nA,59.2,5\n");
  CHECK(rows(asked("variety", {{"employment", jobs}})) == "A,1,1\n");
}

TEST_CASE("ellison-glaeser: plants of one size, all in one of two like regions, are as near as can be") {
  const ScratchFolder folder;
  std::string plants = "region,industry,jobs\n";
  for (int i = 0; i < 4; ++i) plants += "A,film,10\n";
  for (int i = 0; i < 4; ++i) plants += "B,food,10\n";
  // Shares of all jobs are 1/2 and 1/2: G = 1/2, H = 1/4, γ = (1/2 − 1/2·1/4)/(1/2·3/4) = 1.
  CHECK(rows(asked("ellison-glaeser", {{"plants", folder.file("plants.csv", plants)}})) ==
        "film,4,40,0.5,0.25,1\nfood,4,40,0.5,0.25,1\n");
}

TEST_CASE("job-changes: who stays in an industry or an establishment has not changed, and few are kept back") {
  const ScratchFolder folder;
  std::string panel = "worker,year,establishment,industry\n";
  for (int worker = 1; worker <= 12; ++worker) {
    panel += std::to_string(worker) + ",2019,1,0111\n" + std::to_string(worker) + ",2020,";
    panel += worker <= 10 ? "2,5911\n" : worker == 11 ? "3,0111\n" : "4,6201\n";
  }
  const auto file = folder.file("panel.csv", panel);
  CHECK(rows(asked("job-changes", {{"panel", file}})) == "0111,5911,10\n");
  CHECK(rows(asked("job-changes", {{"panel", file}}, {{"least", "1"}})) == "0111,5911,10\n0111,6201,1\n");
  // Ids with letters are counted by the engine's SQL: the same.
  std::string lettered = panel;
  for (std::size_t at = lettered.find('\n'); at + 1 < lettered.size(); at = lettered.find('\n', at + 1))
    lettered.insert(at + 1, "w");
  CHECK(rows(asked("job-changes", {{"panel", folder.file("lettered.csv", lettered)}}, {{"least", "1"}})) ==
        "0111,5911,10\n0111,6201,1\n");
}

TEST_CASE("skill-relatedness: twice as many as expected is (2 − 1)/(2 + 1)") {
  const ScratchFolder folder;
  // Of 80 movers 40 leave a, 40 arrive in b: 20 are expected, 40 came.
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nc,d,40\n");
  CHECK(rows(asked("skill-relatedness", {{"flows", flows}}, {{"ways", "each"}})) ==
        "a,b,40,,2,0.333333333,0\nc,d,40,,2,0.333333333,0\n");
}

TEST_CASE("functional-boundary: the core's neighbours above the threshold, with the industry that ties them to it") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,40\nc,d,40\nd,c,40\n");
  const auto core = folder.file("core.csv", "industry\na\n");
  CHECK(rows(asked("functional-boundary", {{"flows", flows}, {"core", core}})) == "b,a,0.6,,\n");
}

TEST_CASE(
    "functional-boundary: with flows of earlier years, who joined, who stayed and who left, and how related it was") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,40\na,e,40\ne,a,40\nc,d,40\nd,c,40\n");
  const auto before = folder.file("before.csv", "from,to,count\na,b,40\nb,a,40\na,z,40\nz,a,40\nc,d,80\nd,c,80\n");
  const auto core = folder.file("core.csv", "industry\na\n");
  const Files files{{"flows", flows}, {"core", core}, {"flows-before", before}};
  // Now 40 · 240/(80 · 40) = 3; before 40 · 320/(80 · 40) = 4.
  CHECK(rows(asked("functional-boundary", files)) == "b,a,0.5,stayed,0.6\ne,a,0.5,joined,\nz,a,,left,0.6\n");
  // The line between: before it was above, now it is not.
  CHECK(rows(asked("functional-boundary", files, {{"threshold", "0.55"}})) == "b,a,,left,0.6\nz,a,,left,0.6\n");
}

TEST_CASE("skill-relatedness: both ways counted together are one number, and one seen one way only is no worse off") {
  const ScratchFolder folder;
  // a and b 40, c and d 40: of 160 ends a quarter is everybody's; 40 · 160/(40 · 40) = 4, whoever went where.
  const auto one_way = folder.file("one.csv", "from,to,count\na,b,40\nc,d,40\n");
  const auto two_ways = folder.file("two.csv", "from,to,count\nb,a,10\na,b,30\nd,c,40\n");
  for (const auto& flows : {one_way, two_ways})
    CHECK(rows(asked("skill-relatedness", {{"flows", flows}}, {{"ways", "together"}})) ==
          "a,b,40,,4,0.6,0\nc,d,40,,4,0.6,0\n");
}

TEST_CASE("policy-targets: the unrelated pair in the policy and the related neighbour outside it are named") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,40\nc,d,40\nd,c,40\n");
  const auto targeted = folder.file("targeted.csv", "industry\na\nc\n");
  const auto found = rows(asked("policy-targets", {{"flows", flows}, {"targeted", targeted}}));
  CHECK(found.find("unrelated,a,c,") == 0);
  CHECK(found.find("left_outside,b,a,0.6\n") != std::string::npos);
  CHECK(found.find("left_outside,d,c,0.6\n") != std::string::npos);
}

TEST_CASE("shift-share: 100 jobs that grew by 75 where the country grew by a quarter, and the region as a whole") {
  const ScratchFolder folder;
  const auto change = folder.file(
      "change.csv",
      "industry,region_then,region_now,larger_then,larger_now\nfilm,100,175,400,600\nfood,100,100,400,400\n");
  // The country: 800 → 1,000, +25 %. Film: +50 %, here +75 %. The region: 200 → 275, +37.5 %.
  CHECK(rows(asked("shift-share", {{"change", change}})) ==
        "film,75,25,25,25,0,0.25\nfood,0,25,-25,0,0,0\n,75,50,0,25,0,0.125\n");
}

TEST_CASE("entries-and-exits and survival: two firms of 2019, one gone in 2020, one still there") {
  const ScratchFolder folder;
  const auto firms = folder.file("firms.csv", "type,first,last\nfilm,2019,2019\nfilm,2019,\nfilm,2020,\n");
  const Typed years{{"from", "2019"}, {"to", "2020"}};
  const auto turnover = rows(asked("entries-and-exits", {{"firms", firms}}, years));
  CHECK(turnover.find("film,2019,2,2,") == 0);
  const auto survival = rows(asked("survival", {{"firms", firms}}, years));
  CHECK(survival.find("film,2019,1,2,1,0.5,\n") != std::string::npos);
}

TEST_CASE("proximity: together in one region, each alone in one or two, is a half") {
  const ScratchFolder folder;
  // At home: film in A and B, games in A, food in C.
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,film,10\nA,games,10\nB,film,10\nC,food,10\n");
  CHECK(rows(asked("proximity", {{"employment", jobs}})) ==
        "film,food,0,2,1,0\nfilm,games,1,2,1,0.5\nfood,games,0,1,1,0\n");
}

TEST_CASE("relatedness-density: a region with the only industry that is close to games is dense for games") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,film,10\nA,games,10\nB,film,10\nC,food,10\n");
  const auto found = rows(asked("relatedness-density", {{"employment", jobs}}));
  CHECK(found.find("B,games,0,1\n") != std::string::npos);
  CHECK(found.find("C,games,0,0\n") != std::string::npos);
  CHECK(found.find("A,games,1,1\n") != std::string::npos);
}

TEST_CASE("relatedness-density: related or not from a closeness on, or each by how close it is") {
  const ScratchFolder folder;
  // At home: film in A and B, games in A, food in B, C and D. Close to film: games by 1/2, food by 1/3.
  const auto jobs = folder.file("jobs.csv",
                                "region,industry,jobs\nA,film,10\nA,games,10\nB,film,10\nB,food,10\nC,food,10\n"
                                "D,food,10\n");
  const auto answer = [&](const Typed& typed) {
    return rows(asked("relatedness-density", {{"employment", jobs}}, typed));
  };
  CHECK(answer({}).find("C,film,0,0.4\n") != std::string::npos);  // 1/3 of 5/6
  CHECK(answer({{"least-closeness", "0.3"}}).find("C,film,0,0.5\n") != std::string::npos);
  CHECK(answer({{"least-closeness", "0.4"}}).find("C,film,0,0\n") != std::string::npos);
  CHECK(answer({{"least-closeness", "0.6"}}).empty());
}

TEST_CASE("complexity: the region with the rare industry stands above the one that has what all have") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv",
                                "region,industry,jobs\nA,common,10\nA,rare,10\nA,seldom,10\nB,common,10\nB,seldom,10\n"
                                "C,common,10\n");
  const auto found = rows(asked("complexity", {{"employment", jobs}}, {{"least-quotient", "0.1"}}));
  const auto value = [&](const std::string& line) { return std::stod(found.substr(found.find(line) + line.size())); };
  CHECK(value("region,A,") > value("region,B,"));
  CHECK(value("region,B,") > value("region,C,"));
  CHECK(value("industry,rare,") > value("industry,common,"));
}

TEST_CASE("autocorrelation: 1, 2, 3, 4 in a row is 0.4, and of the 24 ways to deal them a twelfth comes as high") {
  const ScratchFolder folder;
  const Files files{{"areas", folder.file("areas.csv", "area,value\na,1\nb,2\nc,3\nd,4\n")},
                    {"neighbours", folder.file("neighbours.csv", "one,other\na,b\nb,c\nc,d\n")}};
  const auto found = rows(asked("autocorrelation", files));
  CHECK(found.starts_with("4,0.4,-0.333333333,"));
  auto request = asked("autocorrelation", files, {{"draws", "20000"}});
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.seed == "1");
  const auto high = finding->tables->rows("select as_high from answer");
  CHECK(std::get<double>(high[0][0]) == doctest::Approx(1.0 / 12).epsilon(0.1));
}

TEST_CASE("local-autocorrelation: the ends of a row lie among their like") {
  const ScratchFolder folder;
  const Files files{{"areas", folder.file("areas.csv", "area,value\na,1\nb,2\nc,3\nd,4\n")},
                    {"neighbours", folder.file("neighbours.csv", "one,other\na,b\nb,c\nc,d\n")}};
  const auto found = rows(asked("local-autocorrelation", files));
  CHECK(found.starts_with("a,0.45,2,low among low,"));
  CHECK(found.find("\nd,0.45,3,high among high,") != std::string::npos);
}

TEST_CASE("autocorrelation: as given, a has b and b has not a; both ways, it has") {
  const ScratchFolder folder;
  const Files files{{"areas", folder.file("areas.csv", "area,value\na,1\nb,2\nc,3\nd,4\n")},
                    {"neighbours", folder.file("neighbours.csv", "one,other\na,b\nb,c\nc,d\nd,b\n")}};
  // z · that of the one neighbour: 0.75 − 0.25 + 0.75 − 0.75, over 5.
  CHECK(rows(asked("autocorrelation", files, {{"borders", "as_given"}})).starts_with("4,0.1,"));
  // With the mean of one, three, two, two: (0.75 − 0.25/3 + 0.25 + 0) / 5.
  CHECK(rows(asked("autocorrelation", files)).starts_with("4,0.183333333,"));
  CHECK(rows(asked("local-autocorrelation", files, {{"borders", "as_given"}})).starts_with("a,0.45,2,"));
}

TEST_CASE("weights of neighbours that differ have no part, and are left aside only where that was said; 0 is no pair") {
  const ScratchFolder folder;
  const auto areas = folder.file("areas.csv", "area,value\na,1\nb,2\nc,3\nd,4\n");
  const auto files = [&](const std::string& name, const std::string& neighbours) {
    return Files{{"areas", areas}, {"neighbours", folder.file(name, neighbours)}};
  };
  const auto weighed = files("weighed.csv", "one,other,weight\na,b,0.5\nb,c,2\nc,d,\na,d,0\n");
  const auto alike = files("alike.csv", "one,other,weight\na,b,1\nb,c,1\nc,d,1\na,d,0\n");
  const auto plain = files("plain.csv", "one,other\na,b\nb,c\nc,d\n");
  for (const auto* name : {"autocorrelation", "local-autocorrelation"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, weighed));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws == shape::Flaws{{.pointer = "/weights", .key = "flaw.neighbours_weighed", .args = {}}});
    const auto expected = rows(asked(name, plain));
    CHECK(rows(asked(name, weighed, {{"weights", "alike"}})) == expected);
    CHECK(rows(asked(name, alike)) == expected);
  }
}

TEST_CASE("network-structure: three in a triangle and one who hangs on have 4 of 6 ties, 3 of 5 open pairs closed") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\nb,c\nc,a\nc,d\n");
  // Pairs of partners: a 1, b 1, c 3; closed 1, 1, 1.
  CHECK(rows(asked("network-structure", {{"ties", ties}})).starts_with("4,4,0.666666667,,0.6,"));
}

TEST_CASE("network-positions: in a chain of three the middle one stands between the others, and nobody else does") {
  const ScratchFolder folder;
  const Files files{{"ties", folder.file("ties.csv", "from,to\na,b\nb,c\n")},
                    {"actors", folder.file("actors.csv", "actor,group\na,firm\nalone,firm\n")}};
  const auto found = rows(asked("network-positions", files));
  CHECK(found.find("\nalone,0,0,0,0,,0,0,0,,,,\n") != std::string::npos);
  CHECK(found.find("\nb,2,2,2,1,0.5,1,") != std::string::npos);
  CHECK(found.starts_with("a,1,1,1,1,1,0,0,2,0.666666667,,,\n"));
}

TEST_CASE("communities: two triangles with one tie between them are two") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\nb,c\nc,a\nd,e\ne,f\nf,d\nc,d\n");
  // 6 of 7 ties are within; both have half of the ends: 6/7 − 1/2.
  CHECK(rows(asked("communities", {{"ties", ties}})) ==
        "a,1,0.357142857\nb,1,0.357142857\nc,1,0.357142857\nd,2,0.357142857\ne,2,0.357142857\nf,2,0.357142857\n");
}

TEST_CASE("brokerage: a firm to a school to a school makes the first school a gatekeeper") {
  const ScratchFolder folder;
  const Files files{{"ties", folder.file("ties.csv", "from,to\na,b\nb,c\n")},
                    {"actors", folder.file("actors.csv", "actor,group\na,firm\nb,school\nc,school\n")}};
  CHECK(rows(asked("brokerage", files, {{"direction", "directed"}})) ==
        "a,firm,0,0,0,0,0\nb,school,0,0,1,0,0\nc,school,0,0,0,0,0\n");
}

TEST_CASE("distance-density: three workshops 3, 4 and 7 km apart; at 4 km, with 0.5 km of smoothing, 0.302 per km") {
  const ScratchFolder folder;
  const auto sites =
      folder.file("sites.csv", "industry,x,y,jobs\nfilm,0,0,1\nfilm,3000,0,1\nfilm,7000,0,1\nfood,100,100,1\n");
  auto request = asked("distance-density", {{"sites", sites}},
                       {{"industry", "film"}, {"horizon", "8000"}, {"bandwidth", "500"}, {"draws", "0"}});
  const auto finding = run(request);
  REQUIRE(finding);
  const auto near = finding->tables->rows("select density from answer order by abs(distance - 4000) limit 1");
  CHECK(std::get<double>(near.at(0).at(0)) == doctest::Approx(0.302e-3).epsilon(0.01));
  CHECK(finding->account.rows == 512);
}

TEST_CASE(
    "distance-density: bands of draws are the same on one thread and two, and the raster keeps within its bound") {
  const ScratchFolder folder;
  std::string sites = "industry,x,y,jobs\n";
  for (int i = 0; i < 300; ++i)
    sites += std::string{i % 5 == 0 ? "film" : "food"} + "," + std::to_string((i * 7919) % 10007) + "," +
             std::to_string((i * 104729) % 9973) + ",1\n";
  const Files files{{"sites", folder.file("sites.csv", sites)}};
  // Without a bandwidth the industry and each draw are smoothed over one of their own, in both ways.
  const Typed usual{{"industry", "film"}, {"draws", "40"}, {"horizon", "4000"}};
  auto given = usual;
  given["bandwidth"] = "400";
  for (const auto& settings : {usual, given}) {
    CAPTURE(settings.size());
    CHECK(rows(asked("distance-density", files, settings)).size() > 512);
    auto on_raster = settings;
    on_raster["counted"] = "on_a_raster";
    on_raster["crossings"] = "512";
    const auto exact = run(asked("distance-density", files, settings));
    const auto raster = run(asked("distance-density", files, on_raster));
    REQUIRE(exact);
    REQUIRE(raster);
    const auto of = [](const Finding& finding) {
      return finding.tables->rows(
          "select density, mean_of_draws, local_lower, local_upper, global_lower, global_upper, bandwidth, bound from "
          "answer order by distance");
    };
    const auto one = of(*exact);
    const auto other = of(*raster);
    REQUIRE(one.size() == other.size());
    for (std::size_t at = 0; at < one.size(); ++at) {
      for (std::size_t curve = 0; curve < 6; ++curve) {
        CAPTURE(curve);
        CHECK(std::abs(std::get<double>(one[at][curve]) - std::get<double>(other[at][curve])) <=
              std::get<double>(other[at][7]));
      }
      REQUIRE(one[at][6] == other[at][6]);
    }
  }
}

TEST_CASE("distance-density: more crossings make a smaller bound, and too few or too many are refused") {
  const ScratchFolder folder;
  std::string sites = "industry,x,y,jobs\n";
  for (int i = 0; i < 60; ++i)
    sites += "film," + std::to_string((i * 7919) % 10007) + "," + std::to_string((i * 104729) % 9973) + ",1\n";
  const Files files{{"sites", folder.file("sites.csv", sites)}};
  Typed settings{{"industry", "film"}, {"draws", "0"}, {"horizon", "4000"}, {"counted", "on_a_raster"}};
  const auto bound = [&](const std::string& crossings) {
    settings["crossings"] = crossings;
    const auto finding = run(asked("distance-density", files, settings));
    REQUIRE(finding);
    return std::get<double>(finding->tables->rows("select max(bound) from answer").at(0).at(0));
  };
  CHECK(bound("1024") < bound("256"));
  for (const auto* wrong : {"63", "8193", "512.5"}) {
    settings["crossings"] = wrong;
    CHECK_FALSE(Settings::read(analysis::analysis("distance-density")->parameters, settings));
  }
}

TEST_CASE("relative-concentration: the five firms on one road of its page, 0.65 within a metre") {
  const ScratchFolder folder;
  const auto sites = folder.file(
      "sites.csv", "industry,x,y,jobs\nours,0,0,1\nours,1,0,2\nours,100,0,2\nother,0.5,0,6\nother,50,0,2\n");
  const auto finding = run(asked("relative-concentration", {{"sites", sites}},
                                 {{"industry", "ours"}, {"horizon", "1"}, {"step", "1"}, {"draws", "0"}}));
  REQUIRE(finding);
  const auto found = finding->tables->rows("select m from answer where distance = 1");
  CHECK(std::get<double>(found.at(0).at(0)) ==
        doctest::Approx((2.0 / 8 + 1.0 / 7) / (4.0 / 12 + 3.0 / 11)).epsilon(1e-12));
}

TEST_CASE("network-positions: weights count in strength and constraint, and steps stay steps, which is said") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to,weight\na,b,3\nb,c,1\nb,c,2\n");
  const auto found = rows(asked("network-positions", {{"ties", ties}}));
  CHECK(found.starts_with("a,1,1,1,1,1,0,0,2,0.666666667,3,3,3\n"));
  CHECK(found.find("\nb,2,2,2,1,0.5,1,1,2,1,6,6,6\n") != std::string::npos);
  const auto finding = run(asked("network-positions", {{"ties", ties}}));
  REQUIRE(finding);
  CHECK(remark(finding->account, "weighed_but_ways"));
  CHECK(remark(finding->account, "one_tie")->codes == std::vector<std::string>{"b c"});
  const auto alike = rows(asked("network-positions", {{"ties", ties}}, {{"weights", "alike"}}));
  CHECK(alike.starts_with("a,1,1,1,1,1,0,0,2,0.666666667,,,\n"));
}

TEST_CASE("network-positions: a constraint follows the weights, worked by hand") {
  const ScratchFolder folder;
  // b gives 3/4 to a and 1/4 to c, who do not know each other: 9/16 + 1/16.
  const auto ties = folder.file("ties.csv", "from,to,weight\na,b,3\nb,c,1\n");
  CHECK(rows(asked("network-positions", {{"ties", ties}})).find("\nb,2,2,2,1,0.625,") != std::string::npos);
}

TEST_CASE("communities: in a ring of four, the strong ties draw the border, and without weights they do not") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to,weight\na,b,10\nb,c,1\nc,d,10\nd,a,1\n");
  // 20 of 22 are within, both halves have half of the ends: 20/22 − 1/2.
  CHECK(rows(asked("communities", {{"ties", ties}})) ==
        "a,1,0.409090909\nb,1,0.409090909\nc,2,0.409090909\nd,2,0.409090909\n");
  CHECK(rows(asked("communities", {{"ties", ties}}, {{"weights", "alike"}})).find("0.409") == std::string::npos);
}

TEST_CASE("weights are refused where they have no part, or where there are none, and never left out unseen") {
  const ScratchFolder folder;
  const auto weighed = folder.file("weighed.csv", "from,to,weight\na,b,3\nb,c,1\n");
  const auto plain = folder.file("plain.csv", "from,to\na,b\nb,c\n");
  const auto actors = folder.file("actors.csv", "actor,group\na,firm\n");
  for (const auto* name : {"network-structure", "brokerage"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"ties", weighed}, {"actors", actors}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws.at(0) == shape::Flaw{"/weights", "flaw.weights_no_part", {}});
    CHECK(rows(asked(name, {{"ties", weighed}, {"actors", actors}}, {{"weights", "alike"}})) ==
          rows(asked(name, {{"ties", plain}, {"actors", actors}})));
  }
  const auto none = run(asked("communities", {{"ties", plain}}, {{"weights", "weighed"}}));
  REQUIRE_FALSE(none);
  CHECK(none.error().flaws.at(0).key == "flaw.no_weights");
  const auto zero = run(asked("communities", {{"ties", folder.file("zero.csv", "from,to,weight\na,b,0\nb,c,\n")}}));
  REQUIRE_FALSE(zero);
  CHECK(zero.error().flaws.at(0).key == "evidence.out_of_range");
  CHECK(zero.error().flaws.at(1).key == "evidence.empty");
  auto named = asked("communities", {{"ties", plain}});
  named.reading.headers = {{"weight", "strength"}};
  const auto missing = run(named);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().flaws.at(0).key == "evidence.no_column");
}

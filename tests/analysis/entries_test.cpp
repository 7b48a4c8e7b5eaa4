// Each analysis of regions, industries and firms on a table small enough to work by hand.
#include "analysis/answer_rows.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

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

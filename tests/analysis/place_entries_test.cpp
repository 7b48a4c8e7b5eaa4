// Each analysis of areas and sites on a table small enough to work by hand.
#include "analysis/answer_rows.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

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

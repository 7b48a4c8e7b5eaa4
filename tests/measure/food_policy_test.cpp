// A food policy as in Skåne holds farming, food and technology together, "from farm to fork". Who moves where says
// whether they have skills in common; every number by hand.
//
//   from → to      farming  food  technology  chemistry   left
//   farming              ·    30           5          ·     35
//   food                20     ·           ·         10     30
//   technology           5     ·           ·         40     45
//   chemistry            ·    20          30          ·     50
//   came                25    50          35         50    160
#include "measure/boundary.hpp"

#include <doctest/doctest.h>

namespace trivium::measure {
namespace {

constexpr Industry kFarming = 1;
constexpr Industry kFood = 2;
constexpr Industry kTechnology = 3;
constexpr Industry kChemistry = 4;
constexpr double kLine = 0.25;

std::vector<Relatedness> who_moves() {
  const std::vector<Flow> flows{{kFarming, kFood, 30},   {kFarming, kTechnology, 5},   {kFood, kFarming, 20},
                                {kFood, kChemistry, 10}, {kTechnology, kFarming, 5},   {kTechnology, kChemistry, 40},
                                {kChemistry, kFood, 20}, {kChemistry, kTechnology, 30}};
  return skill_relatedness(flows);
}

// Both ways of one pair.
struct ByHand {
  Industry one;
  Industry other;
  double there;
  double back;
};

// (ratio − 1) / (ratio + 1), with ratio = F(i,j) · 160 / (left i · came j).
const std::vector<ByHand> kPairs{
    {kFarming, kFood, 61.0 / 131, 49.0 / 79},           // 4800 : 1750, 3200 : 750
    {kFarming, kTechnology, -17.0 / 81, -13.0 / 77},    // 800 : 1225, 800 : 1125
    {kFood, kChemistry, 1.0 / 31, 7.0 / 57},            // 1600 : 1500, 3200 : 2500
    {kTechnology, kChemistry, 83.0 / 173, 61.0 / 131},  // 6400 : 2250, 4800 : 1750
};

}  // namespace

TEST_CASE("a food policy: fewer move between farming and technology than their size alone would have it") {
  const auto neighbours = both_ways(who_moves());
  REQUIRE(neighbours.size() == kPairs.size());  // between food and technology nobody moved
  for (std::size_t i = 0; i < kPairs.size(); ++i) {
    CAPTURE(i);
    CHECK(neighbours[i].one == kPairs[i].one);
    CHECK(neighbours[i].other == kPairs[i].other);
    CHECK(neighbours[i].related == doctest::Approx((kPairs[i].there + kPairs[i].back) / 2));
  }
}

TEST_CASE("a food policy: what it targets has no skills in common, and chemistry, which would, stands outside") {
  const auto neighbours = both_ways(who_moves());
  const std::vector<Industry> targeted{kFarming, kFood, kTechnology};
  const auto found = targets(neighbours, targeted, kLine);
  REQUIRE(found.unrelated.size() == 2);
  CHECK(found.unrelated[0].one == kFood);
  CHECK(found.unrelated[0].other == kTechnology);
  CHECK_FALSE(found.unrelated[0].related);  // nobody was seen to move
  CHECK(found.unrelated[1].one == kFarming);
  CHECK(found.unrelated[1].other == kTechnology);
  REQUIRE(found.unrelated[1].related);
  CHECK(*found.unrelated[1].related == doctest::Approx((-17.0 / 81 - 13.0 / 77) / 2));  // −.189; farming and food .543
  REQUIRE(found.left_outside.size() == 1);
  CHECK(found.left_outside[0].industry == kChemistry);
  CHECK(found.left_outside[0].through == kTechnology);  // .473, through food only .078
  CHECK(found.left_outside[0].related == doctest::Approx((83.0 / 173 + 61.0 / 131) / 2));

  // Chemistry in place of farming, at a line that passes what little moves between food and chemistry: apart is only
  // what never moved.
  const auto steered = targets(neighbours, std::vector<Industry>{kFood, kTechnology, kChemistry}, 0.05);
  REQUIRE(steered.unrelated.size() == 1);
  CHECK(steered.unrelated[0].one == kFood);
  CHECK(steered.unrelated[0].other == kTechnology);
  REQUIRE(steered.left_outside.size() == 1);
  CHECK(steered.left_outside[0].industry == kFarming);
  CHECK(steered.left_outside[0].through == kFood);
}

}  // namespace trivium::measure

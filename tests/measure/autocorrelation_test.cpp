#include "measure/autocorrelation.hpp"

#include "measure/local_moran.hpp"
#include "measure/made.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace trivium::measure;

namespace {

using Values = std::vector<std::optional<double>>;

const Work kTwo{.threads = 2};

// Areas in a row, each beside the next.
Places row_of(std::uint32_t areas) {
  std::vector<Border> borders;
  for (std::uint32_t area = 0; area + 1 < areas; ++area) borders.push_back({area, area + 1});
  return bordering(areas, borders);
}

// A chessboard's fields, neighbours by their edges.
Places board(std::uint32_t side) {
  std::vector<Border> borders;
  for (std::uint32_t field = 0; field < side * side; ++field) {
    if (field % side + 1 < side) borders.push_back({field, field + 1});
    if (field / side + 1 < side) borders.push_back({field, field + side});
  }
  return bordering(std::size_t{side} * side, borders);
}

Values by_chance(std::size_t areas, Draw draw) {
  Values values;
  for (std::size_t area = 0; area < areas; ++area) values.emplace_back(draw.share());
  return values;
}

struct Areas {
  Values values;
  std::vector<Place> places;
};
Areas areas_of(const shared_files::Table& table) {
  Areas found;
  for (std::size_t row = 0; row < table.size(); ++row) {
    found.values.emplace_back(table.number(row, "value"));
    found.places.push_back({.east = table.number(row, "x"), .north = table.number(row, "y")});
  }
  return found;
}

}  // namespace

TEST_CASE("by hand: 1, 2, 3, 4 in a row are alike by 2/5, and each by what it lies among") {
  // z: −1.5, −0.5, 0.5, 1.5; means of the neighbours: −0.5, −0.5, 0.5, 0.5. So (0.75 + 0.25 + 0.25 + 0.75) / 5.
  const Values values{1, 2, 3, 4};
  const auto found = moran(values, row_of(4), {.count = 99, .seed = {1}}, {});
  REQUIRE(found);
  CHECK(found->i == doctest::Approx(0.4).epsilon(1e-14));
  CHECK(found->expected == doctest::Approx(-1.0 / 3).epsilon(1e-14));
  const auto local = local_moran(values, row_of(4), {.count = 99, .seed = {1}}, {});
  REQUIRE(local.size() == 4);
  CHECK(local[0].i == doctest::Approx(3 * 0.75 / 5).epsilon(1e-14));
  CHECK(local[1].i == doctest::Approx(3 * 0.25 / 5).epsilon(1e-14));
  CHECK(local[1].neighbours == 2);
  CHECK(local[1].among == Among::low_low);
  CHECK(local[3].among == Among::high_high);
}

TEST_CASE("a chessboard is as unlike as can be, −1") {
  Values values;
  for (int field = 0; field < 64; ++field) values.emplace_back((field / 8 + field) % 2);
  const auto found = moran(values, board(8), {.count = 199, .seed = {1}}, {});
  REQUIRE(found);
  CHECK(found->i == doctest::Approx(-1).epsilon(1e-13));
  CHECK(found->chance.as_low == doctest::Approx(1.0 / 200));
  CHECK(found->chance.as_high == 1);
  CHECK(either_side(found->chance) == doctest::Approx(0.01));
}

TEST_CASE("six areas dealt in all 720 ways: mean, deviation and chance are what they should be") {
  const auto neighbours = bordering(6, std::vector<Border>{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {1, 4}});
  const std::uint32_t count = 9'999;
  const auto i_of = [&](const std::vector<double>& order) {
    return moran(Values{order.begin(), order.end()}, neighbours, {.count = 0, .seed = {0}}, {})->i;
  };
  std::vector<double> order{1, 3, 4, 7, 8, 9};
  std::vector<double> all;
  do {
    all.push_back(i_of(order));
  } while (std::ranges::next_permutation(order).found);
  const double mean = std::accumulate(all.begin(), all.end(), 0.0) / 720;
  const double squares = std::inner_product(all.begin(), all.end(), all.begin(), 0.0) / 720;
  std::vector<double> seen{3, 9, 4, 7, 8, 1};
  for (int turn = 0; turn < 6; ++turn) {
    CAPTURE(turn);
    std::ranges::rotate(seen, seen.begin() + 1);
    const auto found = moran(Values{seen.begin(), seen.end()}, neighbours, {.count = count, .seed = {11}}, kTwo);
    REQUIRE(found);
    CHECK(found->expected == doctest::Approx(mean).epsilon(1e-12));
    CHECK(found->deviation == doctest::Approx(std::sqrt(squares - mean * mean)).epsilon(1e-10));
    const auto above = std::ranges::count_if(all, [&](double i) { return i >= found->i - 1e-12; });
    const double high = static_cast<double>(above) / 720;
    CHECK(std::abs(found->chance.as_high - high) < 4 * std::sqrt(high * (1 - high) / count));
  }
}

TEST_CASE("the chance of a single area is that of all ways to deal the others") {
  const auto neighbours = bordering(7, std::vector<Border>{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {1, 4}, {1, 6}});
  const std::vector<double> seen{3, 9, 4, 7, 8, 1, 4};
  const std::uint32_t count = 19'999;
  const auto found = local_moran(Values{seen.begin(), seen.end()}, neighbours, {.count = count, .seed = {12}}, kTwo);
  REQUIRE(found.size() == 7);
  const double mean = std::accumulate(seen.begin(), seen.end(), 0.0) / 7;
  for (const auto& one : found) {
    CAPTURE(one.area);
    std::vector<double> others = seen;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(one.area));
    std::ranges::sort(others);
    const auto many = neighbours.row(one.area).size();
    double sum = 0;
    for (const auto other : neighbours.row(one.area)) sum += seen[other];
    double ways = 0;
    double high = 0;
    double low = 0;
    std::vector<std::size_t> order(6);
    std::iota(order.begin(), order.end(), 0);
    do {
      double drawn = 0;
      for (std::size_t i = 0; i < many; ++i) drawn += others[order[i]];
      const double more = (drawn - sum) * (seen[one.area] - mean);
      ways += 1;
      if (more >= 0) high += 1;
      if (more <= 0) low += 1;
    } while (std::ranges::next_permutation(order).found);
    const auto near = [&](double chance, double share) {
      return std::abs(chance - share) <= 4 * std::sqrt(share * (1 - share) / count) + 2.0 / count;
    };
    CHECK(near(one.chance.as_high, high / ways));
    CHECK(near(one.chance.as_low, low / ways));
  }
}

TEST_CASE("900 areas: esda's statistics to 1e-9, its chances within what draws differ by") {
  const made::Input input{"areas", "s"};
  const auto reference = shared_files::file("data/bench/ref/moran_s.csv");
  const auto local_reference = shared_files::file("data/bench/ref/moran_s_local.csv");
  if (!input || !reference || !local_reference) return;
  const auto areas = areas_of(input.table());
  const auto neighbours = nearest(areas.places, 8);
  const Draws draws{.count = 999, .seed = {2'024}};
  const auto found = moran(areas.values, neighbours, draws, kTwo);
  REQUIRE(found);
  std::map<std::string, double> expected;
  const shared_files::Table table{*reference};
  for (std::size_t row = 0; row < table.size(); ++row) expected[table.text(row, "")] = table.number(row, "value");
  CHECK(found->i == doctest::Approx(expected.at("I")).epsilon(1e-9));
  CHECK(found->expected == doctest::Approx(expected.at("EI")).epsilon(1e-9));
  CHECK(found->deviation == doctest::Approx(std::sqrt(expected.at("VI_rand"))).epsilon(1e-9));
  CHECK(found->chance.as_high == doctest::Approx(expected.at("p_sim")));

  const auto local = local_moran(areas.values, neighbours, draws, kTwo);
  const shared_files::Table single{*local_reference};
  REQUIRE(local.size() == 900);
  REQUIRE(single.size() == 900);
  double worst = 0;
  double off = 0;  // of the chances, in standard deviations of the difference of two runs of 999 draws
  double together = 0;
  int other_quarter = 0;
  const std::map<int, Among> quarters{
      {1, Among::high_high}, {2, Among::low_high}, {3, Among::low_low}, {4, Among::high_low}};
  for (std::size_t row = 0; row < single.size(); ++row) {
    const double theirs = single.number(row, "p_sim");  // of the likelier side
    const auto& one = local[row];
    const double ours = std::min(one.chance.as_high, one.chance.as_low);
    worst = std::max(worst, std::abs(one.i - single.number(row, "Is")));
    off = std::max(off, std::abs(ours - theirs) / std::sqrt(2 * std::max(theirs, 0.002) * (1 - theirs) / 999));
    together += (ours - theirs) / 900;
    if (quarters.at(static_cast<int>(single.number(row, "q"))) != one.among) ++other_quarter;
  }
  CHECK(worst < 1e-9);
  CHECK(other_quarter == 0);
  CHECK(off < 5);
  CHECK(std::abs(together) < 0.005);
}

// 600 maps by chance: p ≤ 0.05 should come up in 5 %, give or take 0.9 points.
TEST_CASE("where there is only chance, one map in twenty looks as if there were more") {
  const Seed seed{20'261'124};
  MESSAGE("seed " << seed.value);
  const auto neighbours = board(7);
  int found = 0;
  int cells = 0;
  int cells_found = 0;
  for (std::uint64_t trial = 0; trial < 600; ++trial) {
    const auto values = by_chance(49, {seed, trial});
    const Draws draws{.count = 199, .seed = {seed.value + 1 + trial}};
    if (either_side(moran(values, neighbours, draws, {})->chance) <= 0.05) ++found;
    for (const auto& one : local_moran(values, neighbours, draws, {})) {
      ++cells;
      if (either_side(one.chance) <= 0.05) ++cells_found;
    }
  }
  CHECK(std::abs(found / 600.0 - 0.05) < 4 * 0.0089);
  CHECK(cells == 600 * 49);
  CHECK(std::abs(cells_found / static_cast<double>(cells) - 0.05) < 0.005);
}

TEST_CASE("areas without a value or a neighbour are left out; where all are alike there is no number") {
  // The fifth has no value, so the sixth has no neighbour; the seventh never had one.
  Values values{1, 2, 3, 4, std::nullopt, 100, 50};
  std::vector<Border> borders{{0, 1}, {1, 2}, {2, 3}, {4, 5}, {5, 4}, {6, 6}};
  const auto neighbours = bordering(7, borders);
  const auto found = moran(values, neighbours, {.count = 9, .seed = {1}}, {});
  REQUIRE(found);
  CHECK(found->areas == 4);
  CHECK(found->i == doctest::Approx(0.4));
  CHECK(local_moran(values, neighbours, {.count = 9, .seed = {1}}, {}).size() == 4);
  const Values alike(7, 3.0);
  CHECK(!moran(alike, neighbours, {.count = 9, .seed = {1}}, {}));
  CHECK(local_moran(alike, neighbours, {.count = 9, .seed = {1}}, {}).empty());
  CHECK(!moran(Values{1, 2, 3}, row_of(3), {.count = 9, .seed = {1}}, {}));
  CHECK(!moran(Values{}, Places{}, {.count = 9, .seed = {1}}, {}));
}

TEST_CASE("whoever has only neighbours that are left out is left out too") {
  // Each looks at the next, the third has no value: first the second falls out, then the first.
  const Places next{.from = {0, 1, 2, 3, 4, 5}, .places = {1, 2, 3, 4, 3}};
  const auto left = settled(Values{1, 2, std::nullopt, 4, 5}, next);
  CHECK(left.areas == std::vector<std::size_t>{3, 4});
  CHECK(left.neighbours.places == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("an area that lies exactly in the middle says nothing about its neighbours") {
  const auto local = local_moran(Values{1, 2, 3, 0, 4}, row_of(5), {.count = 99, .seed = {1}}, {});
  REQUIRE(local.size() == 5);
  CHECK(local[1].i == 0);
  CHECK(local[1].chance.as_high == 1);
  CHECK(local[1].chance.as_low == 1);
}

TEST_CASE("the same to the last bit on any number of threads, and for any unit") {
  CHECK(rc::check("threads and units", [] {
    const auto side = *rc::gen::inRange<std::uint32_t>(2, 15);
    const auto place = *rc::gen::inRange<std::uint64_t>(0, 1'000'000);
    const auto neighbours = board(side);
    const auto values = by_chance(std::size_t{side} * side, {Seed{5}, place});
    Values other;
    for (const auto& value : values) other.emplace_back(3 * *value - 1'000);
    const Draws draws{.count = 300, .seed = {place}};
    const auto one = moran(values, neighbours, draws, {.threads = 1});
    const auto three = moran(values, neighbours, draws, {.threads = 3});
    const auto unit = moran(other, neighbours, draws, {});
    RC_ASSERT(one->i == three->i);
    RC_ASSERT(one->chance.as_high == three->chance.as_high);
    RC_ASSERT(one->chance.as_low == three->chance.as_low);
    RC_ASSERT(std::abs(one->i - unit->i) < 1e-9);
    const auto local = local_moran(values, neighbours, draws, {.threads = 1});
    const auto again = local_moran(values, neighbours, draws, {.threads = 3});
    double sum = 0;
    for (std::size_t i = 0; i < local.size(); ++i) {
      RC_ASSERT(local[i].i == again[i].i);
      RC_ASSERT(local[i].chance.as_high == again[i].chance.as_high);
      sum += local[i].i;
    }
    RC_ASSERT(std::abs(sum - one->i * (static_cast<double>(local.size()) - 1)) < 1e-9);
  }));
}

TEST_CASE("the nearest are the nearest, first come first where equally far") {
  CHECK(rc::check("against looking at everybody", [] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 120);
    const auto many = *rc::gen::inRange<std::size_t>(0, 10);
    std::vector<Place> places;
    for (std::size_t i = 0; i < count; ++i)
      places.push_back({static_cast<double>(*rc::gen::inRange(0, 30)), static_cast<double>(*rc::gen::inRange(0, 9))});
    const auto found = nearest(places, many);
    RC_ASSERT(found.rows() == count);
    for (std::uint32_t one = 0; one < count; ++one) {
      std::vector<std::pair<double, std::uint32_t>> all;
      for (std::uint32_t other = 0; other < count; ++other) {
        const double east = places[other].east - places[one].east;
        const double north = places[other].north - places[one].north;
        if (other != one) all.emplace_back(east * east + north * north, other);
      }
      std::ranges::sort(all);
      all.resize(std::min(all.size(), many));
      RC_ASSERT(found.row(one).size() == all.size());
      for (std::size_t i = 0; i < all.size(); ++i) RC_ASSERT(found.row(one)[i] == all[i].second);
    }
  }));
}

TEST_CASE("permutations that are stopped say so") {
  std::stop_source wanted;
  wanted.request_stop();
  const auto values = by_chance(100, {Seed{1}, 0});
  CHECK_THROWS_AS(moran(values, board(10), {.count = 99, .seed = {1}}, {.stop = wanted.get_token()}), Cancelled);
}

TEST_CASE("borders as they are given go one way; mutual ones both, given once or twice") {
  const std::vector<Border> borders{{0, 1}, {1, 2}, {2, 1}, {1, 1}};
  const auto given = bordering(3, borders, Sides::as_given);
  CHECK(given.from == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(given.places == std::vector<std::uint32_t>{1, 2, 1});
  CHECK(bordering(3, borders).places == std::vector<std::uint32_t>{1, 0, 2, 1});
}

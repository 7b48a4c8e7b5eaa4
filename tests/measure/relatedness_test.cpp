#include "measure/relatedness.hpp"

#include "measure/boundary.hpp"
#include "measure/random.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <map>

using namespace trivium::measure;

namespace {

Industry code(const shared_files::Table& table, std::size_t row, const std::string& column) {
  return static_cast<Industry>(table.number(row, column));
}

std::vector<Flow> flows_of(const std::filesystem::path& path) {
  const shared_files::Table table{path};
  std::vector<Flow> flows;
  for (std::size_t row = 0; row < table.size(); ++row)
    flows.push_back({code(table, row, "StartIndst"), code(table, row, "FinalIndst"),
                     static_cast<std::uint64_t>(table.number(row, "Counts"))});
  return flows;
}

std::vector<Flow> any_flows() {
  const auto cells = *rc::gen::container<std::vector<unsigned>>(36, rc::gen::inRange(0U, 40U));
  std::vector<Flow> flows;
  for (std::size_t cell = 0; cell < cells.size(); ++cell)
    flows.push_back({static_cast<Industry>(cell / 6), static_cast<Industry>(cell % 6), cells[cell]});
  return flows;
}

}  // namespace

TEST_CASE("by hand: three industries, one pair twice as often as size alone suggests") {
  // From 0: 6 to 1, 2 to 2; from 1: 4 to 0; from 2: 4 to 0. All 16, 8 left 0, 6 came to 1: 6·16/(8·6) = 2.
  const std::vector<Flow> flows{{0, 1, 6}, {0, 2, 2}, {1, 0, 4}, {2, 0, 4}, {1, 1, 100}};
  const auto found = skill_relatedness(flows);
  REQUIRE(found.size() == 4);
  CHECK(found[0].ratio == doctest::Approx(2));
  CHECK(found[0].related == doctest::Approx(1.0 / 3));
  CHECK(found[2].ratio == doctest::Approx(4.0 * 16 / (4 * 8)));
  const auto pairs = both_ways(found);
  REQUIRE(pairs.size() == 2);  // 1 and 2 never exchanged anybody
  CHECK(pairs[0].one == 0);
  CHECK(pairs[0].there == 6);
  CHECK(pairs[0].back == 4);
  CHECK(pairs[0].related == doctest::Approx(1.0 / 3));
}

TEST_CASE("a way nobody took counts as the least there is, unless another count is assumed") {
  const std::vector<Flow> flows{{0, 1, 5}, {1, 2, 5}, {2, 1, 5}};
  const auto pairs = both_ways(skill_relatedness(flows));
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].back == 0);
  CHECK(pairs[0].related < 0);
  const auto assumed = skill_relatedness(flows, {.unseen = 10});
  REQUIRE(assumed.size() == 4);
  CHECK(assumed[1].from == 1);
  CHECK(assumed[1].count == 10);
}

TEST_CASE("4,341 published weights of the United Kingdom 2009–2018 are reproduced to 1e-12") {
  NEEDS_SHARED_FILES(folder);
  const auto flows = flows_of(folder / "04-flows/uk_labour_flows_2009_2018_raw.csv");
  std::map<std::pair<Industry, Industry>, double> weights;
  for (const auto& one : skill_relatedness(flows, {.within = Within::counted, .unseen = 10}))
    weights[{one.from, one.to}] = one.related;
  const shared_files::Table expected{folder / "04-flows/uk_skill_relatedness_flows_2009_2018.csv.gz"};
  std::size_t compared = 0;
  double worst = 0;
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto from = code(expected, row, "StartIndst");
    const auto to = code(expected, row, "FinalIndst");
    const double weight = expected.number(row, "weight");
    if (from == 0 && to == 0) continue;  // the bookkeeping row
    worst = std::max(worst, std::abs(weight - (from == to ? 1 : weights.at({from, to}))));
    ++compared;
  }
  CHECK(compared == 4'341);
  CHECK(worst < 1e-12);
}

TEST_CASE("connections count both ways together, and those who stayed once") {
  const std::vector<Flow> flows{{0, 1, 6}, {1, 0, 4}, {2, 0, 3}, {1, 1, 7}};
  const auto both = connections(flows);
  REQUIRE(both.size() == 5);
  CHECK(both[0].count == 10);
  CHECK(both[2].count == 10);  // 1 → 0
  CHECK(both[3].count == 7);
  const auto found = skill_relatedness(both);
  for (const auto& one : found) {
    for (const auto& other : found) {
      if (one.from == other.to && one.to == other.from) CHECK(one.related == other.related);
    }
  }
}

TEST_CASE("neither other names for industries nor ten times the people change what is related") {
  CHECK(rc::check("invariance", [] {
    const auto flows = any_flows();
    std::vector<Flow> other;
    for (const auto& flow : flows) other.push_back({5 - flow.from, 5 - flow.to, flow.count * 10});
    const auto one = both_ways(skill_relatedness(flows));
    std::map<std::pair<Industry, Industry>, double> again;
    for (const auto& pair : both_ways(skill_relatedness(other))) again[{5 - pair.other, 5 - pair.one}] = pair.related;
    RC_ASSERT(one.size() == again.size());
    for (const auto& pair : one) {
      RC_ASSERT(std::abs(again.at({pair.one, pair.other}) - pair.related) < 1e-12);
      RC_ASSERT((pair.related >= -1 && pair.related < 1));
    }
  }));
}

TEST_CASE("counts beyond 32 bits keep their ratios") {
  const std::uint64_t many = 5'000'000'000;
  const std::vector<Flow> flows{{0, 1, 3 * many}, {0, 2, many}, {1, 0, many}, {2, 0, many}, {0, 1, 3 * many}};
  const auto found = skill_relatedness(flows);
  CHECK(found[0].count == 6 * many);
  CHECK(found[0].ratio == doctest::Approx(6.0 * 9 / (7 * 6)));
}

TEST_CASE("nobody moved: nothing is related, and nothing is zero") {
  CHECK(skill_relatedness({}).empty());
  CHECK(skill_relatedness(std::vector<Flow>{{0, 1, 0}}).empty());
  CHECK(both_ways({}).empty());
}

TEST_CASE("the boundary is who is close to the core, through whom, and how it moved") {
  const std::vector<Neighbours> neighbours{
      {1, 2, 9, 9, 0.6}, {1, 3, 9, 9, 0.3}, {2, 3, 9, 9, 0.5}, {3, 4, 9, 9, 0.9}, {1, 5, 9, 9, 0.2}};
  const auto now = functional_boundary(neighbours, std::vector<Industry>{1, 2}, 0.25);
  REQUIRE(now.size() == 1);
  CHECK(now[0].industry == 3);
  CHECK(now[0].through == 2);
  CHECK(now[0].related == 0.5);
  const auto wider = functional_boundary(neighbours, std::vector<Industry>{1, 2}, 0.2);
  const auto moving = moved(now, wider);
  CHECK(moving.joined == std::vector<Industry>{5});
  CHECK(moving.left.empty());
  CHECK(moving.stayed == std::vector<Industry>{3});
}

TEST_CASE("targeted industries that have nothing in common are named, and so are close neighbours nobody targets") {
  const std::vector<Neighbours> neighbours{{1, 2, 9, 9, 0.6}, {1, 3, 9, 9, -0.4}, {2, 4, 9, 9, 0.5}};
  const auto found = targets(neighbours, std::vector<Industry>{1, 2, 3}, 0.25);
  REQUIRE(found.unrelated.size() == 2);
  CHECK(!found.unrelated[0].related);  // 2 and 3 never exchanged anybody
  CHECK(found.unrelated[0].one == 2);
  CHECK(*found.unrelated[1].related == -0.4);
  REQUIRE(found.left_outside.size() == 1);
  CHECK(found.left_outside[0].industry == 4);
}

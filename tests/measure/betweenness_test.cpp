#include "measure/betweenness.hpp"

#include "measure/closeness.hpp"

#include "network_files.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

using namespace trivium::measure;
using network_files::by_chance;
using network_files::printing_cluster;

namespace {

doctest::Approx close_to(double value) { return doctest::Approx{value}.epsilon(1e-12); }

// From one node: how far all are, and over how many shortest ways. Plain breadth-first search.
struct Ways {
  std::vector<int> distance;
  std::vector<double> count;
};
Ways ways_from(const Network& network, Node start) {
  Ways ways{std::vector<int>(network.nodes(), -1), std::vector<double>(network.nodes(), 0)};
  std::vector<Node> queue{start};
  ways.distance[start] = 0;
  ways.count[start] = 1;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const Node to : network.out(queue[i])) {
      if (ways.distance[to] < 0) {
        ways.distance[to] = ways.distance[queue[i]] + 1;
        queue.push_back(to);
      }
      if (ways.distance[to] == ways.distance[queue[i]] + 1) ways.count[to] += ways.count[queue[i]];
    }
  }
  return ways;
}

// The definitions, word for word.
std::vector<double> betweenness_by_pairs(const Network& network) {
  std::vector<Ways> from;
  for (Node node = 0; node < network.nodes(); ++node) from.push_back(ways_from(network, node));
  std::vector<double> made(network.nodes(), 0);
  for (std::size_t v = 0; v < made.size(); ++v) {
    for (std::size_t s = 0; s < made.size(); ++s) {
      for (std::size_t t = 0; t < made.size(); ++t) {
        if (s == t || s == v || t == v || from[s].distance[t] < 0) continue;
        if (from[s].distance[v] < 0 || from[v].distance[t] < 0) continue;
        if (from[s].distance[v] + from[v].distance[t] != from[s].distance[t]) continue;
        made[v] += from[s].count[v] * from[v].count[t] / from[s].count[t];
      }
    }
    if (network.direction() == Direction::undirected) made[v] /= 2;
  }
  return made;
}

Network path(std::size_t nodes) {
  std::vector<Tie> ties;
  for (Node i = 1; i < nodes; ++i) ties.push_back({i - 1, i});
  return {Direction::undirected, nodes, ties};
}

void ends_within_a_second(const std::function<void(const Work&)>& run) {
  std::stop_source wanted;
  std::chrono::steady_clock::time_point asked;
  const std::jthread stopper{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    asked = std::chrono::steady_clock::now();
    wanted.request_stop();
  }};
  CHECK_THROWS_AS(run({.threads = 2, .stop = wanted.get_token()}), Cancelled);
  CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds{1});
}

}  // namespace

TEST_CASE("the printing cluster of 2012 has the betweenness that igraph gives") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table answers{folder / "09-worked-examples/reference_igraph_hu_printing_2012.csv"};
  const auto network = printing_cluster(folder);
  const auto directed = betweenness(network);
  const auto both = betweenness(undirected(network));
  for (std::size_t i = 0; i < network.nodes(); ++i) {
    CHECK(directed[i].betweenness == close_to(answers.number(i, "betweenness_directed")));
    CHECK(both[i].betweenness == close_to(answers.number(i, "betweenness_undirected")));
  }
}

TEST_CASE("the printing cluster of 2012 has the closeness that igraph 0.10 gives") {
  NEEDS_SHARED_FILES(folder);
  const auto network = printing_cluster(folder);
  const auto out = closeness(network, Along::out);
  const auto in = closeness(network, Along::in);
  CHECK(out[0].closeness.value() == close_to(0.5813953488372093));
  CHECK(out[1].closeness.value() == close_to(0.5555555555555556));
  CHECK(in[0].closeness.value() == close_to(0.4897959183673469));
  CHECK(in[3].closeness.value() == close_to(0.6));
  CHECK(out[23].reached == 0);  // P25 asks nobody
  CHECK(!out[23].closeness.has_value());
}

TEST_CASE("by hand: in a path of five the middle stands between four pairs and is one and a half steps away") {
  const auto between = betweenness(path(5));
  const std::vector<double> expected{0, 3, 4, 3, 0};
  const auto near = closeness(path(5));
  for (std::size_t i = 0; i < 5; ++i) CHECK(between[i].betweenness == expected[i]);
  CHECK(between[2].share.value() == close_to(4.0 / 6));
  CHECK(near[2].closeness.value() == close_to(1 / 1.5));
  CHECK(near[0].closeness.value() == close_to(1 / 2.5));
  CHECK(near[0].reached == 4);
}

TEST_CASE("two shortest ways share a pair") {
  const std::vector<Tie> square{{0, 1}, {1, 2}, {2, 3}, {3, 0}};
  for (const auto& one : betweenness({Direction::undirected, 4, square})) CHECK(one.betweenness == 0.5);
}

TEST_CASE("betweenness and closeness are those of the definition, pair by pair, for many networks") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Draw draw{Seed{seed}, 1};
    const auto direction = seed % 2 == 0 ? Direction::directed : Direction::undirected;
    const auto network = by_chance(Seed{seed}, direction, {1 + draw.below(40), draw.below(120)});
    const auto expected = betweenness_by_pairs(network);
    const auto between = betweenness(network);
    const auto near = closeness(network);
    for (Node i = 0; i < network.nodes(); ++i) {
      CHECK(between[i].betweenness == doctest::Approx{expected[i]}.epsilon(1e-12).scale(1));
      const auto ways = ways_from(network, i);
      std::size_t reached = 0;
      int steps = 0;
      for (const int distance : ways.distance) {
        reached += distance > 0 ? 1 : 0;
        steps += std::max(distance, 0);
      }
      CHECK(near[i].reached == reached);
      CHECK(near[i].closeness.has_value() == (reached > 0));
      if (reached > 0) CHECK(*near[i].closeness == close_to(static_cast<double>(reached) / steps));
    }
  }
}

TEST_CASE("all that stands between adds up to the steps in between: the sum of distances less one, over all pairs") {
  const auto network = by_chance(Seed{11}, Direction::directed, {1'200, 5'000});
  double between = 0;
  for (const auto& one : betweenness(network, {.threads = 2})) between += one.betweenness;
  double steps = 0;
  for (const auto& one : closeness(network, Along::out, {.threads = 2})) {
    if (one.closeness) steps += static_cast<double>(one.reached) / *one.closeness - static_cast<double>(one.reached);
  }
  CHECK(between == doctest::Approx{steps}.epsilon(1e-10));
}

TEST_CASE("steps to a node in a network are steps from it in the network turned around") {
  const auto network = by_chance(Seed{12}, Direction::directed, {700, 1'500});
  auto turned = ties(network);
  for (auto& tie : turned) std::swap(tie.from, tie.to);
  const auto in = closeness(network, Along::in);
  const auto out = closeness({Direction::directed, 700, turned}, Along::out);
  for (std::size_t i = 0; i < in.size(); ++i) {
    CHECK(in[i].reached == out[i].reached);
    CHECK(in[i].closeness == out[i].closeness);
  }
}

TEST_CASE("the numbers are the same to the last bit, whatever the threads") {
  const auto network = by_chance(Seed{13}, Direction::undirected, {1'500, 6'000});
  const auto alone = betweenness(network);
  const auto near = closeness(network);
  for (const unsigned threads : {2U, 5U}) {
    const auto together = betweenness(network, {.threads = threads});
    const auto near_together = closeness(network, Along::out, {.threads = threads});
    for (std::size_t i = 0; i < alone.size(); ++i) {
      CHECK(std::memcmp(&alone[i].betweenness, &together[i].betweenness, sizeof(double)) == 0);
      CHECK(near[i].closeness == near_together[i].closeness);
    }
  }
}

TEST_CASE("both are stopped within a second, and say how far they are until then") {
  const auto large = by_chance(Seed{14}, Direction::undirected, {20'000, 100'000});
  ends_within_a_second([&](const Work& work) { betweenness(large, work); });
  ends_within_a_second([&](const Work& work) { closeness(large, Along::out, work); });
  std::size_t last = 0;
  Work work;
  work.progress = [&](std::size_t done, std::size_t of) { last = done == of ? done : last; };
  betweenness(path(300), work);
  CHECK(last == 3);
}

TEST_CASE("more shortest ways than can be counted are refused, and 10³⁰⁰ of them are counted") {
  const auto forks = [](Node count) {
    std::vector<Tie> ties;
    for (Node i = 0; i < 3 * count; i += 3) {
      for (const Node side : {i + 1, i + 2}) {
        ties.push_back({i, side});
        ties.push_back({side, i + 3});
      }
    }
    return Network{Direction::directed, 3 * std::size_t{count} + 1, ties};
  };
  CHECK_THROWS_AS(betweenness(forks(1'030), {.threads = 2}), std::range_error);
  // Half of all from before and beside it to beyond it: 3 · 500 + 1 before, 3 · 496 after, and the fork's own two ends.
  const auto many = betweenness(forks(997), {.threads = 2});
  CHECK(many[1'501].betweenness == close_to((3 * 500 + 1) * (3 * 496 + 1) / 2.0));
}

TEST_CASE("nobody between nobody") {
  CHECK(betweenness({Direction::directed, 0, {}}).empty());
  CHECK(closeness({Direction::directed, 0, {}}).empty());
  const auto two = betweenness(path(2));
  CHECK(two[0].betweenness == 0);
  CHECK(!two[0].share.has_value());
  CHECK(!closeness({Direction::undirected, 2, {}})[0].closeness.has_value());
}

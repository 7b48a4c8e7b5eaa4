// A blockage is a mechanism and a cause. Whoever names both is asked something, save where neither the framework nor
// what it draws from says anything: those pairs are named here and in rules.yaml.
#include "guidance/shipped.hpp"

#include <doctest/doctest.h>

#include <set>

namespace trivium::guidance {
namespace {

using Pair = std::pair<std::string, std::string>;

// The blockages a table asks about in which one problem has this mechanism and cause, and nothing else is said but
// where the lever is: with the city.
std::vector<std::string> blockages(const Pair& pair) {
  const nlohmann::json row{
      {"text", "x"}, {"mechanisms", {pair.first}}, {"cause", pair.second}, {"scale", "city"}, {"weight", 3}};
  const Answers answers{{"A_sum", {.standing = "answered", .says = true, .facets = {{"demands", {row}}}}}};
  std::vector<std::string> found;
  for (const auto* rule : shipped_guidance().that_hold(answers)) {
    if (rule->kind == "blockage") found.push_back(rule->id);
  }
  return found;
}

}  // namespace

TEST_CASE("of the 27 pairs of mechanism and cause each asks something, but the two that are named as left out") {
  const std::set<Pair> left_out{{"sharing", "too_many_players"}, {"sharing", "mindsets"}};
  std::set<Pair> silent;
  std::size_t pairs = 0;
  for (const auto& mechanism : framework::shipped().list("mechanism")->codes) {
    for (const auto& cause : framework::shipped().list("cause")->codes) {
      ++pairs;
      if (blockages({mechanism, cause}).empty()) silent.insert({mechanism, cause});
    }
  }
  CHECK(pairs == 27);
  CHECK(silent == left_out);
}

TEST_CASE("no two pairs of mechanism and cause are asked the same alone") {
  std::map<std::vector<std::string>, Pair> asked;
  for (const auto& mechanism : framework::shipped().list("mechanism")->codes) {
    for (const auto& cause : framework::shipped().list("cause")->codes) {
      const auto found = blockages({mechanism, cause});
      if (found.empty()) continue;
      CAPTURE(mechanism);
      CAPTURE(cause);
      CHECK(asked.emplace(found, Pair{mechanism, cause}).second);
    }
  }
}

}  // namespace trivium::guidance

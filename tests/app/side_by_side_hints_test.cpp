// What is said of tables whose columns stand side by side, of files as they are met.
#include "app/side_by_side_hints.hpp"

#include "analysis/catalogue.hpp"
#include "evidence/header.hpp"

#include "app/house_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace trivium;

namespace {

bool says(const std::vector<std::string>& hints, std::string_view said) {
  return std::ranges::any_of(hints, [&](const std::string& hint) { return hint.contains(said); });
}

// Of the measure's first table, which begins so.
std::vector<std::string> hints(std::string_view measure, std::string_view content,
                               const analysis::Reading& reading = {}) {
  const auto* analysis = analysis::analysis(measure);
  REQUIRE(analysis != nullptr);
  const auto& input = analysis->inputs.front();
  const auto found = evidence::header(analysis::described(input, reading), content);
  REQUIRE_FALSE(found);
  return app::side_by_side_hints(*analysis, {.input = std::string{input.name}, .flaws = found.error()}, {},
                                 house_words(), "en");
}

}  // namespace

TEST_CASE(
    "a matrix of ties is told to be read side by side, and what its first column is called where it has no name") {
  const auto unnamed = hints("network-structure", ";P1;P2;P3\nP1;0;1;1\nP2;1;0;0\nP3;1;0;0\n");
  CHECK(says(unnamed, "--side-by-side to=weight"));
  CHECK(says(unnamed, "--column from="));
  const auto named = hints("network-structure", "Centre;P1;P2;P3\nP1;0;1;1\n");
  CHECK(says(named, "--side-by-side to=weight"));
  CHECK_FALSE(says(named, "--column from="));
}

TEST_CASE("once the first column of a matrix was told, the others are still said to stand side by side") {
  analysis::Reading reading;
  reading.headers = {{"from", ""}};
  const auto met = hints("network-structure", ";P1;P2;P3;P4\nP1;0;1;1;0\n", reading);
  CHECK(says(met, "--side-by-side to=weight"));
  CHECK_FALSE(says(met, "--column from="));
}

TEST_CASE("a list of ties under other names is no matrix") {
  CHECK(hints("network-structure", "source,target\nP1,P2\n").empty());
  CHECK(hints("network-structure", "source,target,weight,year,kind\nP1,P2,1,2020,a\n").empty());
}

TEST_CASE("regions side by side without a name for the industries' column are told both") {
  const auto met = hints("location-quotient", ";Bizkaia;Gipuzkoa;Araba\n0111;1;2;3\n");
  CHECK(says(met, "--side-by-side"));
  CHECK(says(met, "--column industry="));
}

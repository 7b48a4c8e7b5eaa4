// Things of a picture in few words, and what was worked out by hand held against what is found.
#pragma once

#include "fit/chains.hpp"
#include "fit/help.hpp"
#include "fit/middle.hpp"
#include "fit/profile.hpp"
#include "fit/sides.hpp"

#include <doctest/doctest.h>

namespace trivium::fit {

inline Demand demand(const char* id, double weight, std::vector<Mechanism> mechanisms) {
  return {.id = id,
          .task = "A_sum",
          .text = id,
          .weight = weight,
          .mechanisms = std::move(mechanisms),
          .scale = {},
          .unmet_actors = {}};
}
inline Instrument instrument(const char* id, std::optional<double> resource, std::vector<Mechanism> mechanisms) {
  return {.id = id, .task = "B4", .text = id, .resource = resource, .mechanisms = std::move(mechanisms)};
}
inline Practice practice(const char* id, std::optional<double> effort, std::vector<Mechanism> mechanisms) {
  return {.id = id, .task = "C8", .text = id, .effort = effort, .mechanisms = std::move(mechanisms)};
}

inline void check(const std::optional<Interval>& interval, double least, double most) {
  REQUIRE(interval);
  CHECK(interval->least == doctest::Approx(least));
  CHECK(interval->most == doctest::Approx(most));
}

struct Expected {
  BreakKind kind;
  Control control;
  double weight;
  std::optional<std::size_t> demand;
  std::optional<std::size_t> instrument;
  std::optional<std::size_t> practice;
};

inline void check(const std::vector<Break>& found, const std::vector<Expected>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(shape::name_of(found[i].kind) == shape::name_of(expected[i].kind));
    CHECK(shape::name_of(found[i].control) == shape::name_of(expected[i].control));
    CHECK(found[i].weight == doctest::Approx(expected[i].weight));
    CHECK(found[i].demand == expected[i].demand);
    CHECK(found[i].instrument == expected[i].instrument);
    CHECK(found[i].practice == expected[i].practice);
  }
}

inline void check(const std::vector<Change>& found, const std::vector<Change>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(shape::name_of(found[i].kind) == shape::name_of(expected[i].kind));
    CHECK(found[i].gain == doctest::Approx(expected[i].gain));
    CHECK(shape::name_of(found[i].control) == shape::name_of(expected[i].control));
    CHECK(found[i].demand == expected[i].demand);
    CHECK(found[i].instrument == expected[i].instrument);
    CHECK(found[i].practice == expected[i].practice);
  }
}

// What a lean speaks for, and how many it leaves aside.
struct Speaks {
  double share = 1;
  int unsized = 0;
  bool by_count = false;
};

inline void check(const Lean& lean, double sharing, double matching, double learning, const Speaks& speaks = {}) {
  CHECK(lean.placed);
  CHECK(lean.by_count == speaks.by_count);
  CHECK(lean.share == doctest::Approx(speaks.share));
  CHECK(lean.unsized == speaks.unsized);
  CHECK(lean.sharing == doctest::Approx(sharing));
  CHECK(lean.matching == doctest::Approx(matching));
  CHECK(lean.learning == doctest::Approx(learning));
}

inline void check(const std::vector<Chain>& found, const std::vector<Chain>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i].demand == expected[i].demand);
    CHECK(found[i].strength == expected[i].strength);
    CHECK(shape::name_of(found[i].standing) == shape::name_of(expected[i].standing));
    CHECK(found[i].instrument == expected[i].instrument);
    CHECK(found[i].practice == expected[i].practice);
  }
}

inline void check(const Middle& found, const Middle& expected) {
  CHECK(found.answered == expected.answered);
  CHECK(found.grounds == expected.grounds);
  CHECK(found.ground_unsaid == expected.ground_unsaid);
  CHECK(found.not_known == expected.not_known);
  CHECK(found.gained == expected.gained);
  CHECK(found.not_gained == expected.not_gained);
  CHECK(found.combined == expected.combined);
  CHECK(found.missing == expected.missing);
  CHECK(found.of_one_kind == expected.of_one_kind);
  CHECK(found.demands == expected.demands);
  CHECK(found.carried == expected.carried);
  CHECK(found.introductions == expected.introductions);
  CHECK(found.introductions_that_went_on == expected.introductions_that_went_on);
}

inline constexpr std::nullopt_t none = std::nullopt;

}  // namespace trivium::fit

// What the laws of fit/ have in common: many pictures made by chance, and when two numbers or findings are the same.
#pragma once

#include "fit/any_picture.hpp"
#include "fit/chains.hpp"
#include "fit/help.hpp"
#include "fit/profile.hpp"
#include "fit/sides.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace trivium::fit {

inline constexpr unsigned kCases = 10'000;
inline constexpr double kNear = 1e-9;

// The seed is printed where a law does not hold.
inline void on_many(const std::function<void(by_chance::Chance&)>& law, unsigned cases = kCases) {
  for (unsigned seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    law(chance);
  }
}

inline constexpr std::array kSides{&Sides::a_b, &Sides::b_c, &Sides::a_c};

inline double carried(const Picture& picture) {
  double all = 0;
  double sum = 0;
  for (const auto& demand : picture.demands) all += demand.weight;
  for (const auto& chain : chains(picture)) sum += picture.demands[chain.demand].weight / all * chain.strength;
  return sum;
}

inline bool close(const std::optional<Interval>& one, const std::optional<Interval>& other) {
  if (one.has_value() != other.has_value()) return false;
  return !one || (std::abs(one->least - other->least) < kNear && std::abs(one->most - other->most) < kNear);
}

inline bool close(const Sides& one, const Sides& other) {
  for (const auto side : kSides) {
    if (!close((one.*side).reach, (other.*side).reach)) return false;
    if (!close((one.*side).proportion, (other.*side).proportion)) return false;
    if ((one.*side).why_no_reach != (other.*side).why_no_reach) return false;
    if ((one.*side).why_no_proportion != (other.*side).why_no_proportion) return false;
  }
  return true;
}

inline bool close(const Lean& one, const Lean& other) {
  return one.placed == other.placed && one.by_count == other.by_count &&
         std::abs(one.sharing - other.sharing) < kNear && std::abs(one.matching - other.matching) < kNear &&
         std::abs(one.learning - other.learning) < kNear;
}

inline bool same(const Break& one, const Break& other) {
  return one.kind == other.kind && one.control == other.control && std::abs(one.weight - other.weight) < kNear &&
         one.demand == other.demand && one.instrument == other.instrument && one.practice == other.practice;
}

inline bool same(const Change& one, const Change& other) {
  return one.kind == other.kind && std::abs(one.gain - other.gain) < kNear && one.control == other.control &&
         one.demand == other.demand && one.instrument == other.instrument && one.practice == other.practice;
}

inline bool same(const Chain& one, const Chain& other) {
  return one.demand == other.demand && one.strength == other.strength && one.standing == other.standing &&
         one.instrument == other.instrument && one.practice == other.practice;
}

template <class Thing>
bool all_same(const std::vector<Thing>& one, const std::vector<Thing>& other) {
  return std::ranges::equal(one, other, [](const Thing& a, const Thing& b) { return same(a, b); });
}

inline std::size_t new_practice(Picture& picture) {
  picture.practices.push_back({.id = "new", .task = "C8", .text = "new", .effort = 1.0, .mechanisms = {}});
  return picture.practices.size() - 1;
}

}  // namespace trivium::fit

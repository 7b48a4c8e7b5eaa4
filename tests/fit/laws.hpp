// What the laws of fit/ have in common: many pictures made by chance, and when two numbers are the same.
#pragma once

#include "fit/any_picture.hpp"
#include "fit/chains.hpp"
#include "fit/sides.hpp"

#include <doctest/doctest.h>

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

inline std::size_t new_practice(Picture& picture) {
  picture.practices.push_back({.id = "new", .task = "C8", .text = "new", .effort = 1.0, .mechanisms = {}});
  return picture.practices.size() - 1;
}

}  // namespace trivium::fit

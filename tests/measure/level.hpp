// Whether the bands of random draws keep their level: of many random industries, one after the other is set against
// others, and how often it leaves their bands is counted.
#pragma once

#include "measure/random_envelope.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace level {

using trivium::measure::Band;
using trivium::measure::Curve;
using trivium::measure::Draw;
using trivium::measure::Seed;

constexpr std::uint32_t kIndustries = 3000;
constexpr std::size_t kTrials = 500;

struct Left {
  double global = 0;  // shares of the trials
  double local = 0;
};

// 500 times one of the industries against 199 others. The share outside should be 0.05; the band is made of the draws
// and fits them a little too well. Four standard errors are 0.039.
inline Left left(const std::vector<Curve>& all, Seed industries, Seed chosen_by, Seed which_by) {
  MESSAGE("industries by seed " << industries.value << ", trials by " << chosen_by.value << " and " << which_by.value);
  REQUIRE(all.size() == kIndustries);
  std::size_t global = 0;
  std::size_t local = 0;
  for (std::size_t trial = 0; trial < kTrials; ++trial) {
    // The last one chosen may be any but is more often a late one; which is the industry is drawn too.
    auto chosen = trivium::measure::random_sites({200, kIndustries}, Draw{chosen_by, trial});
    std::swap(chosen[0], chosen[Draw{which_by, trial}.below(200)]);
    std::vector<Curve> curves;
    for (const auto industry : chosen) curves.push_back(all[industry]);
    const auto bands = trivium::measure::envelope(std::span{curves}.subspan(1), {.count = 199});
    const auto leaves = [&](const std::vector<std::optional<Band>>& band) {
      for (std::size_t i = 0; i < band.size(); ++i)
        if (*curves[0][i] < band[i]->lower || *curves[0][i] > band[i]->upper) return true;
      return false;
    };
    CHECK(bands.outside <= 9);
    global += leaves(bands.global) ? 1 : 0;
    local += leaves(bands.local) ? 1 : 0;
  }
  const Left found{.global = static_cast<double>(global) / kTrials, .local = static_cast<double>(local) / kTrials};
  MESSAGE("outside: global " << found.global << ", local " << found.local << " of " << kTrials << " trials");
  return found;
}

}  // namespace level

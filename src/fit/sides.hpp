// The three sides of the triangle: how far one vertex reaches another, and how well the weights agree.
//
// What is not known is never split evenly in silence: it gives an interval that holds every way it could fall.
#pragma once

#include "fit/picture.hpp"

namespace trivium::fit {

struct Interval {
  double least;
  double most;

  bool operator==(const Interval&) const = default;
};
TRIVIUM_SHAPE(Interval, least, most)

// Why a side says nothing. That is not the same as zero.
enum class Unsaid { no_demand, one_demand, no_instrument, no_practice, nothing_spent, nothing_done };
TRIVIUM_NAMES(Unsaid, no_demand, one_demand, no_instrument, no_practice, nothing_spent, nothing_done)

struct Side {
  std::optional<Interval> reach;       // 0 … 1
  std::optional<Interval> proportion;  // 0 … 1
  std::optional<Unsaid> why_no_reach;
  std::optional<Unsaid> why_no_proportion;
};

struct Sides {
  Side a_b;  // cluster and policy
  Side b_c;  // policy and practice
  Side a_c;  // cluster and practice
};

//   reach       A–B Σ wᵢ maxⱼ a(i,j)      B–C Σ rⱼ maxₖ b(j,k)      A–C Σ wᵢ carry(i)
//   proportion  1 − ½ Σᵢ |wᵢ − ρᵢ| − ½ ρ₀
//
// ρᵢ is the share of resources (A–B) or effort (A–C; B–C with instruments for demands) that arrives at i along links,
// each giver's share split by their strength, and ρ₀ the share that arrives nowhere. As both w and ρ with ρ₀ add up to
// 1, the proportion is the part they have in common: Σ min(wᵢ, ρᵢ).
Sides sides(const Picture& picture);

}  // namespace trivium::fit

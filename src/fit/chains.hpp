// Which demand is carried from the cluster through policy to practice, and where the chain breaks.
#pragma once

#include "fit/picture.hpp"

namespace trivium::fit {

enum class Standing { carried_through, on_paper, from_below, unanswered };
TRIVIUM_NAMES(Standing, carried_through, on_paper, from_below, unanswered)

// The strongest way from a demand to a practice, through an instrument or without one; what it is called is what this
// way is. Of several as strong one through an instrument, then one whose instrument is not known to have nothing, then
// one whose practice is not known to take no time, then the one whose other link is stronger, then the first in the
// picture's order.
struct Chain {
  std::size_t demand;
  double strength;  // carry, 0 … 1
  Standing standing;
  // on_paper: the one that addresses it. from_below: one that addresses it too and is no part of this way; the practice
  // does not carry it, or only more weakly.
  std::optional<std::size_t> instrument;
  std::optional<std::size_t> practice;
};

// The instruments that address a demand besides the one that is named, in the picture's order.
std::vector<std::size_t> other_instruments(const Picture& picture, std::size_t demand,
                                           std::optional<std::size_t> named);

// One per demand, in their order.
//
//   carry(i) = max( max over j, k of min(a(i,j), b(j,k)), max over k of c(i,k) )
std::vector<Chain> chains(const Picture& picture);

enum class BreakKind {
  unanswered,
  on_paper,
  from_below,
  answer_without_a_question,
  busy_without_a_reason,
  wrong_scale,
  unreached,
  unfunded,
  unstaffed
};
TRIVIUM_NAMES(BreakKind, unanswered, on_paper, from_below, answer_without_a_question, busy_without_a_reason,
              wrong_scale, unreached, unfunded, unstaffed)

// No answer, or half of one; all other kinds say what else is missing.
bool becomes_of_a_problem(BreakKind kind);

// A place where demand, instrument and practice do not meet, with the records it comes from.
//
// An instrument that nobody carries is on paper also where a practice meets the demand from below: both are said, for
// the nearest way out is that one takes up the other. Means are asked of the strongest way only.
struct Break {
  BreakKind kind;
  Control control;
  double weight;  // share of all demands' weight that hangs on it; 0 where none does
  std::optional<std::size_t> demand;
  std::optional<std::size_t> instrument;
  std::optional<std::size_t> practice;
};

// In the order in which they are worth looking at, the same wherever they are shown: problems without an answer, those
// with half of one, then the rest by what hangs on them and as they stand in the picture; those of one kind together.
std::vector<Break> breaks(const Picture& picture, const std::vector<Chain>& chains);

}  // namespace trivium::fit

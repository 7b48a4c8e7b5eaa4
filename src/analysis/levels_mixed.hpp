// Codes of several levels of a list in one table, as published tables often have them: divisions beside their classes
// (10 beside 101), sections beside divisions (A beside 01), regions beside their parts (UKC beside UKC1). Everything
// counts as often as there are levels. Nothing is left out for it: which level is meant, only who asks knows.
#pragma once

#include "analysis/account.hpp"
#include "analysis/analysis.hpp"

#include <vector>

namespace trivium::analysis {

// Codes that others begin with, and that have at least as much as these together wherever it is known, in two
// wholes, or once exactly as much as two of them: otherwise they only look like their sum, as 111 beside 1110 where
// zeros in front were lost. And where there is none of these, codes of two shapes (a letter, two digits) that add up to
// the same in every whole, or that are sections and numbers, unless their sums tell otherwise in most wholes. The unit
// is what the amounts are rounded to.
void remark_levels(const Input& input, double unit, evidence::Duck& tables, const measure::Work& work,
                   std::vector<Remark>& remarks);

}  // namespace trivium::analysis

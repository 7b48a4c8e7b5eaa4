// A total that stands among its parts, as most published tables have one: all of it counts twice, and what is a share
// of the whole is half of what it should be. Nothing is left out for it: which rows are meant, only who asks knows.
#pragma once

#include "analysis/account.hpp"
#include "analysis/analysis.hpp"

#include <vector>

namespace trivium::analysis {

// Codes that have as much as all others together, wherever all is known and in at least two cases of four codes or
// more, or four of three: two of three can be alike by chance. Published amounts are rounded each for itself and may be
// kept back: the sum is held to be met as far as that allows, and where nothing is known as a whole, by at least as
// much in most cases and in five. And codes that are called what totals are called, whatever they hold. The unit is
// what the amounts are rounded to.
void remark_totals(const Input& input, double unit, evidence::Duck& tables, const measure::Work& work,
                   std::vector<Remark>& remarks);

// Codes called so in a table without amounts that are shared out: areas, actors, types of firms.
void remark_called_totals(const Input& input, evidence::Duck& tables, const measure::Work& work,
                          std::vector<Remark>& remarks);

}  // namespace trivium::analysis

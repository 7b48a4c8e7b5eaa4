// Shares of a whole of which some parts are not known.
#pragma once

#include "fit/sides.hpp"

#include <span>
#include <vector>

namespace trivium::fit {

// The shares that the known parts and the unknown ones could have: any mixture of these corners, and nothing else. One
// corner says that the unknown are nothing; each other that one unknown part is as much as it can be. That is all that
// is left of the whole; where there is none, or nothing known is above zero, it is everything. Where the known parts
// exceed the whole they were not parts of it, and it bounds nothing. No corner where nothing known is above zero and
// nothing is unknown.
std::vector<std::vector<double>> corners(std::span<const std::optional<double>> parts, std::optional<double> whole);

// Σ values·shares over all mixtures.
Interval weighed(const std::vector<std::vector<double>>& corners, std::span<const double> values);

// Σ min(wanted, arrived) over all mixtures of what is wanted and of what is given, where a giver's share arrives along
// its row (giver × receiver, each row adding up to at most 1). The sum is concave in both, so the least is at a pair of
// corners; the most is a linear programme.
Interval in_common(const std::vector<std::vector<double>>& wanted, const std::vector<std::vector<double>>& given,
                   const std::vector<std::vector<double>>& rows);

}  // namespace trivium::fit

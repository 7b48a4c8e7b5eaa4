// Where an answer says one thing of the cluster and what was counted of it another: a finding like any other, with both
// sides, what hold one has on it, and one question.
#pragma once

#include "api/fit_of.hpp"
#include "stage/claims.hpp"

namespace trivium::api {

// What the answers say that numbers can speak against.
stage::Claimed claimed_in(const AnswersByTask& answers);

// The answers that is looked for in.
const std::vector<std::string>& tasks_of_the_claims();

std::vector<FitContradiction> contradictions(const FitSources& from, const stage::Thresholds& thresholds,
                                             std::span<const stage::YearOf> years);

// The same from what is stored of the cluster; nothing for whoever may not read its numbers.
std::vector<FitContradiction> contradictions(store::Session& session, const House& house, const OpenTable& open,
                                             const Asking& asking);

}  // namespace trivium::api

// Beside what does not meet, a case of others that works by the same mechanism and speaks of the same questions.
#pragma once

#include "api/fit_of.hpp"
#include "api/told_cases.hpp"

namespace trivium::api {

// At most one for each finding, and each case once: the one with the most reasons that does not stand further up. A
// case of the table's own city is left out; it tells nothing from elsewhere. findings: those of fit_of(from).
void put_cases_beside(std::vector<FitFinding>& findings, std::vector<ToldCase> told, const std::string& city,
                      const FitSources& from);

}  // namespace trivium::api

// Every analysis there is, in one list. Leaving out its question, its page in docs/measure or its test fails a test
// that names it.
#pragma once

#include "analysis/analysis.hpp"

#include <span>

namespace trivium::analysis {

std::span<const Analysis> catalogue();
const Analysis* analysis(std::string_view name);  // none: there is no such analysis

}  // namespace trivium::analysis

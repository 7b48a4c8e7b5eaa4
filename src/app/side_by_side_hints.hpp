// What may be typed of tables whose regions stand side by side: where a refused table looks like one, and where one
// that was said to be so has columns that are none of them.
#pragma once

#include "analysis/analysis.hpp"
#include "app/measure_typed.hpp"
#include "words/words.hpp"

#include <string>
#include <vector>

namespace trivium::app {

std::vector<std::string> side_by_side_hints(const analysis::Analysis& analysis, const analysis::Refusal& refusal,
                                            const MeasureTyped& typed, const words::Words& words,
                                            const std::string& language);

}  // namespace trivium::app

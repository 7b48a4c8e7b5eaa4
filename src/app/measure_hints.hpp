// What may be typed beside a command so that its files are read, where what could not be read looks like it.
#pragma once

#include "analysis/refusal.hpp"
#include "app/measure_typed.hpp"
#include "words/words.hpp"

#include <string>
#include <vector>

namespace trivium::app {

// Of each kind one, for the first value that looks so.
std::vector<std::string> hints(const analysis::Refusal& refusal, const MeasureTyped& typed, const words::Words& words,
                               const std::string& language);

}  // namespace trivium::app

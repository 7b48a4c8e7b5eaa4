// How files are written, as it was typed: columns with other names, rows that are meant, marks.
#pragma once

#include "app/measure_typed.hpp"

namespace trivium::app {

analysis::Reading reading(const analysis::Analysis& analysis, const MeasureTyped& typed, shape::Flaws& flaws);

}  // namespace trivium::app

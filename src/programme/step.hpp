// One of the five steps of a programme: until when, and what comes out of it.
#pragma once

#include "shape/described.hpp"
#include "shape/time.hpp"

#include <string>

namespace trivium::programme {

inline constexpr int kSteps = 5;
inline constexpr int kNaming = 1;
inline constexpr int kReading = 2;
inline constexpr int kFillingIn = 3;
inline constexpr int kVisit = 4;
inline constexpr int kSummingUp = 5;

enum class Due { by, before };  // by includes the day
TRIVIUM_NAMES(Due, by, before)

enum class Deliverable { none, names, tables, summaries };
TRIVIUM_NAMES(Deliverable, none, names, tables, summaries)

// The last day on which it is still in time.
shape::Date last_day(Due due, const shape::Date& due_on);

}  // namespace trivium::programme

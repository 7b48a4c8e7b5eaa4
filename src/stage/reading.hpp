// The signals laid beside the stage the manager believes the cluster to be in: each speaks for it, against it, or it
// cannot be told, with the numbers it rests on. Nothing is added up: there is no verdict, no score, and no stage that
// would be "measured". Signals that disagree are worth a conversation, and may be two sub-activities in one.
#pragma once

#include "stage/thresholds.hpp"

namespace trivium::stage {

enum class Says { speaks_for, speaks_against, cannot_be_told };

// Why not. Words stand under stage.cannot.<name>.
enum class Cannot {
  nothing_known,   // no year of the window has the number, or what it is held against
  too_few_years,   // for a mean or a growth
  too_few_firms,   // one year at least has fewer than a rate can bear
  in_between,      // beyond neither line
  nothing_to_say,  // the source says nothing about this stage that the signal could show
};
std::string_view name(Cannot reason);
std::string_view name(Says says);

struct Reading {
  Signal signal;
  Says says;
  std::optional<Cannot> why_not;  // where it cannot be told
  Threshold threshold;            // of this stage; empty where there is none
  Measured measured;
  Window window;
};

// One for each signal, in their order; nothing where no year is given. The window ends with the last year given.
std::vector<Reading> readings(std::span<const YearOf> years, std::string_view stage, const Thresholds& thresholds);

}  // namespace trivium::stage

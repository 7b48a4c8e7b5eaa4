// What is known of a cluster, year by year, beside the larger area it is held against.
//
// What was not counted, was suppressed or is not out yet has no number; that is not 0, and a year without a number is
// passed over and named. Counts may be rounded by the office (the British ones to fives): they need not add up.
#pragma once

#include "measure/demography.hpp"

#include <string>

namespace trivium::stage {

using measure::Year;

// Of all firms of a kind in a year; the same for the cluster and for the larger area.
struct Counted {
  std::optional<double> firms;  // active at any time of the year
  std::optional<double> entries{};
  std::optional<double> exits{};
  std::optional<double> young{};  // of the active firms those in their first five years
  std::optional<double> jobs{};
};

struct YearOf {
  Year year;
  Counted cluster{};
  Counted larger{};
  std::optional<double> concentration{};  // Herfindahl of the jobs by firm
  std::optional<double> one_firm{};       // the largest firm's share of the jobs, 0 … 1
  std::optional<double> one_buyer{};      // the share of sales that goes to one buyer or comes from subsidies, 0 … 1
};

// The firms of a cluster counted from the lives of single firms, whatever their type; years in their order, also those
// without a firm. The first years of a register know no older firms, so young says nothing before five years are over:
// it is left out until then.
std::vector<YearOf> counted(std::span<const measure::Life> lives, const measure::Period& period);

}  // namespace trivium::stage

// How many people work in each industry of each region; firms, patents or anything else that is counted will do.
//
// A cell that the source suppressed is not a cell where nobody works. It has no number here, so neither its region nor
// its industry has a sum: a published total can be given instead.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace trivium::measure {

struct Employment {
  std::size_t regions;
  std::size_t industries;
  std::vector<double> jobs;        // regions × industries, a region's industries side by side; at least 0
  std::vector<bool> suppressed{};  // the same size, or empty where nothing is
};

// None where it is not known.
struct Totals {
  std::vector<std::optional<double>> regions;
  std::vector<std::optional<double>> industries;
  std::optional<double> all;
};

// The sums of rows and columns. A row or column with a suppressed cell has none, and then the whole has none.
Totals totals(const Employment& employment);

}  // namespace trivium::measure

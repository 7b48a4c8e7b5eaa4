// Whether the chain still says what was written: recomputed from its first row to its last.
#pragma once

#include "trail/chain.hpp"

#include <optional>
#include <vector>

namespace trivium::trail {

enum class Fault {
  changed,      // the row does not fit its hash: changed, exchanged, or put in
  missing,      // a row of this number is not there
  beginning,    // the beginning was cut off, and no row of the chain says so
  end,          // the chain ends elsewhere than it says
  noted_before  // somebody wrote another hash down for this row
};
TRIVIUM_NAMES(Fault, changed, missing, beginning, end, noted_before)

struct Checked {
  std::int64_t rows = 0;
  End last{};
  std::optional<Fault> fault{};
  std::int64_t at = 0;  // the number of the first row that does not fit
};

// noted: ends that were written down elsewhere, at whatever time. A chain that was made anew as a whole, or lost its
// end, fits itself; only they tell.
Checked check(store::Session& session, const std::vector<End>& noted = {});

}  // namespace trivium::trail

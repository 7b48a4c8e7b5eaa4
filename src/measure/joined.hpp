// The largest part of a table of who is home to what: regions and industries joined directly or through others.
#pragma once

#include "measure/presence.hpp"

namespace trivium::measure {

struct Joined {
  std::vector<std::size_t> regions;     // ascending
  std::vector<std::size_t> industries;  // ascending
  Places industries_of;                 // by place in regions, the places in industries
};

// The part with the most regions and industries together; of several, the one with the first region. Industries with a
// cell that is not known are left out.
Joined largest_part(const Presence& presence);

}  // namespace trivium::measure

// The beginning of the chain goes after its days. The last hash that went is kept, and a new row of the chain names it:
// what is left can still be checked, and a beginning cut off by somebody else shows.
#pragma once

#include "trail/chain.hpp"

namespace trivium::trail {

inline constexpr int kDaysKept = 730;

// How many rows went.
std::int64_t cut_before(store::Session& session, const shape::Instant& oldest, const shape::Instant& now);

// As a row of the chain names a place in it.
std::string cut_to(const End& end);

}  // namespace trivium::trail

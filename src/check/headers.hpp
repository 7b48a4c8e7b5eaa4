#pragma once

#include "check/checkout.hpp"
#include "check/finding.hpp"

namespace trivium::check {

// Every header compiles by itself, twice over, with the flags of its own room: it includes what it uses. Building shows
// that already for a header whose own source begins with it.
Report headers(const Checkout& checkout);

}  // namespace trivium::check

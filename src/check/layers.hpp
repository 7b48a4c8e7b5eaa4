#pragma once

#include "check/checkout.hpp"
#include "check/finding.hpp"

namespace trivium::check {

// Arrows point down: a file includes from its own room and from the rooms its row names, even where another room it
// may use would bring the header along. src/<room>/… belongs to <room>; what lies in src/ itself may use everything.
Report layers(const Checkout& checkout);

}  // namespace trivium::check

#pragma once

#include "check/checkout.hpp"
#include "check/finding.hpp"

namespace trivium::check {

// clang-format-19 would leave every source as it is.
Report format(const Checkout& checkout);

}  // namespace trivium::check

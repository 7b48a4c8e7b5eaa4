#pragma once

#include "check/checkout.hpp"
#include "check/finding.hpp"

namespace trivium::check {

// clang-tidy-19 has nothing to say about any source, by the rules in .clang-tidy. Configures build/tidy where that is
// missing or older than the list of sources.
Report tidy(const Checkout& checkout);

}  // namespace trivium::check

#pragma once

#include "check/checkout.hpp"
#include "check/finding.hpp"

namespace trivium::check {

// What the documents say holds: links lead somewhere, named files and scripts exist, named commands are commands, and
// the table of rooms in ARCHITECTURE.md names the rooms there are.
Report docs(const Checkout& checkout, const std::vector<std::string>& commands);

}  // namespace trivium::check

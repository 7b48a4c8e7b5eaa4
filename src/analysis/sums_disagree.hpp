// Sums that were given and cannot all be true: found once the table has its codes, and told where they were given.
#pragma once

#include "shape/flaw.hpp"

#include <stdexcept>

namespace trivium::analysis {

struct SumsDisagree : std::runtime_error {
  explicit SumsDisagree(shape::Flaw of_input) : std::runtime_error{of_input.key}, flaw{std::move(of_input)} {}
  shape::Flaw flaw;  // its pointer is the table's or the setting's name
};

}  // namespace trivium::analysis

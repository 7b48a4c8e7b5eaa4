// What a measure would need more memory for than the machine has, found before it is asked for: a machine that promises
// memory it does not have ends the program instead, without a word.
#pragma once

#include "shape/flaw.hpp"

#include <cstddef>
#include <stdexcept>

namespace trivium::analysis {

struct DoesNotFit : std::runtime_error {
  explicit DoesNotFit(shape::Flaw of_input) : std::runtime_error{of_input.key}, flaw{std::move(of_input)} {}
  shape::Flaw flaw;  // its pointer is the table's name
};

// The memory of the machine, in bytes.
std::size_t memory_there_is();

}  // namespace trivium::analysis

// What is wrong in one of the files, or between files and settings.
#pragma once

#include "shape/flaw.hpp"

#include <cstdint>
#include <string>

namespace trivium::analysis {

struct Refusal {
  std::string input;     // empty: nothing is wrong with a file by itself
  shape::Flaws flaws;    // the first of them
  std::uint64_t rows{};  // how many rows have something wrong
};

}  // namespace trivium::analysis

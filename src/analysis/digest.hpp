// SHA-256 of a file, 64 hexadecimal digits.
#pragma once

#include "measure/work.hpp"

#include <filesystem>
#include <string>

namespace trivium::analysis {

// Throws Cancelled where the work was stopped, and evidence::Fault where the file cannot be read to its end.
std::string digest(const std::filesystem::path& file, const measure::Work& work = {});

}  // namespace trivium::analysis

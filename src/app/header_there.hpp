// Whether a file has a column that is none of ours.
#pragma once

#include "evidence/described_table.hpp"

#include <filesystem>
#include <string>

namespace trivium::app {

// Only of text with separators can it be told that there is none; of whatever else it is not denied.
bool may_have_header(const std::filesystem::path& file, const std::string& header, evidence::Letters letters);

}  // namespace trivium::app

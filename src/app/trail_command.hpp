// trivium trail check: does the chain still say what was written?
#pragma once

#include "app/commands.hpp"

#include <vector>

namespace trivium::app {

int check_trail(const Records& records, const std::vector<std::string>& noted);

}  // namespace trivium::app

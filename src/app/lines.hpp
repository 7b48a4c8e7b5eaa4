// Text for a terminal: in lines that are not broken by the terminal itself, in the midst of a word.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trivium::app {

// Broken at blanks, none longer than so many letters, however many bytes these have; a longer word has its own line.
std::vector<std::string> lines(std::string_view text, std::size_t letters);

// The same as one text, within 80 letters.
std::string paragraph(std::string_view text);

// Names with what they mean beside them, within 80 letters.
std::string terms(const std::vector<std::pair<std::string, std::string>>& named);

}  // namespace trivium::app

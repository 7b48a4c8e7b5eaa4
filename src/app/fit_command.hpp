// trivium fit FILE: the fit map and the agenda of an exported table, in the terminal.
#pragma once

#include <string>

namespace trivium::app {

// 0; 1 where the file cannot be read, with a sentence per flaw; 2 where Trivium's own content cannot.
int print_fit(const std::string& file, const std::string& language);

}  // namespace trivium::app

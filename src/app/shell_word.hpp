// A word of a command line that a person may copy, as a shell takes it.
#pragma once

#include <string>

namespace trivium::app {

// In quotation marks where a shell would read something into it, or a reader might take its point for the sentence's.
std::string shell_word(const std::string& text);

}  // namespace trivium::app

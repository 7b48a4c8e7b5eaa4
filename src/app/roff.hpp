// Text as roff takes it, the language of manual pages, so that every letter of it is read as it stands: no sign begins
// a command, and what is copied from the page is what has to be typed.
#pragma once

#include <string>
#include <string_view>

namespace trivium::app {

// A line, or several, between macros. Letters that not every terminal has are named by their number.
std::string roff(std::string_view text);

// What stands behind a macro, as one of its arguments.
std::string roff_argument(std::string_view text);

}  // namespace trivium::app

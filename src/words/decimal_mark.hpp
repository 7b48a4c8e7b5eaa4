// What stands before the decimals of a number: '.' or ','; '.' where the language writes neither.
#pragma once

#include <string_view>

namespace trivium::words {

char decimal_mark(std::string_view language);

}  // namespace trivium::words

// Words that tell nothing of what a text is about: small words, and those that any table of any cluster is full of.
#pragma once

#include <string_view>

namespace trivium::api {

// Of a folded word (wording.hpp), in the languages of the pages; a table may be written in any of them.
bool general(std::string_view word);

}  // namespace trivium::api

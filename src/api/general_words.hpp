// Words that tell nothing of what a text is about: small words, and those that any table of any cluster is full of.
#pragma once

#include "words/words.hpp"

#include <set>

namespace trivium::api {

// Folded (wording.hpp), of all languages of the pages: a table may be written in any of them.
std::set<std::string> general_words(const words::Words& words);

// Those that name nobody in particular: "everybody", "the whole sector".
std::set<std::string> everybody_words(const words::Words& words);

}  // namespace trivium::api

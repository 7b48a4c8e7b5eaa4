// Where in the reference framework something comes from, in the reader's words.
#pragma once

#include "words/words.hpp"

namespace trivium::api {

// Of "2 (later stages; Box 1)" its names: "later stages", "Box 1".
std::vector<std::string> names_in(const std::string& section);

// "section.later_stages"
std::string section_key(const std::string& name);

// The same with its names in the language; a name nobody has words for stays as it is.
std::string section_in_words(const words::Words& words, const std::string& language, const std::string& section);

}  // namespace trivium::api

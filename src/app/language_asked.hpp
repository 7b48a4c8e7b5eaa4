// The language somebody wants to be spoken to in, which has to be known before the line is read: help is made from it.
#pragma once

#include "words/words.hpp"

#include <string>
#include <vector>

namespace trivium::app {

// What the system says of languages (LC_ALL, LC_MESSAGES, LANG), the first that says something before the others.
struct Locale {
  std::string all;
  std::string messages;
  std::string lang;
};
Locale locale_there_is();

// What stands behind --language, or else the system's; the first there is where neither is spoken.
std::string language_asked(const std::vector<std::string>& line, const Locale& locale, const words::Words& words);

}  // namespace trivium::app

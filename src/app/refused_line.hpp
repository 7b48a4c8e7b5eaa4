// What is wrong with a line that CLI11 could not read, in the reader's language. The library says it in English alone,
// so its sentences are taken apart; one that is not known comes as it is.
#pragma once

#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace trivium::app {

std::string refused_line(const CLI::ParseError& wrong, const words::Words& words, const std::string& language);

}  // namespace trivium::app

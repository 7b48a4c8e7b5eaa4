// What was typed that no command has a place for. It is refused before anything is read: an answer without the setting
// that somebody thought to have made looks like the right one.
#pragma once

#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace trivium::app {

// A sentence for each option there is not, with the nearest there is; where all options are known, for the first word
// that stands where none is expected. Also where reading the line ended early, as over an option that is missing.
std::vector<std::string> not_understood(const CLI::App& program, const words::Words& words,
                                        const std::string& language);

// Where a command was expected and something else stands, without an option that there is not: a sentence with the
// nearest there is.
std::optional<std::string> no_such_command(const CLI::App& program, const words::Words& words,
                                           const std::string& language);

}  // namespace trivium::app

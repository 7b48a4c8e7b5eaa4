// trivium help COMMAND …: the same as the command with --help behind it, for who asks in this order.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace trivium::app {

// So that it stands among the commands, and a slip in its name leads to it.
void add_help(CLI::App& program, const std::string& about);

// The line as it was typed, the program's name first; where it begins with help, the command that it asks about with
// --help behind it.
std::vector<std::string> line_of_help(std::vector<std::string> line);

}  // namespace trivium::app

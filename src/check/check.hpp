// `trivium check`: what the house promises about its own sources, tested. Each part prints a plain line for each thing
// that is wrong (file:line: reason) and one line for what was looked at.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace trivium::check {

struct Options {
  std::string part = "all";          // layers, headers, format, tidy, docs, or all of them
  std::filesystem::path root = ".";  // the checkout
  std::filesystem::path build =
      {};  // a configured build folder: rooms.json, compile_commands.json. Left out: build/dev
  std::vector<std::string> commands = {};  // the names of the program's own commands, for what the docs say about them
};

// The parts in the order in which `all` goes through them: quick ones first.
const std::vector<std::string>& parts();

// 0 where everything holds, 1 where something does not, 2 where the check itself could not be made.
int run(const Options& options);

}  // namespace trivium::check

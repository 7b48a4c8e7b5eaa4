#pragma once

#include "check/checkout.hpp"

#include <map>
#include <string>

namespace trivium::check {

// How the sources of a build folder are compiled, by file name relative to the root: the command up to where it names
// its output and its source, and the folder it runs in.
struct Compiling {
  std::string command;
  std::filesystem::path folder;
};

std::map<std::string, Compiling> compiling(const Checkout& checkout, const std::filesystem::path& build);

}  // namespace trivium::check

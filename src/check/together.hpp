#pragma once

#include "check/compiling.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace trivium::check {

// Sources that are compiled in the same way, read as one: a text that includes them all. Reading and walking through
// the headers of libraries is most of the work of looking at a source, and is then done once for all of them.
struct Together {
  std::vector<std::size_t> which;  // places in the list of files
  const Compiling* how = nullptr;
  std::string text;  // to be kept as a source of its own
};

// At most `most` sources each. Where there are few files, as many texts as there are cores to read them.
std::vector<Together> together(const Checkout& checkout, const std::map<std::string, Compiling>& ways,
                               const std::vector<std::string>& files, std::size_t most);

}  // namespace trivium::check

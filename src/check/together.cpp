#include "check/together.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace trivium::check {

std::vector<Together> together(const Checkout& checkout, const std::map<std::string, Compiling>& ways,
                               const std::vector<std::string>& files, std::size_t most) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t fair = std::clamp<std::size_t>((files.size() + cores - 1) / cores, 1, most);
  std::vector<Together> all;
  std::map<std::string, std::size_t> open;  // by the way of compiling: the text that still has room
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Compiling& how = ways.at(files[i]);
    const auto found = open.find(how.command);
    if (found == open.end() || all[found->second].which.size() == fair) {
      open.insert_or_assign(how.command, all.size());
      all.push_back({.which = {}, .how = &how, .text = {}});
    }
    Together& part = all[open.at(how.command)];
    part.which.push_back(i);
    part.text += fmt::format("#include \"{}\"\n", (checkout.root / files[i]).generic_string());
  }
  return all;
}

}  // namespace trivium::check

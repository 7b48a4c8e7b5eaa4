#include "app/use_command.hpp"

#include "api/uses.hpp"
#include "app/contents.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace trivium::app {

int print_use(const std::string& language) {
  const auto contents = load_contents();
  if (!contents) return 2;
  fmt::print("{}", api::uses_as_text(contents->words, language, contents->questions.newest(), contents->guidance));
  return 0;
}

}  // namespace trivium::app

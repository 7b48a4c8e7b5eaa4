#include "app/use_command.hpp"

#include "api/uses.hpp"
#include "app/contents.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

namespace trivium::app {

int print_use() {
  const auto contents = load_contents();
  if (!contents) return 2;
  const auto& framework = contents->questions.newest();
  const auto& texts = *framework.in("en");
  for (const auto& use : api::uses(framework, contents->guidance)) {
    std::vector<std::string> views;
    for (const auto view : use.views)
      views.push_back(contents->words.say("en", "view." + std::string{shape::name_of(view)}));
    fmt::print("{:<6} {:<44} {}\n", use.task, texts.task(use.task).title, fmt::join(views, ", "));
    if (!use.rules.empty()) fmt::print("{:<6} rules: {}\n", "", fmt::join(use.rules, ", "));
  }
  return 0;
}

}  // namespace trivium::app

#include "app/language_asked.hpp"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace trivium::app {
namespace {

constexpr std::string_view kOption = "--language";

std::string said_by(const char* name) {
  const char* said = std::getenv(name);
  return said == nullptr ? "" : said;
}

std::optional<std::string> typed(const std::vector<std::string>& line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string_view word = line[at];
    if (word == kOption && at + 1 < line.size()) return line[at + 1];
    if (word.starts_with(kOption) && word.substr(kOption.size()).starts_with('='))
      return std::string{word.substr(kOption.size() + 1)};
  }
  return std::nullopt;
}

}  // namespace

Locale locale_there_is() {
  return {.all = said_by("LC_ALL"), .messages = said_by("LC_MESSAGES"), .lang = said_by("LANG")};
}

std::string language_asked(const std::vector<std::string>& line, const Locale& locale, const words::Words& words) {
  if (const auto said = typed(line); said && words.speaks(*said)) return *said;
  const auto& of_system = !locale.all.empty() ? locale.all : !locale.messages.empty() ? locale.messages : locale.lang;
  const auto language = of_system.substr(0, of_system.find_first_of("_.@"));  // es_ES.UTF-8
  return words.speaks(language) ? language : words.languages().front();
}

}  // namespace trivium::app

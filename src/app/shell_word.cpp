#include "app/shell_word.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace trivium::app {
namespace {

bool plain(const std::string& text) {
  const auto letter = [](char sign) { return std::isalnum(static_cast<unsigned char>(sign)) != 0; };
  return !text.empty() && letter(text.front()) && (letter(text.back()) || text.back() == '=') &&
         std::ranges::all_of(text, [&](char sign) { return letter(sign) || std::string_view{"=._-"}.contains(sign); });
}

}  // namespace

std::string shell_word(const std::string& text) {
  if (text == "'") return R"("'")";
  if (plain(text)) return text;
  std::string made{'\''};
  for (const char sign : text) made += sign == '\'' ? R"('\'')" : std::string(1, sign);
  return made + '\'';
}

}  // namespace trivium::app

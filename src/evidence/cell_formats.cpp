#include "evidence/cell_formats.hpp"

#include "evidence/xml.hpp"

#include <map>

namespace trivium::evidence {
namespace {

// ECMA-376, part 1, 18.8.30: numbers of the formats that need no code; the upper ones are used in East Asia.
bool built_in_day(int format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
         (format >= 50 && format <= 58);
}

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool of_day(char letter) {
  const auto one = small(letter);
  return one == 'y' || one == 'm' || one == 'd' || one == 'h' || one == 's';
}

}  // namespace

bool shows_a_day(std::string_view code) {
  if (code == "General") return false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char letter = code[i];
    if (letter == '\\' || letter == '_' || letter == '*') {
      ++i;  // the next one is shown, is as wide as, or fills
    } else if (letter == '"') {
      i = code.find('"', i + 1);
      if (i == std::string_view::npos) return false;
    } else if (letter == '[') {
      const auto end = code.find(']', i);
      if (end == std::string_view::npos) return false;
      const auto within = code.substr(i + 1, end - i - 1);
      const auto first = within.empty() ? ' ' : small(within.front());
      if ((first == 'h' || first == 'm' || first == 's') &&
          within.find_first_not_of(within.front()) == std::string_view::npos)
        return true;
      i = end;
    } else if (of_day(letter)) {
      return true;
    }
  }
  return false;
}

std::vector<bool> formats_of_days(const pugi::xml_node& styles) {
  std::map<int, bool> own;
  for (const auto& format : child(styles, "numFmts"))
    own[format.attribute("numFmtId").as_int(-1)] = shows_a_day(format.attribute("formatCode").as_string());
  std::vector<bool> days;
  for (const auto& format : child(styles, "cellXfs")) {
    const auto id = format.attribute("numFmtId").as_int(0);
    const auto found = own.find(id);
    days.push_back(found != own.end() ? found->second : built_in_day(id));
  }
  return days;
}

}  // namespace trivium::evidence

#include "shape/csv.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace trivium::shape {
namespace {

// Also the wide letters of East Asian keyboards, which some spreadsheets take for the narrow ones.
bool begins_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 4> kWide{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return !text.empty() && (std::string_view{"=+-@\t\r\n"}.contains(text.front()) ||
                           std::ranges::any_of(kWide, [&](auto sign) { return text.starts_with(sign); }));
}

}  // namespace

std::string csv_cell(std::string text) {
  if (begins_a_formula(text)) text.insert(text.begin(), '\'');
  if (text.find_first_of("\",;\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace trivium::shape

#include "shape/csv.hpp"

#include <string_view>

namespace trivium::shape {

std::string csv_cell(std::string text) {
  if (!text.empty() && std::string_view{"=+-@\t\r"}.contains(text.front())) text.insert(text.begin(), '\'');
  if (text.find_first_of("\",;\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace trivium::shape

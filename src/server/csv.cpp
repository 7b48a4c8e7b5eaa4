#include "server/csv.hpp"

#include "shape/csv.hpp"

#include <algorithm>
#include <vector>

namespace trivium::server {
namespace {

using shape::Json;

std::string plain(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array() && std::ranges::all_of(value, [](const Json& item) { return item.is_string(); })) {
    std::string text;
    for (const auto& item : value) text += (text.empty() ? "" : "; ") + item.get<std::string>();
    return text;
  }
  return value.dump();
}

std::string cell(const Json& value) { return value.is_number() ? value.dump() : shape::csv_cell(plain(value)); }

}  // namespace

std::string csv(const Json& list) {
  std::vector<std::string> columns;
  for (const auto& row : list) {
    for (const auto& [name, value] : row.items()) {
      if (std::ranges::find(columns, name) == columns.end()) columns.push_back(name);
    }
  }
  std::string text = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? "" : ",") + cell(columns[i]);
  text += "\r\n";
  for (const auto& row : list) {
    for (std::size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? "" : ",") + cell(row.value(columns[i], Json{}));
    text += "\r\n";
  }
  return text;
}

}  // namespace trivium::server

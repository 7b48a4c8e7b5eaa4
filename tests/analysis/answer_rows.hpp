// The rows of an answer, as a test can hold them against what was worked out by hand.
#pragma once

#include "analysis/tables.hpp"

#include <fmt/format.h>

#include <charconv>

namespace trivium::analysis {

// A number to nine digits, so that its last ones are no matter; everything else as it is.
inline std::string plain(const std::string& cell) {
  double number = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  const bool decimal = read.ec == std::errc{} && read.ptr == cell.data() + cell.size() && cell.contains('.');
  return decimal ? fmt::format("{:.9g}", number) : cell;
}

// The answer without its header, the same on one thread and on two.
inline std::string rows(const Request& request) {
  const evidence::ScratchFolder folder;
  const auto two = csv_of(request, folder.path, {.threads = 2});
  CHECK(csv_of(request, folder.path, {.threads = 1}) == two);
  std::string all;
  std::string cell;
  for (const char letter : two.substr(two.find('\n') + 1)) {
    if (letter == ',' || letter == '\n') {
      all += plain(cell) + letter;
      cell.clear();
    } else if (letter != '\r') {
      cell += letter;
    }
  }
  return all;
}

}  // namespace trivium::analysis

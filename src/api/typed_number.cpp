#include "api/typed_number.hpp"

#include "api/rows_in.hpp"

#include <charconv>

namespace trivium::api {

std::optional<int> typed_number(const shape::Json& typed, const char* member) {
  const std::string text = text_in(typed, member);
  int number = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (trouble != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace trivium::api

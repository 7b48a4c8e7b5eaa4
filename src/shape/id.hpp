// Ids are UUIDv7 text made by the program: both databases treat them alike, and they sort by the time they were made.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace trivium::shape {

std::string new_uuid();
bool is_uuid(std::string_view text);

template <class Of>
struct Id {
  std::string text;

  static Id fresh() { return {new_uuid()}; }
  auto operator<=>(const Id&) const = default;
};

}  // namespace trivium::shape

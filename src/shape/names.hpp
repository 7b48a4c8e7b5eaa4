// Enumerations as the words they are written with.
#pragma once

#include "shape/described.hpp"

#include <optional>
#include <string_view>

namespace trivium::shape {

template <Named E>
constexpr std::string_view name_of(E value) {
  for (const auto& [name, named] : trivium_names(E{})) {
    if (named == value) return name;
  }
  return {};
}

template <Named E>
constexpr std::optional<E> named(std::string_view name) {
  for (const auto& [known, value] : trivium_names(E{})) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace trivium::shape

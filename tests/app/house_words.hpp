// The words as they ship.
#pragma once

#include "words/words.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace trivium {

inline const words::Words& house_words() {
  static const auto loaded = words::Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words");
  REQUIRE(loaded.has_value());
  return *loaded;
}

}  // namespace trivium

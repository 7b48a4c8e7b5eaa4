// Where the content lies, and the shipped question set read once.
#pragma once

#include "framework/framework.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#ifndef TRIVIUM_SOURCE_DIR
#define TRIVIUM_SOURCE_DIR "."
#endif

namespace trivium::framework {

inline std::filesystem::path data_folder() { return std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data"; }
inline std::filesystem::path question_set_folder() { return data_folder() / "framework" / "1"; }

inline const Framework& shipped() {
  static const auto loaded = load(question_set_folder());
  if (!loaded) {
    for (const auto& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded.has_value());
  return *loaded;
}

}  // namespace trivium::framework

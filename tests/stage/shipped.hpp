// The lines as they are shipped, and what is known of a cluster in these tests.
#pragma once

#include "framework/places.hpp"
#include "stage/reading.hpp"

#include <doctest/doctest.h>

namespace trivium::stage {

inline std::filesystem::path shipped_file() { return framework::data_folder() / "stage.yaml"; }

inline const Thresholds& shipped() {
  static const auto loaded = load_thresholds(shipped_file(), framework::shipped());
  if (!loaded) {
    for (const auto& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded.has_value());
  return *loaded;
}

inline const Reading& of(const std::vector<Reading>& readings, Signal signal) {
  return readings.at(static_cast<std::size_t>(signal));
}

}  // namespace trivium::stage

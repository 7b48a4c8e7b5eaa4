// The guidance we ship, read once.
#pragma once

#include "guidance/guidance.hpp"

#include "framework/facets.hpp"
#include "framework/places.hpp"

namespace trivium::guidance {

inline const Guidance& shipped_guidance() {
  static const auto loaded = Guidance::load(framework::data_folder() / "guidance", framework::shipped());
  if (!loaded) {
    for (const auto& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded.has_value());
  return *loaded;
}

}  // namespace trivium::guidance

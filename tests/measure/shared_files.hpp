// The folder with data and known answers that lies beside the checkout, where there is one.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace trivium {

// A file or folder of it. Where it is not there, the test says so and ends.
inline std::optional<std::filesystem::path> shared_file(const std::string& name) {
  const char* named = std::getenv("TRIVIUM_SHARED");
  const std::filesystem::path folder =
      named != nullptr ? std::filesystem::path{named} : std::filesystem::path{TRIVIUM_SOURCE_DIR "/../shared"};
  if (std::filesystem::exists(folder / name)) return folder / name;
  MESSAGE("skipped: there is no " << (folder / name).string());
  return std::nullopt;
}

}  // namespace trivium

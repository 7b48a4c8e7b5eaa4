// A file that is refused as a whole, for one thing.
#pragma once

#include "shape/flaw.hpp"

#include <cstdint>
#include <expected>
#include <map>
#include <string>

namespace trivium::evidence {

inline std::unexpected<shape::Flaws> refused(std::string key, std::map<std::string, std::string> args = {}) {
  return std::unexpected{shape::Flaws{{.pointer = "", .key = std::move(key), .args = std::move(args)}}};
}

// With the row or line it was met in, from 1.
inline std::unexpected<shape::Flaws> refused_at(std::uint64_t row, std::string key,
                                                std::map<std::string, std::string> args = {}) {
  const auto told = std::to_string(row);
  args.emplace("row", told);
  return std::unexpected{shape::Flaws{{.pointer = "/" + told, .key = std::move(key), .args = std::move(args)}}};
}

}  // namespace trivium::evidence

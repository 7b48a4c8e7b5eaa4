// What may be set of an analysis, and what was set.
#pragma once

#include "shape/flaw.hpp"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::analysis {

struct Bounds {
  double least;
  double most;
};

struct Parameter {
  std::string_view name;
  // A code has to be said; a list is one with its version, "NACE 2.1".
  enum class Takes : std::uint8_t { number, whole, choice, code, list } takes;
  std::string_view usual;  // what it is where nothing is said; empty: it is not set then
  Bounds bounds{};         // of numbers
  std::vector<std::string_view> choices{};
};

class Settings {
 public:
  // Reads what was typed, by name of parameter. A flaw's pointer is /<parameter>.
  static std::expected<Settings, shape::Flaws> read(const std::vector<Parameter>& parameters,
                                                    const std::map<std::string, std::string>& typed);

  double number(const std::string& name) const { return numbers_.at(name); }
  std::optional<double> number_if_set(const std::string& name) const;
  std::optional<std::uint64_t> whole(const std::string& name) const;
  const std::string& choice(const std::string& name) const { return said_.at(name); }
  std::optional<std::string> if_said(const std::string& name) const;
  // As they stand in a finding: every parameter that is set, also by its usual value.
  const std::map<std::string, std::string>& said() const { return said_; }

 private:
  std::map<std::string, std::string> said_;
  std::map<std::string, double> numbers_;
};

}  // namespace trivium::analysis

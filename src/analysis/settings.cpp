#include "analysis/settings.hpp"

#include "evidence/classification.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trivium::analysis {
namespace {

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<shape::Flaw> flaw_of(const Parameter& parameter, const std::string& typed,
                                   const std::optional<double>& value) {
  const auto pointer = "/" + std::string{parameter.name};
  if (parameter.takes == Parameter::Takes::choice) {
    if (std::ranges::find(parameter.choices, typed) != parameter.choices.end()) return std::nullopt;
    return shape::Flaw{pointer,
                       "flaw.not_one_of",
                       {{"given", typed}, {"choices", fmt::format("{}", fmt::join(parameter.choices, ", "))}}};
  }
  const bool whole = parameter.takes == Parameter::Takes::whole;
  if (value && *value >= parameter.bounds.least && *value <= parameter.bounds.most &&
      (!whole || *value == std::floor(*value)))
    return std::nullopt;
  return shape::Flaw{pointer,
                     whole ? "flaw.not_a_whole_between" : "flaw.not_a_number_between",
                     {{"given", typed},
                      {"least", fmt::format("{}", parameter.bounds.least)},
                      {"most", fmt::format("{}", parameter.bounds.most)}}};
}

}  // namespace

std::expected<Settings, shape::Flaws> Settings::read(const std::vector<Parameter>& parameters,
                                                     const std::map<std::string, std::string>& typed) {
  Settings settings;
  shape::Flaws flaws;
  for (const auto& parameter : parameters) {
    const std::string name{parameter.name};
    const auto found = typed.find(name);
    const std::string text = found == typed.end() ? std::string{parameter.usual} : found->second;
    if (text.empty()) {
      if (parameter.takes == Parameter::Takes::code) flaws.push_back({"/" + name, "flaw.missing", {}});
      continue;
    }
    if (parameter.takes == Parameter::Takes::code) {
      settings.said_[name] = text;
      continue;
    }
    if (parameter.takes == Parameter::Takes::list) {
      if (evidence::list_name(text)) settings.said_[name] = text;
      else flaws.push_back({"/" + name, "flaw.list_without_version", {{"given", text}}});
      continue;
    }
    const auto value = number_in(text);
    if (auto flaw = flaw_of(parameter, text, value)) {
      flaws.push_back(std::move(*flaw));
      continue;
    }
    settings.said_[name] = text;
    if (parameter.takes != Parameter::Takes::choice) settings.numbers_[name] = *value;
  }
  for (const auto& [name, text] : typed) {
    if (std::ranges::find(parameters, name, &Parameter::name) == parameters.end())
      flaws.push_back({"/" + name, "flaw.unknown_setting", {}});
  }
  if (!flaws.empty()) return std::unexpected{flaws};
  return settings;
}

std::optional<double> Settings::number_if_set(const std::string& name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::string> Settings::if_said(const std::string& name) const {
  const auto found = said_.find(name);
  return found == said_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::uint64_t> Settings::whole(const std::string& name) const {
  const auto number = number_if_set(name);
  return number ? std::optional{static_cast<std::uint64_t>(*number)} : std::nullopt;
}

}  // namespace trivium::analysis

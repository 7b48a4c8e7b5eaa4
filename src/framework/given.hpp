// What an answer is read from: one place in the JSON that was given, and the few ways of looking at it that every
// kind of facet needs.
#pragma once

#include "framework/facets.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trivium::framework::reading {

struct Place {
  std::string pointer;
  std::vector<Flaw>& flaws;

  Place at(std::string_view key) const;
  Place at(std::size_t index) const;

  // Notes what is to be put right; the value itself is absent then.
  nlohmann::json refuse(std::string key, std::map<std::string, std::string> args = {}) const;
};

const std::string& string_in(const nlohmann::json& value);
bool blank(const nlohmann::json& value);

// The entries of a list, or of an object keyed "0", "1" …, with the key each came under; nothing for anything else.
std::optional<std::vector<std::pair<std::string, const nlohmann::json*>>> entries(const nlohmann::json& value);

std::string trimmed(std::string_view text);
std::vector<std::string> split_lines(std::string_view text);  // each trimmed, blank ones kept
std::string joined(const std::vector<std::string>& lines, std::string_view with);
std::string one_line(std::string_view text);  // a line break becomes a blank
std::size_t characters(std::string_view text);

nlohmann::json read_text(std::string text, std::size_t limit, const Place& place);

}  // namespace trivium::framework::reading

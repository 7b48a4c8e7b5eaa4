#include "framework/given.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::framework::reading {
namespace {

using nlohmann::json;

constexpr std::string_view kBlanks = " \t\r\n\v\f";

}  // namespace

Place Place::at(std::string_view key) const {
  std::string escaped;
  for (const char c : key) {
    if (c == '~') escaped += "~0";
    else if (c == '/') escaped += "~1";
    else escaped += c;
  }
  return {pointer + "/" + escaped, flaws};
}

Place Place::at(std::size_t index) const { return at(std::to_string(index)); }

json Place::refuse(std::string key, std::map<std::string, std::string> args) const {
  flaws.push_back({pointer, std::move(key), std::move(args)});
  return nullptr;
}

const std::string& string_in(const json& value) { return value.get_ref<const std::string&>(); }

bool blank(const json& value) {
  return value.is_null() || (value.is_string() && string_in(value).find_first_not_of(kBlanks) == std::string::npos);
}

std::optional<std::vector<std::pair<std::string, const json*>>> entries(const json& value) {
  std::vector<std::pair<std::string, const json*>> found;
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) found.emplace_back(std::to_string(i), &value[i]);
    return found;
  }
  if (!value.is_object()) return std::nullopt;
  for (const auto& [key, one] : value.items()) {
    if (key.empty() || key.size() > 6 || key.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    found.emplace_back(key, &one);
  }
  std::ranges::stable_sort(found, {}, [](const auto& entry) { return std::stoi(entry.first); });
  return found;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(kBlanks) - first + 1)};
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = text.find_first_of("\r\n");
    lines.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
}

std::string joined(const std::vector<std::string>& lines, std::string_view with) {
  return trimmed(fmt::format("{}", fmt::join(lines, with)));
}

std::string one_line(std::string_view text) {
  auto lines = split_lines(text);
  std::erase(lines, std::string{});
  return joined(lines, " ");
}

json read_text(std::string text, std::size_t limit, const Place& place) {
  if (text.empty()) return nullptr;
  if (const auto length = characters(text); length > limit) {
    return place.refuse("flaw.too_long", {{"limit", std::to_string(limit)}, {"given", std::to_string(length)}});
  }
  return text;
}

}  // namespace trivium::framework::reading

#include "framework/facets.hpp"

#include "framework/choices.hpp"
#include "framework/given.hpp"
#include "framework/typed_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace trivium::framework {
namespace {

using nlohmann::json;
using reading::blank;
using reading::characters;
using reading::entries;
using reading::joined;
using reading::one_line;
using reading::Place;
using reading::read_text;
using reading::split_lines;
using reading::string_in;
using reading::trimmed;

std::string without_bullet(const std::string& line) {
  for (const std::string_view bullet : {"- ", "* ", "• ", "– "}) {
    if (line.starts_with(bullet)) return trimmed(std::string_view{line}.substr(bullet.size()));
  }
  return line == "-" || line == "*" || line == "•" || line == "–" ? std::string{} : line;
}

std::string shown(double number) { return fmt::format("{}", number); }

json read_number(const Column& column, const json& given, const Place& place) {
  const bool whole = column.step && *column.step == std::floor(*column.step);
  std::optional<double> value;
  if (given.is_number()) value = given.get<double>();
  if (given.is_string()) value = typed_number(string_in(given), whole ? Expected::whole : Expected::fraction);
  if (!value) return place.refuse("flaw.not_a_number");
  if (column.min && *value < *column.min) return place.refuse("flaw.number_below", {{"least", shown(*column.min)}});
  if (column.max && *value > *column.max) return place.refuse("flaw.number_above", {{"most", shown(*column.max)}});
  const bool is_whole = *value == std::floor(*value);
  if (whole && !is_whole) return place.refuse("flaw.number_not_whole");
  constexpr double kExact = 9007199254740992.0;  // 2^53: up to here every whole number has a double of its own
  if (is_whole && std::abs(*value) <= kExact) return static_cast<std::int64_t>(*value);
  return *value;
}

json read_year(const Column& column, const json& given, const Place& place) {
  std::optional<std::int64_t> year;
  if (given.is_number_integer()) year = given.get<std::int64_t>();
  if (given.is_string()) {
    const auto text = trimmed(string_in(given));
    std::int64_t typed = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), typed);
    if (trouble == std::errc{} && end == text.data() + text.size()) year = typed;
  }
  if (!year) return place.refuse("flaw.not_a_year");
  const double first = column.min.value_or(kFirstYear);
  const double last = column.max.value_or(kLastYear);
  const auto value = static_cast<double>(*year);
  if (value < first || value > last) {
    return place.refuse("flaw.year_out_of_range", {{"least", shown(first)}, {"most", shown(last)}});
  }
  return *year;
}

json read_text_of(const Column& column, const json& given, const Place& place) {
  if (!given.is_string()) return place.refuse("flaw.not_a_text");
  if (!column.long_text) return read_text(one_line(string_in(given)), kLongestText, place);
  return read_text(joined(split_lines(string_in(given)), "\n"), kLongestLongText, place);
}

json read_lines(const json& given, const Place& place) {
  json lines = json::array();
  const auto take = [&](std::string line, const Place& where) {
    line = without_bullet(line);
    if (line.empty()) return;
    if (const auto length = characters(line); length > kLongestText) {
      where.refuse("flaw.line_too_long", {{"line", std::to_string(lines.size() + 1)},
                                          {"limit", std::to_string(kLongestText)},
                                          {"given", std::to_string(length)}});
    }
    lines.push_back(std::move(line));
  };
  if (given.is_string()) {
    for (auto& line : split_lines(string_in(given))) take(std::move(line), place);
  } else if (given.is_array()) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (given[i].is_string()) take(one_line(string_in(given[i])), place.at(i));
      else if (!given[i].is_null()) place.at(i).refuse("flaw.not_a_text");
    }
  } else {
    return place.refuse("flaw.not_a_list");
  }
  if (lines.size() > kMostLines) {
    return place.refuse("flaw.too_many_lines",
                        {{"limit", std::to_string(kMostLines)}, {"given", std::to_string(lines.size())}});
  }
  return lines.empty() ? json{} : lines;
}

json read_rows(const Facet& facet, const json& given, const Place& place);

json read_column(const Column& column, const json& given, const Place& place) {
  if (blank(given)) return nullptr;
  switch (column.kind) {
    case Kind::one: return read_one(column, given, place);
    case Kind::many: return read_many(column, given, place);
    case Kind::ranked: return read_ranked(column, given, place);
    case Kind::number: return read_number(column, given, place);
    case Kind::year: return read_year(column, given, place);
    case Kind::text: return read_text_of(column, given, place);
    case Kind::lines: return read_lines(given, place);
    case Kind::rows: break;  // only a facet has rows
  }
  return nullptr;
}

json read_facet(const Facet& facet, const json& given, const Place& place) {
  if (blank(given)) return nullptr;
  return facet.kind == Kind::rows ? read_rows(facet, given, place) : read_column(facet, given, place);
}

// Each slot in the order of the page, so that what is to be put right is told in that order; then what nobody asked
// for.
template <class Slots, class Read>
json read_members(const Slots& slots, const json& given, const Place& place, Read read) {
  json found = json::object();
  for (const auto& slot : slots) {
    const auto member = given.find(slot.id);
    if (member == given.end()) continue;
    if (auto value = read(slot, *member, place.at(slot.id)); !value.is_null()) found[slot.id] = std::move(value);
  }
  for (const auto& [key, unused] : given.items()) {
    const auto same = [&](const auto& slot) { return slot.id == key; };
    if (std::ranges::none_of(slots, same)) place.at(key).refuse("flaw.unknown_member", {{"member", key}});
  }
  return found;
}

json read_row_id(const json& given, const Place& place) {
  if (blank(given)) return nullptr;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  if (!given.is_string() || string_in(given).size() > 64 || !std::ranges::all_of(string_in(given), fits)) {
    return place.refuse("flaw.not_an_id");
  }
  return given;
}

json read_rows(const Facet& facet, const json& given, const Place& place) {
  const auto list = entries(given);
  if (!list) return place.refuse("flaw.not_a_list");
  json rows = json::array();
  std::set<std::string> ids;
  for (const auto& [key, one] : *list) {
    const auto here = place.at(key);
    if (blank(*one)) continue;
    if (!one->is_object()) {
      here.refuse("flaw.not_an_object");
      continue;
    }
    auto members = *one;
    auto id = members.contains("id") ? read_row_id(members["id"], here.at("id")) : json{};
    members.erase("id");
    auto row = read_members(facet.columns, members, here, read_column);
    if (row.empty()) continue;
    if (id.is_string()) {
      if (!ids.insert(id.get<std::string>()).second) here.at("id").refuse("flaw.same_row_twice");
      row["id"] = std::move(id);
    }
    rows.push_back(std::move(row));
  }
  if (rows.size() > facet.max_rows) {
    return place.refuse("flaw.too_many_rows",
                        {{"limit", std::to_string(facet.max_rows)}, {"given", std::to_string(rows.size())}});
  }
  return rows.empty() ? json{} : rows;
}

}  // namespace

std::expected<json, std::vector<Flaw>> read_facets(const Task& task, const json& given) {
  std::vector<Flaw> flaws;
  const Place place{"", flaws};
  if (blank(given)) return json::object();
  if (!given.is_object()) {
    place.refuse("flaw.not_an_object");
    return std::unexpected{std::move(flaws)};
  }
  auto facets = read_members(task.facets, given, place, read_facet);
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return facets;
}

}  // namespace trivium::framework

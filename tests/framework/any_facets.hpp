// What somebody might fill into a task, made by chance; the same for the same seed.
#pragma once

#include "framework/facets.hpp"
#include "shape/by_chance.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace trivium::framework {

inline std::string any_line(by_chance::Chance& chance) {
  std::string line = "x";
  for (auto words = by_chance::below(chance, 5); words > 0; --words) line += " " + by_chance::word(chance);
  return line;
}

inline nlohmann::json any_choice(const Column& column, by_chance::Chance& chance) {
  if (column.codes.empty() || by_chance::one_in(chance, 5)) return {{"own", any_line(chance)}};
  return by_chance::one_of(chance, column.codes);
}

inline nlohmann::json any_choices(const Column& column, by_chance::Chance& chance) {
  auto list = nlohmann::json::array();
  for (const auto& code : column.codes) {
    if (by_chance::one_in(chance, 3)) list.push_back(code);
  }
  if (by_chance::one_in(chance, 4)) list.push_back({{"own", any_line(chance)}});
  return list;
}

// A value of the slot; null where by chance nothing is filled in.
inline nlohmann::json any_value(const Column& column, by_chance::Chance& chance) {
  if (by_chance::one_in(chance, 3)) return nullptr;
  switch (column.kind) {
    case Kind::one: return any_choice(column, chance);
    case Kind::many:
    case Kind::ranked: return any_choices(column, chance);
    case Kind::number: {
      const double step = column.step.value_or(1);
      const double least = column.min.value_or(0);
      const double steps = std::floor((column.max.value_or(1'000) - least) / step);
      return least + step * static_cast<double>(by_chance::below(chance, static_cast<std::size_t>(steps) + 1));
    }
    case Kind::year: return static_cast<int>(column.min.value_or(kFirstYear));
    case Kind::text: return any_line(chance);
    case Kind::lines: {
      auto lines = nlohmann::json::array();
      for (auto count = by_chance::below(chance, 5); count > 0; --count) lines.push_back(any_line(chance));
      return lines;
    }
    case Kind::rows: break;
  }
  return nullptr;
}

inline nlohmann::json any_rows(const Facet& facet, by_chance::Chance& chance) {
  auto rows = nlohmann::json::array();
  for (auto count = by_chance::below(chance, std::min<std::size_t>(facet.max_rows, 4) + 1); count > 0; --count) {
    auto row = nlohmann::json::object();
    for (const auto& column : facet.columns) {
      if (auto value = any_value(column, chance); !value.is_null()) row[column.id] = std::move(value);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

inline nlohmann::json any_facets(const Task& task, by_chance::Chance& chance) {
  auto facets = nlohmann::json::object();
  for (const auto& facet : task.facets) {
    auto value = facet.kind == Kind::rows ? any_rows(facet, chance) : any_value(facet, chance);
    if (!value.is_null()) facets[facet.id] = std::move(value);
  }
  return facets;
}

}  // namespace trivium::framework

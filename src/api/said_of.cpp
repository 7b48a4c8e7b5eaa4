#include "api/said_of.hpp"

namespace trivium::api {
namespace {

using fit::Compared;
using framework::Kind;
using shape::Json;

// A code as it is, an entry of one's own by its words.
std::string item(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object() && value.contains("own")) return "own " + folded(value["own"].get<std::string>());
  return value.dump();
}

std::vector<std::string> items(const Json& value) {
  std::vector<std::string> all;
  if (value.is_array()) {
    for (const auto& one : value) all.push_back(item(one));
  } else {
    all.push_back(item(value));
  }
  return all;
}

// The first column of numbers that every row gives: shares of different units say nothing.
const framework::Column* weight_of(const framework::Facet& facet, const Json& rows) {
  for (const auto& column : facet.columns) {
    if (column.kind != Kind::number) continue;
    const bool given = std::ranges::all_of(rows, [&](const Json& row) {
      const auto value = row.find(column.id);
      return value != row.end() && value->get<double>() > 0;
    });
    if (given) return &column;
  }
  return nullptr;
}

fit::Row row_of(const framework::Facet& facet, const framework::Column* weight, const Json& given) {
  fit::Row row;
  if (weight != nullptr) row.weight = given.at(weight->id).get<double>();
  for (const auto& column : facet.columns) {
    const auto value = given.find(column.id);
    if (value == given.end()) continue;
    switch (column.kind) {
      case Kind::text:
        if (row.text.empty()) row.text = folded(value->get<std::string>());
        break;
      case Kind::one:
      case Kind::many:
        for (const auto& code : items(*value)) row.coding += column.id + "=" + code + ";";
        break;
      default: break;
    }
  }
  return row;
}

std::optional<fit::Part> part_of(const framework::Facet& facet, const Json& value) {
  fit::Part part{.facet = facet.id};
  switch (facet.kind) {
    case Kind::one:
    case Kind::year: part.by = Compared::choice; break;
    case Kind::many: part.by = Compared::choices; break;
    case Kind::ranked: part.by = Compared::order; break;
    case Kind::number:
      part.by = Compared::number;
      part.number = value.get<double>();
      return part;
    case Kind::rows:
      part.by = Compared::rows;
      for (const auto& given : value) {
        auto row = row_of(facet, weight_of(facet, value), given);
        if (!row.text.empty() || !row.coding.empty()) part.rows.push_back(std::move(row));
      }
      return part.rows.empty() ? std::nullopt : std::optional{std::move(part)};
    case Kind::text:
    case Kind::lines: return std::nullopt;
  }
  part.items = items(value);
  return part.items.empty() ? std::nullopt : std::optional{std::move(part)};
}

}  // namespace

fit::Said said_of(const framework::Task& task, const triangle::Answer* answer) {
  fit::Said said;
  if (answer == nullptr) return said;
  if (answer->standing == triangle::Standing::not_known_yet) said.stance = fit::Stance::not_known_yet;
  if (answer->standing == triangle::Standing::does_not_apply) said.stance = fit::Stance::does_not_apply;
  // Who would rather not say, and does not, says nothing.
  said.anything = said.stance != fit::Stance::answers || !answer->notes.empty() || !answer->evidence.empty() ||
                  !answer->facets.empty();
  for (const auto& facet : task.facets) {
    const auto value = answer->facets.find(facet.id);
    if (value == answer->facets.end()) continue;
    if (auto part = part_of(facet, *value)) said.parts.push_back(std::move(*part));
  }
  return said;
}

}  // namespace trivium::api

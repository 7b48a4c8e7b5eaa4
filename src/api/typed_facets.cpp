#include "api/typed_facets.hpp"

#include "framework/given.hpp"

namespace trivium::api {
namespace {

using framework::Kind;
using shape::Json;

bool blank(const Json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

Json one(const Json& typed) {
  if (typed.is_string()) return blank(typed) ? Json{} : typed;
  if (!typed.is_object()) return {};
  if (const Json own = typed.value("own", Json{}); own.is_string() && !blank(own)) return {{"own", own}};
  return one(typed.value("code", Json{}));
}

Json many(const Json& typed) {
  Json list = Json::array();
  if (typed.is_string() && !blank(typed)) list.push_back(typed);
  if (!typed.is_array()) return list;
  for (const auto& entry : typed) {
    if (Json kept = one(entry); !kept.is_null()) list.push_back(std::move(kept));
  }
  return list;
}

// The places stay as they were typed: "first" cannot be put in order, and is not lost either.
Json ranked(const Json& typed) {
  if (!typed.is_object()) return many(typed);
  Json kept = Json::object();
  for (const auto& [code, place] : typed.items()) {
    if ((place.is_string() || place.is_number_integer()) && !blank(place)) kept[code] = place;
  }
  return kept.empty() ? Json{} : kept;
}

Json value(const framework::Column& column, const Json& typed) {
  switch (column.kind) {
    case Kind::one: return one(typed);
    case Kind::many: return many(typed);
    case Kind::ranked: return ranked(typed);
    default: return blank(typed) || typed.is_structured() ? Json{} : typed;
  }
}

Json rows(const framework::Facet& facet, const Json& typed) {
  Json list = Json::array();
  const auto entries = framework::reading::entries(typed);  // row 2 before row 10
  if (!entries) return list;
  for (const auto& [index, entry] : *entries) {
    const Json& row = *entry;
    if (!row.is_object() || list.size() >= facet.max_rows) continue;
    Json kept = Json::object();
    for (const auto& column : facet.columns) {
      if (Json cell = value(column, row.value(column.id, Json{})); !cell.is_null()) kept[column.id] = std::move(cell);
    }
    if (row.value("id", Json{}).is_string() && !blank(row["id"])) kept["id"] = row["id"];
    list.push_back(std::move(kept));
  }
  return list;
}

}  // namespace

Json typed_facets(const framework::Task& task, const Json& typed) {
  Json facets = Json::object();
  if (!typed.is_object()) return facets;
  for (const auto& facet : task.facets) {
    const Json given = typed.value(facet.id, Json{});
    Json kept = facet.kind == Kind::rows ? rows(facet, given) : value(facet, given);
    if (!kept.is_null()) facets[facet.id] = std::move(kept);
  }
  return facets;
}

}  // namespace trivium::api

#include "api/answer_reading.hpp"

#include "framework/facets.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

// Rows keep an id for good, so that links drawn to them hold when others are added or removed.
void name_rows(const framework::Task& task, shape::Json& facets) {
  for (const auto& facet : task.facets) {
    if (facet.kind != framework::Kind::rows || !facets.contains(facet.id)) continue;
    for (auto& row : facets[facet.id]) {
      if (!row.contains("id")) row["id"] = shape::new_uuid();
    }
  }
}

}  // namespace

shape::Json facets_of(const framework::Task& task, const shape::Json& given, const std::string& pointer,
                      shape::Flaws& flaws) {
  auto facets = framework::read_facets(task, given);
  if (!facets) {
    for (const auto& flaw : facets.error()) flaws.push_back({pointer + flaw.pointer, flaw.key, flaw.args});
    return shape::Json::object();
  }
  name_rows(task, *facets);
  return std::move(*facets);
}

void check_language(const std::string& language, const std::string& pointer, shape::Flaws& flaws) {
  const bool shaped =
      language.size() >= 2 && language.size() <= 35 && std::ranges::all_of(language, [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      });
  if (!shaped) flaws.push_back({pointer, "flaw.unknown_choice", {{"given", language}}});
}

}  // namespace trivium::api

#include "api/rows_stay.hpp"

#include "api/rows_in.hpp"
#include "api/wording.hpp"
#include "fit/since.hpp"

#include <algorithm>
#include <set>

namespace trivium::api {
namespace {

using shape::Json;

// What a row is called: by its text, or by who is introduced.
std::vector<fit::Named> named_rows(const Json& rows) {
  std::vector<fit::Named> all;
  for (const auto& row : rows) {
    if (!row.is_object()) return {};
    const auto text = text_in(row, "text");
    all.push_back({text_in(row, "id"), folded(text.empty() ? text_in(row, "who") : text)});
  }
  return all;
}

void stay(Json& rows, const Json& rows_before) {
  const auto then = named_rows(rows_before);
  const auto now = named_rows(rows);
  if (then.empty() || now.empty()) return;
  const auto was = fit::same_as(then, now);
  std::set<std::string> left;
  for (const auto& row : then) left.insert(row.id);
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!was[i]) continue;
    rows[i]["id"] = then[*was[i]].id;
    left.erase(then[*was[i]].id);
  }
  std::set<std::string> given;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (was[i]) given.insert(then[*was[i]].id);
  }
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (was[i] || given.insert(now[i].id).second) continue;
    // Its id went with a text to another row: it is the one that is left, or a new one.
    auto id = left.empty() ? shape::new_uuid() : *left.begin();
    left.erase(id);
    given.insert(id);
    rows[i]["id"] = std::move(id);
  }
}

}  // namespace

void stay_with_texts(Json& facets, const Json& before) {
  if (!facets.is_object() || !before.is_object()) return;
  for (auto& [facet, rows] : facets.items()) {
    const auto found = before.find(facet);
    if (found != before.end() && found->is_array() && rows.is_array()) stay(rows, *found);
  }
}

}  // namespace trivium::api

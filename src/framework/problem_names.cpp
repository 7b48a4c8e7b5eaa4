#include "framework/problem_names.hpp"

#include <algorithm>
#include <optional>

namespace trivium::framework {
namespace {

using nlohmann::json;

std::string id_of(const json& row) {
  const auto found = row.find("id");
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::optional<std::size_t> place_in(const std::string& name) {
  const auto found = std::ranges::find(kProblemPlaces, name);
  if (found == kProblemPlaces.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kProblemPlaces.begin());
}

bool names(const json& row) { return row.is_object() && row.contains("problems") && row["problems"].is_array(); }

// anew(name): another name, the same one, or none.
template <class Anew>
void name_each(json& facets, const Anew& anew) {
  if (!facets.is_object()) return;
  for (auto& facet : facets) {
    if (!facet.is_array()) continue;
    for (auto& row : facet) {
      if (!names(row)) continue;
      json named = json::array();
      for (const auto& one : row["problems"]) {
        if (!one.is_string()) named.push_back(one);  // an entry of one's own names no row
        else if (auto name = anew(one.template get<std::string>())) named.push_back(std::move(*name));
      }
      if (named.empty()) row.erase("problems");
      else row["problems"] = std::move(named);
    }
  }
}

}  // namespace

bool names_problems(const json& facets) {
  return facets.is_object() && std::ranges::any_of(facets, [](const json& facet) {
           return facet.is_array() && std::ranges::any_of(facet, names);
         });
}

json problems_in(const json& facets) {
  if (!facets.is_object()) return json::array();
  const auto found = facets.find("demands");
  return found != facets.end() && found->is_array() ? *found : json::array();
}

void name_by_row(json& facets, const json& problems) {
  name_each(facets, [&](std::string name) -> std::optional<std::string> {
    const auto place = place_in(name);
    if (!place || *place >= problems.size()) return name;
    auto id = id_of(problems[*place]);
    return id.empty() ? name : id;
  });
}

void name_by_place(json& facets, const json& problems) {
  name_each(facets, [&](std::string name) -> std::optional<std::string> {
    if (place_in(name)) return name;
    const auto found = std::ranges::find(problems, name, [](const json& row) { return id_of(row); });
    const auto place = static_cast<std::size_t>(found - problems.begin());
    if (place >= kProblemPlaces.size() || found == problems.end()) return std::nullopt;
    return std::string{kProblemPlaces.at(place)};
  });
}

}  // namespace trivium::framework

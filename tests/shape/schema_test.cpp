#include "shape/schema.hpp"
#include "shape/visit.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::shape {
namespace {

struct Branch;
struct Branch {
  std::string name;
  std::vector<Branch> branches;
};
TRIVIUM_SHAPE(Branch, name, branches)

Json visit_schema() {
  Json definitions = Json::object();
  schema_of<Visit>(definitions);
  return definitions.at("Visit");
}

}  // namespace

TEST_CASE("a record is defined once under its name and referred to") {
  Json definitions = Json::object();
  CHECK(schema_of<Visit>(definitions) == Json{{"$ref", "#/components/schemas/Visit"}});
  CHECK(definitions.size() == 2);  // and Companion
  CHECK(definitions.contains("Companion"));
}

TEST_CASE("every kind of member has its schema") {
  const Json members = visit_schema().at("properties");
  CHECK(members.at("id") == Json{{"type", "string"}, {"format", "uuid"}});
  CHECK(members.at("firm") == Json{{"type", "string"}, {"maxLength", 20'000}});
  CHECK(members.at("people") == Json{{"type", "integer"}});
  CHECK(members.at("hours") == Json{{"type", "number"}});
  CHECK(members.at("repeated") == Json{{"type", "boolean"}});
  CHECK(members.at("weather") == Json{{"type", "string"}, {"enum", {"fine", "wet"}}});
  CHECK(members.at("on") == Json{{"type", "string"}, {"format", "date"}});
  CHECK(members.at("noted_at") == Json{{"type", "string"}, {"format", "date-time"}});
  CHECK(members.at("photo") == Json{{"type", "string"}, {"contentEncoding", "base64"}});
  CHECK(members.at("extra") == Json::object());
  CHECK(members.at("topics").at("items") == members.at("firm"));
  CHECK(members.at("companions").at("items") == Json{{"$ref", "#/components/schemas/Companion"}});
  CHECK(members.at("forecast") == Json{{"anyOf", {members.at("weather"), Json{{"type", "null"}}}}});
}

TEST_CASE("the schema requires exactly what reading requires") {
  const Json required = visit_schema().at("required");
  const Json visit = good_visit();
  for (const auto& [name, value] : visit.items()) {
    CAPTURE(name);
    const bool refused_without = !read<Visit>(visit_without(name)).has_value();
    CHECK(refused_without == (std::ranges::find(required, Json(name)) != required.end()));
  }
}

TEST_CASE("the schema allows no member that nobody described, as reading does not") {
  CHECK(visit_schema().at("additionalProperties") == false);
}

TEST_CASE("a record that holds its own kind refers to itself") {
  Json definitions = Json::object();
  schema_of<Branch>(definitions);
  CHECK(definitions.at("Branch").at("properties").at("branches").at("items") ==
        Json{{"$ref", "#/components/schemas/Branch"}});
}

}  // namespace trivium::shape

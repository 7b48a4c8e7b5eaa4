#include "server/match.hpp"
#include "server/routes.hpp"

namespace trivium::server {
namespace {

using shape::Json;

Json parameters_of(const Route& route) {
  Json parameters = Json::array();
  const auto& properties = route.input.value("properties", Json::object());
  const Json required = route.input.value("required", Json::array());
  for (const auto& [name, schema] : properties.items()) {
    const bool in_path = route.path.find("{" + name + "}") != std::string::npos;
    if (!in_path && route.method != "GET") continue;
    bool needed = in_path;
    for (const auto& one : required) needed = needed || one == name;
    parameters.push_back(
        {{"name", name}, {"in", in_path ? "path" : "query"}, {"required", needed}, {"schema", schema}});
  }
  return parameters;
}

// The body of a write: what the address does not already say.
Json body_of(const Route& route) {
  Json schema = route.input;
  Json required = Json::array();
  for (const auto& name : route.input.value("required", Json::array())) {
    if (route.path.find("{" + name.get<std::string>() + "}") == std::string::npos) required.push_back(name);
  }
  for (const auto& segment : segments_of(route.path)) {
    if (segment.starts_with('{')) schema["properties"].erase(segment.substr(1, segment.size() - 2));
  }
  schema.erase("required");
  if (!required.empty()) schema["required"] = required;
  return {{"required", !required.empty()}, {"content", {{"application/json", {{"schema", schema}}}}}};
}

Json refusal_schema() {
  const Json flaw{{"type", "object"},
                  {"properties", {{"pointer", {{"type", "string"}}}, {"message", {{"type", "string"}}}}},
                  {"required", {"pointer", "message"}}};
  return {{"type", "object"},
          {"properties",
           {{"title", {{"type", "string"}}},
            {"flaws", {{"type", "array"}, {"items", flaw}}},
            {"conflict", {{"type", "object"}}}}},
          {"required", {"title", "flaws"}}};
}

Json operation_of(const Route& route) {
  Json content;
  if (!route.download.empty()) content[route.download] = {{"schema", {{"type", "string"}, {"format", "binary"}}}};
  else content["application/json"] = {{"schema", route.output}};
  if (!route.list.empty()) content["text/csv"] = {{"schema", {{"type", "string"}}}};
  Json operation{{"summary", route.summary}, {"responses", {{"200", {{"description", "Done"}, {"content", content}}}}}};
  operation["responses"]["default"] = {
      {"description", "Refused, with the reason in words"},
      {"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/Refusal"}}}}}}}};
  if (auto parameters = parameters_of(route); !parameters.empty()) operation["parameters"] = std::move(parameters);
  if (route.method == "POST" && !route.input.value("properties", Json::object()).empty())
    operation["requestBody"] = body_of(route);
  return operation;
}

}  // namespace

Json openapi(const std::vector<Route>& routes, const std::string& version) {
  Json paths = Json::object();
  Json schemas{{"Refusal", refusal_schema()}};
  for (const Route& route : routes) {
    schemas.update(route.definitions);
    std::string method = route.method == "GET" ? "get" : "post";
    paths[route.path][method] = operation_of(route);
  }
  return {{"openapi", "3.1.0"},
          {"info",
           {{"title", "Trivium"},
            {"version", version},
            {"description",
             "Every address answers as a page, as JSON (add .json, or send Accept: application/json) and, where it is "
             "a list, as CSV (add .csv)."}}},
          {"paths", paths},
          {"components", {{"schemas", schemas}}}};
}

}  // namespace trivium::server

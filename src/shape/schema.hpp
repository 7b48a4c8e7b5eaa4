// The JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) of a described record, from the same description that reads
// it.
//
// Records are defined once by name and referred to, so that one may hold others of its kind (a field whose rows hold
// fields). Definitions are gathered by the caller and stand under #/components/schemas.
#pragma once

#include "shape/json.hpp"

namespace trivium::shape {

template <class T>
Json schema_of(Json& definitions);

namespace schema_detail {

template <class T>
struct Inner {
  using type = T;
};
template <class T>
struct Inner<std::optional<T>> {
  using type = T;
};
template <class T>
struct Inner<std::vector<T>> {
  using type = T;
};

template <class T>
Json object_schema(Json& definitions) {
  Json properties = Json::object();
  Json required = Json::array();
  each_member<T>([&]<class Value>(std::string_view name, Value T::*) {
    properties[std::string{name}] = schema_of<Value>(definitions);
    if (!reading::IsOptional<Value>::value) required.push_back(std::string{name});
  });
  Json schema{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = required;
  return schema;
}

template <class T>
Json reference(Json& definitions) {
  const std::string name{trivium_record_name(static_cast<const T*>(nullptr))};
  if (!definitions.contains(name)) {
    definitions[name] = Json::object();  // stands in while the record's own members are looked at
    definitions[name] = object_schema<T>(definitions);
  }
  return Json{{"$ref", "#/components/schemas/" + name}};
}

}  // namespace schema_detail

template <class T>
Json schema_of(Json& definitions) {
  if constexpr (std::same_as<T, Json>) {
    return Json::object();
  } else if constexpr (reading::IsOptional<T>::value) {
    return Json{{"anyOf", Json::array({schema_of<typename schema_detail::Inner<T>::type>(definitions),
                                       Json{{"type", "null"}}})}};
  } else if constexpr (reading::IsVector<T>::value) {
    return Json{{"type", "array"}, {"items", schema_of<typename schema_detail::Inner<T>::type>(definitions)}};
  } else if constexpr (std::same_as<T, std::string>) {
    return Json{{"type", "string"}, {"maxLength", kLongestText}};
  } else if constexpr (std::same_as<T, bool>) {
    return Json{{"type", "boolean"}};
  } else if constexpr (std::integral<T>) {
    return Json{{"type", "integer"}};
  } else if constexpr (std::floating_point<T>) {
    return Json{{"type", "number"}};
  } else if constexpr (std::same_as<T, Date>) {
    return Json{{"type", "string"}, {"format", "date"}};
  } else if constexpr (std::same_as<T, Instant>) {
    return Json{{"type", "string"}, {"format", "date-time"}};
  } else if constexpr (std::same_as<T, Bytes>) {
    return Json{{"type", "string"}, {"contentEncoding", "base64"}};
  } else if constexpr (reading::IsId<T>::value) {
    return Json{{"type", "string"}, {"format", "uuid"}};
  } else if constexpr (Named<T>) {
    Json names = Json::array();
    for (const auto& [name, unused] : trivium_names(T{})) names.push_back(std::string{name});
    return Json{{"type", "string"}, {"enum", names}};
  } else {
    return schema_detail::reference<T>(definitions);
  }
}

}  // namespace trivium::shape

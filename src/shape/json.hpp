// JSON from and into described records. Reading is strict: a missing member, a member nobody described and a value
// of the wrong kind are each a flaw with its pointer, and all of them are reported, not only the first.
//
// Forms come as the same JSON with every scalar a string (shape/form.hpp); Wire::form allows exactly that.
#pragma once

#include "shape/bytes.hpp"
#include "shape/described.hpp"
#include "shape/flaw.hpp"
#include "shape/id.hpp"
#include "shape/names.hpp"
#include "shape/text.hpp"
#include "shape/time.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trivium::shape {

using Json = nlohmann::json;

enum class Wire { json, form };

// Parses a document from outside: UTF-8, no NUL, nested at most 64 deep. The flaw says which of them failed.
std::expected<Json, Flaws> parse(std::string_view text);

namespace reading {

struct Place {
  std::string pointer;
  Wire wire;
  Flaws& flaws;

  Place at(std::string_view member) const;
  Place at(std::size_t index) const;
  void note(std::string key, std::map<std::string, std::string> args = {}) const;
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsId : std::false_type {};
template <class Of>
struct IsId<Id<Of>> : std::true_type {};

bool blank(const Json& given, Wire wire);
bool into(const Json& given, const Place& place, std::string& value);
bool into(const Json& given, const Place& place, std::int64_t& value);
bool into(const Json& given, const Place& place, int& value);
bool into(const Json& given, const Place& place, double& value);
bool into(const Json& given, const Place& place, bool& value);
bool into(const Json& given, const Place& place, Date& value);
bool into(const Json& given, const Place& place, Instant& value);
bool into(const Json& given, const Place& place, Bytes& value);
bool into_id(const Json& given, const Place& place, std::string& value);

template <Described T>
bool into(const Json& given, const Place& place, T& value);

template <class T>
bool value_into(const Json& given, const Place& place, T& value);

template <class T>
bool into(const Json& given, const Place& place, std::vector<T>& values) {
  const auto add = [&](const Json& one, const Place& where) {
    if (blank(one, place.wire)) return;
    T value{};
    if (value_into(one, where, value)) values.push_back(std::move(value));
  };
  if (given.is_array()) {
    for (std::size_t i = 0; i < given.size(); ++i) add(given[i], place.at(i));
    return true;
  }
  if (place.wire == Wire::form && given.is_object()) {
    // Rows under "0", "1" … "10": as numbers, not as words.
    std::map<std::pair<std::size_t, std::string>, const Json*> in_order;
    for (const auto& [key, one] : given.items()) in_order.emplace(std::pair{key.size(), key}, &one);
    for (const auto& [key, one] : in_order) add(*one, place.at(key.second));
    return true;
  }
  if (place.wire == Wire::form && given.is_string()) {
    add(given, place);
    return true;
  }
  place.note("flaw.not_a_list");
  return false;
}

template <class T>
bool value_into(const Json& given, const Place& place, T& value) {
  if constexpr (std::same_as<T, Json>) {
    value = given;
    return true;
  } else if constexpr (IsOptional<T>::value) {
    if (blank(given, place.wire)) {
      value.reset();
      return true;
    }
    return value_into(given, place, value.emplace());
  } else if constexpr (IsId<T>::value) {
    return into_id(given, place, value.text);
  } else if constexpr (Named<T>) {
    std::string name;
    if (!into(given, place, name)) return false;
    const auto known = named<T>(name);
    if (!known) place.note("flaw.unknown_choice", {{"given", name}});
    value = known.value_or(T{});
    return known.has_value();
  } else {
    return into(given, place, value);
  }
}

template <class T>
constexpr bool may_be_absent(Wire wire) {
  return IsOptional<T>::value || (wire == Wire::form && (IsVector<T>::value || std::same_as<T, bool>));
}

template <Described T>
bool into(const Json& given, const Place& place, T& value) {
  if (!given.is_object()) {
    place.note("flaw.not_an_object");
    return false;
  }
  const auto before = place.flaws.size();
  each_member<T>([&](std::string_view name, auto pointer) {
    using Value = std::remove_cvref_t<decltype(value.*pointer)>;
    const auto found = given.find(name);
    if (found != given.end()) {
      value_into(*found, place.at(name), value.*pointer);
    } else if (!may_be_absent<Value>(place.wire)) {
      place.at(name).note("flaw.missing");
    }
  });
  for (const auto& [key, unused] : given.items()) {
    bool known = false;
    each_member<T>([&](std::string_view name, auto) { known = known || name == key; });
    if (!known) place.at(key).note("flaw.unknown_member", {{"member", key}});
  }
  return place.flaws.size() == before;
}

}  // namespace reading

template <Described T>
std::expected<T, Flaws> read(const Json& given, Wire wire = Wire::json) {
  Flaws flaws;
  T value{};
  reading::into(given, reading::Place{"", wire, flaws}, value);
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return value;
}

inline Json to_json(const std::string& value) { return value; }
inline Json to_json(std::int64_t value) { return value; }
inline Json to_json(int value) { return value; }
inline Json to_json(double value) { return value; }
inline Json to_json(bool value) { return value; }
inline Json to_json(const Json& value) { return value; }
inline Json to_json(const Date& value) { return value.text; }
inline Json to_json(const Instant& value) { return value.text; }
inline Json to_json(const Bytes& value) { return to_base64(value.bytes); }

template <class Of>
Json to_json(const Id<Of>& value) {
  return value.text;
}
template <Named E>
Json to_json(E value) {
  return std::string{name_of(value)};
}
template <Described T>
Json to_json(const T& record);
template <class T>
Json to_json(const std::vector<T>& values);
template <class T>
Json to_json(const std::optional<T>& value) {
  return value ? to_json(*value) : Json{};
}
template <class T>
Json to_json(const std::vector<T>& values) {
  Json list = Json::array();
  for (const auto& value : values) list.push_back(to_json(value));
  return list;
}
template <Described T>
Json to_json(const T& record) {
  Json object = Json::object();
  each_value(record, [&](std::string_view name, const auto& value) { object[std::string{name}] = to_json(value); });
  return object;
}

}  // namespace trivium::shape

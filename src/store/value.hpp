// The values a database column holds, and how the members of a described record become them and come back.
#pragma once

#include "shape/json.hpp"
#include "store/fault.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace trivium::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
enum class Kind { integer, real, text };

template <class T>
Value to_value(const T& member) {
  if constexpr (shape::reading::IsOptional<T>::value) {
    return member ? to_value(*member) : Value{};
  } else if constexpr (std::same_as<T, bool> || std::integral<T>) {
    return static_cast<std::int64_t>(member);
  } else if constexpr (std::floating_point<T>) {
    return static_cast<double>(member);
  } else if constexpr (std::same_as<T, shape::Json>) {  // before texts: JSON claims to be one
    return member.dump();
  } else if constexpr (std::convertible_to<T, std::string>) {
    return std::string{member};
  } else if constexpr (shape::Named<T>) {
    return std::string{shape::name_of(member)};
  } else if constexpr (shape::reading::IsId<T>::value || std::same_as<T, shape::Date> ||
                       std::same_as<T, shape::Instant>) {
    return member.text;
  } else {
    return shape::to_json(member).dump();
  }
}

template <class T>
constexpr Kind kind_of() {
  if constexpr (shape::reading::IsOptional<T>::value) return kind_of<typename T::value_type>();
  else if constexpr (std::same_as<T, bool> || std::integral<T>) return Kind::integer;
  else if constexpr (std::floating_point<T>) return Kind::real;
  else return Kind::text;
}

template <class T>
void from_value(Value&& value, T& member) {
  if constexpr (shape::reading::IsOptional<T>::value) {
    if (std::holds_alternative<std::monostate>(value)) member.reset();
    else from_value(std::move(value), member.emplace());
  } else if constexpr (std::same_as<T, bool>) {
    member = std::get<std::int64_t>(value) != 0;
  } else if constexpr (std::integral<T>) {
    member = static_cast<T>(std::get<std::int64_t>(value));
  } else if constexpr (std::floating_point<T>) {
    member = std::get<double>(value);
  } else if constexpr (std::same_as<T, std::string>) {
    member = std::get<std::string>(std::move(value));
  } else if constexpr (shape::Named<T>) {
    member = shape::named<T>(std::get<std::string>(value)).value();
  } else if constexpr (shape::reading::IsId<T>::value || std::same_as<T, shape::Date> ||
                       std::same_as<T, shape::Instant>) {
    member.text = std::get<std::string>(std::move(value));
  } else {
    const auto json = shape::Json::parse(std::get<std::string>(value));
    shape::Flaws flaws;
    shape::reading::value_into(json, shape::reading::Place{"", shape::Wire::json, flaws}, member);
    if (!flaws.empty()) throw Fault{"a stored value is not what its column holds: " + json.dump().substr(0, 200)};
  }
}

}  // namespace trivium::store

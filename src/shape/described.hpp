// A record described once. TRIVIUM_SHAPE beside a struct names its members in order; everything that needs to
// know them (JSON in and out, forms, schema, SQL rows, page templates) visits that one description.
//
//   struct City { CityId id; std::string name; };
//   TRIVIUM_SHAPE(City, id, name)
//
// A member that the macro forgets is invisible everywhere at once, which is how the first test notices it.
#pragma once

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace trivium::shape {

template <class Record, class Value>
struct Member {
  std::string_view name;
  Value Record::* pointer;
};

template <class Record, class Value>
constexpr Member<Record, Value> member(std::string_view name, Value Record::* pointer) {
  return {name, pointer};
}

template <class T>
concept Described = requires { trivium_shape(static_cast<const T*>(nullptr)); };

template <class T>
concept Named = requires(T value) { trivium_names(value); };

// Calls visit(name, member pointer) for every member in the order they were described.
template <Described T, class Visit>
constexpr void each_member(Visit&& visit) {
  std::apply([&](const auto&... members) { (visit(members.name, members.pointer), ...); },
             trivium_shape(static_cast<const T*>(nullptr)));
}

// Calls visit(name, value) for every member of one record.
template <Described T, class Visit>
constexpr void each_value(const T& record, Visit&& visit) {
  each_member<T>([&](std::string_view name, auto pointer) { visit(name, record.*pointer); });
}

}  // namespace trivium::shape

#define TRIVIUM_PARENS ()
#define TRIVIUM_EXPAND(...) TRIVIUM_EXPAND3(TRIVIUM_EXPAND3(TRIVIUM_EXPAND3(__VA_ARGS__)))
#define TRIVIUM_EXPAND3(...) TRIVIUM_EXPAND2(TRIVIUM_EXPAND2(TRIVIUM_EXPAND2(__VA_ARGS__)))
#define TRIVIUM_EXPAND2(...) TRIVIUM_EXPAND1(TRIVIUM_EXPAND1(TRIVIUM_EXPAND1(__VA_ARGS__)))
#define TRIVIUM_EXPAND1(...) __VA_ARGS__

#define TRIVIUM_MEMBERS(Type, first, ...) \
  ::trivium::shape::member(#first, &Type::first) __VA_OPT__(, TRIVIUM_MORE_MEMBERS TRIVIUM_PARENS(Type, __VA_ARGS__))
#define TRIVIUM_MORE_MEMBERS() TRIVIUM_MEMBERS

#define TRIVIUM_SHAPE(Type, ...)                                                                        \
  [[maybe_unused]] constexpr std::string_view trivium_record_name(const Type* /*of*/) { return #Type; } \
  [[maybe_unused]] constexpr auto trivium_shape(const Type* /*of*/) {                                   \
    return std::tuple{TRIVIUM_EXPAND(TRIVIUM_MEMBERS(Type, __VA_ARGS__))};                              \
  }

#define TRIVIUM_NAME_LIST(Type, first, ...) \
  std::pair<std::string_view, Type>{#first, \
                                    Type::first} __VA_OPT__(, TRIVIUM_MORE_NAMES TRIVIUM_PARENS(Type, __VA_ARGS__))
#define TRIVIUM_MORE_NAMES() TRIVIUM_NAME_LIST

// The words an enumeration is written with, in JSON, SQL and forms alike.
#define TRIVIUM_NAMES(Type, ...)                                             \
  [[maybe_unused]] constexpr auto trivium_names(Type /*of*/) {               \
    return std::array{TRIVIUM_EXPAND(TRIVIUM_NAME_LIST(Type, __VA_ARGS__))}; \
  }

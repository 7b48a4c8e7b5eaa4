// SQL as it stands, parameters by name, rows as described records. Column names are member names: "select {}" is
// filled with the record's own list, so a query cannot forget one.
//
//   session.rows<Answer>("select {} from answers where assessment = :assessment", {{"assessment", id}});
#pragma once

#include "store/fault.hpp"
#include "store/value.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soci {
class session;
}

namespace trivium::store {

struct Param {
  std::string_view name;
  Value value;

  template <class T>
  Param(std::string_view column, const T& given) : name{column}, value{to_value(given)} {}
  Param(std::string_view column, Value given) : name{column}, value{std::move(given)} {}
};

using Params = std::initializer_list<Param>;

class Session {
 public:
  explicit Session(soci::session& open) : open_{open} {}

  // Runs a statement; gives the number of rows it changed.
  std::int64_t run(std::string_view sql, Params params = {});
  std::int64_t run(const std::string& sql, std::span<const Param> params);

  template <shape::Described T>
  std::vector<T> rows(std::string_view sql, Params params = {});

  // The first row, or nothing.
  template <shape::Described T>
  std::optional<T> row(std::string_view sql, Params params = {});

  // One number: select count(*) …
  std::int64_t number(std::string_view sql, Params params = {});

  // Rows whose columns are not a record's: a whole table on its way into a backup.
  using OnRow = std::function<void(std::span<Value>)>;
  void each(const std::string& sql, std::span<const Kind> columns, const OnRow& on_row);
  void each(const std::string& sql, std::span<const Param> params, std::span<const Kind> columns, const OnRow& on_row);

  template <shape::Described T>
  void insert(std::string_view table, const T& record);

 private:
  void fetch(const std::string& sql, std::span<const Param> params, std::span<const Kind> columns, const OnRow& on_row);
  std::int64_t change(const std::string& sql, std::span<const Param> params);

  soci::session& open_;
};

// "id, name, email": the columns of a record.
template <shape::Described T>
const std::string& columns_of() {
  static const std::string list = [] {
    std::string text;
    shape::each_member<T>([&](std::string_view name, auto) { text += (text.empty() ? "" : ", ") + std::string{name}; });
    return text;
  }();
  return list;
}

namespace detail {

std::string with_columns(std::string_view sql, const std::string& columns);

template <shape::Described T>
const std::vector<Kind>& kinds_of() {
  static const std::vector<Kind> kinds = [] {
    std::vector<Kind> list;
    shape::each_member<T>([&]<class Member>(std::string_view, Member T::*) { list.push_back(kind_of<Member>()); });
    return list;
  }();
  return kinds;
}

}  // namespace detail

template <shape::Described T>
std::vector<T> Session::rows(std::string_view sql, Params params) {
  std::vector<T> found;
  fetch(detail::with_columns(sql, columns_of<T>()), {params.begin(), params.size()}, detail::kinds_of<T>(),
        [&](std::span<Value> values) {
          T& record = found.emplace_back();
          std::size_t next = 0;
          shape::each_member<T>(
              [&](std::string_view, auto pointer) { from_value(std::move(values[next++]), record.*pointer); });
        });
  return found;
}

template <shape::Described T>
std::optional<T> Session::row(std::string_view sql, Params params) {
  auto found = rows<T>(sql, params);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

template <shape::Described T>
void Session::insert(std::string_view table, const T& record) {
  static const std::string marks = [] {
    std::string text;
    shape::each_member<T>(
        [&](std::string_view name, auto) { text += (text.empty() ? ":" : ", :") + std::string{name}; });
    return text;
  }();
  std::vector<Param> params;
  shape::each_value(record, [&](std::string_view name, const auto& value) { params.emplace_back(name, value); });
  change("insert into " + std::string{table} + " (" + columns_of<T>() + ") values (" + marks + ")", params);
}

}  // namespace trivium::store

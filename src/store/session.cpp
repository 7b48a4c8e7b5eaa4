#include "store/session.hpp"

#include <soci/soci.h>

#include <deque>

namespace trivium::store {
namespace {

// Where SOCI writes a column's value or reads a parameter's: it keeps pointers, so cells must not move.
struct Cell {
  std::string text;
  long long integer = 0;
  double real = 0;
  soci::indicator indicator = soci::i_ok;
};

void bind(soci::statement& statement, std::span<const Param> params, std::deque<Cell>& cells) {
  for (const auto& param : params) {
    Cell& cell = cells.emplace_back();
    const std::string name{param.name};
    if (const auto* integer = std::get_if<std::int64_t>(&param.value)) {
      cell.integer = *integer;
      statement.exchange(soci::use(cell.integer, name));
    } else if (const auto* real = std::get_if<double>(&param.value)) {
      cell.real = *real;
      statement.exchange(soci::use(cell.real, name));
    } else if (const auto* text = std::get_if<std::string>(&param.value)) {
      cell.text = *text;
      statement.exchange(soci::use(cell.text, name));
    } else {
      cell.indicator = soci::i_null;
      statement.exchange(soci::use(cell.text, cell.indicator, name));
    }
  }
}

// A fault is logged. SOCI would add the parameters and PostgreSQL the row, which are what people wrote: neither goes
// in.
Fault fault_of(const soci::soci_error& trouble, const std::string& sql) {
  const std::string message = trouble.get_error_message();
  return Fault{message.substr(0, message.find('\n')) + " while executing \"" + sql + "\""};
}

void prepare(soci::statement& statement, const std::string& sql) {
  statement.alloc();
  statement.prepare(sql, soci::details::st_one_time_query);
  statement.define_and_bind();
}

Value value_in(Cell& cell, Kind kind) {
  if (cell.indicator == soci::i_null) return {};
  switch (kind) {
    case Kind::integer: return static_cast<std::int64_t>(cell.integer);
    case Kind::real: return cell.real;
    case Kind::text: return std::move(cell.text);
  }
  return {};
}

}  // namespace

void Session::fetch(const std::string& sql, std::span<const Param> params, std::span<const Kind> columns,
                    const OnRow& on_row) try {
  soci::statement statement{open_};
  std::deque<Cell> given;
  std::deque<Cell> taken(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    switch (columns[i]) {
      case Kind::integer: statement.exchange(soci::into(taken[i].integer, taken[i].indicator)); break;
      case Kind::real: statement.exchange(soci::into(taken[i].real, taken[i].indicator)); break;
      case Kind::text: statement.exchange(soci::into(taken[i].text, taken[i].indicator)); break;
    }
  }
  bind(statement, params, given);
  prepare(statement, sql);
  statement.execute(false);
  std::vector<Value> values(columns.size());
  while (statement.fetch()) {
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = value_in(taken[i], columns[i]);
    on_row(values);
  }
} catch (const soci::soci_error& trouble) {
  throw fault_of(trouble, sql);
}

std::int64_t Session::change(const std::string& sql, std::span<const Param> params) try {
  soci::statement statement{open_};
  std::deque<Cell> given;
  bind(statement, params, given);
  prepare(statement, sql);
  statement.execute(true);
  return statement.get_affected_rows();
} catch (const soci::soci_error& trouble) {
  throw fault_of(trouble, sql);
}

std::int64_t Session::run(std::string_view sql, Params params) {
  return change(std::string{sql}, {params.begin(), params.size()});
}

std::int64_t Session::run(const std::string& sql, std::span<const Param> params) { return change(sql, params); }

void Session::each(const std::string& sql, std::span<const Kind> columns, const OnRow& on_row) {
  fetch(sql, {}, columns, on_row);
}

void Session::each(const std::string& sql, std::span<const Param> params, std::span<const Kind> columns,
                   const OnRow& on_row) {
  fetch(sql, params, columns, on_row);
}

std::int64_t Session::number(std::string_view sql, Params params) {
  constexpr Kind kNumber[] = {Kind::integer};
  std::int64_t number = 0;
  fetch(std::string{sql}, {params.begin(), params.size()}, kNumber, [&](std::span<Value> values) {
    if (const auto* found = std::get_if<std::int64_t>(&values[0])) number = *found;
  });
  return number;
}

std::string detail::with_columns(std::string_view sql, const std::string& columns) {
  std::string text{sql};
  if (const auto mark = text.find("{}"); mark != std::string::npos) text.replace(mark, 2, columns);
  return text;
}

}  // namespace trivium::store

#include "analysis/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace trivium::analysis {
namespace {

// "Title#2" is the second column with that title.
void name_header(evidence::Column& column, const std::string& said) {
  column.header = said;
  column.stands = evidence::Column::Stands::always;
  const auto sign = said.rfind('#');
  if (sign == std::string::npos) return;
  unsigned which = 0;
  const auto* end = said.data() + said.size();
  const auto read = std::from_chars(said.data() + sign + 1, end, which);
  if (read.ec != std::errc{} || read.ptr != end || which == 0) return;
  column.header = said.substr(0, sign);
  column.occurrence = which;
}

// A column of the file that was named as we do, or as the file does.
std::string header_of(const evidence::DescribedTable& table, const std::string& said) {
  const auto ours = std::ranges::find(table.columns, said, &evidence::Column::name);
  return ours == table.columns.end() ? said : ours->header;
}

std::string of(const std::string& table, const std::string& column) {
  return table.empty() ? column : table + "." + column;
}

// Whole numbers that cannot be kept back are years.
bool is_amount(const evidence::Column& column) {
  using evidence::Kind;
  return column.kind == Kind::number || column.kind == Kind::share || (column.kind == Kind::whole && column.marked());
}

std::string option(evidence::Marker::Means means) {
  using Means = evidence::Marker::Means;
  switch (means) {
    case Means::missing: return "missing";
    case Means::suppressed: return "suppressed";
    case Means::zero: return "zero";
    case Means::not_applicable: return "not-applicable";
  }
  return {};
}

}  // namespace

bool is_meant(const std::string& said, const std::string& table) { return said.empty() || said == table; }

bool may_stand_side_by_side(const Input& input, const evidence::SideBySide& columns) {
  using evidence::Kind;
  if (input.about == About::persons) return false;  // the names would be told
  const auto named = [&](const std::string& name) {
    return std::ranges::find(input.columns, name, &evidence::Column::name);
  };
  const auto names = named(columns.names);
  const auto values = named(columns.values);
  if (names == values || names == input.columns.end() || values == input.columns.end()) return false;
  const bool codes = names->kind == Kind::code || (names->kind == Kind::whole && !names->marked());
  return codes && is_amount(*values) && std::ranges::any_of(input.columns, [&](const evidence::Column& column) {
           return column.name != columns.names && column.name != columns.values &&
                  column.stands == evidence::Column::Stands::always;
         });
}

bool said_of(const Input& input, const BesideSaid& said) {
  return (said.table.empty() || said.table == input.name) && may_stand_side_by_side(input, said.columns);
}

evidence::DescribedTable described(const Input& input, const Reading& reading) {
  evidence::DescribedTable table{.name = std::string{input.name}, .columns = input.columns};
  table.letters = reading.letters;
  table.decimal_mark = reading.decimal_mark;
  table.thousands_mark = reading.thousands_mark;
  for (auto& column : table.columns) {
    for (const auto& said : {table.name + "." + column.name, column.name}) {
      const auto found = reading.headers.find(said);
      if (found == reading.headers.end()) continue;
      name_header(column, found->second);
      break;
    }
    if (!column.marked()) {
      // A year that may be left open: what stands for "never" may be said, and is no value that is missing.
      const bool open = column.kind == evidence::Kind::whole && column.empty == evidence::Column::Empty::is_missing;
      std::ranges::copy_if(reading.markers, std::back_inserter(column.markers), [&](const evidence::Marker& marker) {
        return open && marker.means == evidence::Marker::Means::missing;
      });
      continue;
    }
    column.markers.insert(column.markers.begin(), reading.markers.begin(), reading.markers.end());
    if (reading.kept && is_meant(reading.kept->table, table.name)) column.suppressed_where = reading.kept->where;
  }
  for (const auto& one : reading.rows) {
    if (is_meant(one.table, table.name))
      table.rows.push_back({header_of(table, one.where.header), one.where.value, one.where.are});
  }
  for (const auto& one : reading.filled_down) {
    if (is_meant(one.table, table.name)) table.filled_down.push_back(header_of(table, one.column));
  }
  for (const auto& name : {table.name, std::string{}}) {
    const auto found = reading.header_rows.find(name);
    if (found == reading.header_rows.end()) continue;
    table.header_rows = found->second;
    break;
  }
  for (const auto& one : reading.side_by_side) {
    if (!said_of(input, one)) continue;
    table.side_by_side = one.columns;
    // A matrix of ties has a cell for each pair, also where there is none.
    const auto values = std::ranges::find(input.columns, one.columns.values, &evidence::Column::name);
    if (values->stands == evidence::Column::Stands::where_there_is_one) {
      const auto zero = std::string{"0"} + table.decimal_mark;
      for (const auto& none : {std::string{}, std::string{"0"}, zero + "0", zero + "00"})
        table.rows.push_back({header_of(table, one.columns.values), none, evidence::RowsWhere::Are::left_out});
    }
    break;
  }
  return table;
}

std::vector<Setting> said(const Reading& reading) {
  std::vector<Setting> all;
  const auto say = [&](std::string name, std::string value) { all.push_back({std::move(name), std::move(value)}); };
  for (const auto& [ours, theirs] : reading.headers) say("column", ours + "=" + theirs);
  for (const auto& marker : reading.markers) say(option(marker.means), marker.text);
  if (reading.kept)
    say("suppressed-where", of(reading.kept->table, reading.kept->where.header) + "=" + reading.kept->where.value);
  for (const auto& [table, where] : reading.rows)
    say(where.are == evidence::RowsWhere::Are::taken ? "only" : "without", of(table, where.header) + "=" + where.value);
  for (const auto& [table, columns] : reading.side_by_side)
    say("side-by-side", of(table, columns.names) + "=" + columns.values);
  for (const auto& [table, column] : reading.filled_down) say("fill-down", of(table, column));
  for (const auto& [table, rows] : reading.header_rows)
    say("header-row", fmt::format("{}{}{}-{}", table, table.empty() ? "" : "=", rows.first, rows.last));
  if (reading.letters == evidence::Letters::latin1) say("letters", "latin1");
  if (reading.decimal_mark != '.') say("decimal", std::string{reading.decimal_mark});
  if (reading.thousands_mark != '\0') say("thousands", std::string{reading.thousands_mark});
  return all;
}

}  // namespace trivium::analysis

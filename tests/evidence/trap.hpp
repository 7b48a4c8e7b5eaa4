// A table of traps/ imported, as lines that a test can hold against what it expects.
#pragma once

#include "evidence/import.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <ostream>

namespace trivium::evidence {

inline std::ostream& operator<<(std::ostream& out, const RowError& error) {
  return out << error.row << ' ' << error.column << " '" << error.value << "' "
             << kReasonKeys.at(static_cast<std::size_t>(error.reason));
}

using Lines = std::vector<std::string>;
using Errors = std::vector<RowError>;

struct Import {
  Lines rows;  // cells between bars, a mark in brackets
  Errors errors;
  shape::Flaws flaws;
  Tally tally;
};

inline Import imported(const std::filesystem::path& file, const DescribedTable& table, const measure::Work& work = {}) {
  Duck duck{{.allowed = {file}}};
  const bool parquet = file.extension() == ".parquet";
  const auto tally = parquet ? import_parquet(duck, file, table, work) : import_csv(duck, file, table, work);
  if (!tally) {
    CHECK_THROWS_AS(duck.run("select * from " + sql_name(table.name)), Fault);
    return {.rows = {}, .errors = {}, .flaws = tally.error(), .tally = {}};
  }
  Import made{.rows = {}, .errors = tally->errors, .flaws = {}, .tally = *tally};
  std::string select;
  for (const auto& column : table.columns) {
    select += fmt::format("{}coalesce({}::varchar, '')", select.empty() ? "" : " || '|' || ", sql_name(column.name));
    if (column.marked())
      select += fmt::format(" || case when {0} = 'stated' then '' else '(' || {0} || ')' end",
                            sql_name(column.name + "_mark"));
  }
  for (const auto& row : duck.rows("select " + select + " from " + sql_name(table.name)))
    made.rows.push_back(std::get<std::string>(row.front()));
  CHECK(made.tally.taken == made.rows.size());
  return made;
}

inline Import trap(const char* name, const DescribedTable& table) {
  return imported(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "tests/evidence/traps" / name, table);
}

inline DescribedTable two(std::string first, Kind first_kind, std::string second, Kind second_kind) {
  return {.name = "t",
          .columns = {{.name = "a", .header = std::move(first), .kind = first_kind},
                      {.name = "b", .header = std::move(second), .kind = second_kind}}};
}

}  // namespace trivium::evidence

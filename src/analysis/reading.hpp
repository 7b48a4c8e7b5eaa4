// How files are written, as it was said by who knows them.
#pragma once

#include "analysis/account.hpp"
#include "analysis/analysis.hpp"
#include "evidence/described_table.hpp"

#include <map>
#include <string>
#include <vector>

namespace trivium::analysis {

// Something said of one table, or of all of them where the table is empty. Columns are named as we do or as the file
// does.
struct RowsSaid {
  std::string table;
  evidence::RowsWhere where;
};
struct KeptSaid {
  std::string table;
  evidence::SuppressedWhere where;
};
struct FilledSaid {
  std::string table;
  std::string column;
};
struct BesideSaid {
  std::string table;
  evidence::SideBySide columns;
};

// How the files at hand are written, where it is not the usual way.
struct Reading {
  // By our column, or table.column: the file's header; of several with that header, "Title#2" is the second.
  std::map<std::string, std::string> headers{};
  std::vector<evidence::Marker> markers{};  // beside the usual ":" and "*"
  std::optional<KeptSaid> kept{};           // amounts are suppressed where another column says so
  std::vector<RowsSaid> rows{};
  std::vector<FilledSaid> filled_down{};                      // of sheets
  std::map<std::string, evidence::HeaderRows> header_rows{};  // of sheets, by table; "" for all of them
  std::vector<BesideSaid> side_by_side{};                     // of a table the first that it has both columns of
  evidence::Letters letters = evidence::Letters::utf8;
  char decimal_mark = '.';
  char thousands_mark = '\0';
};

// Whether what was said before a column's name, which may be nothing, means a table.
bool is_meant(const std::string& said, const std::string& table);

// Whether an input may have a column of its codes or years spread over many of the file, and an amount below each. It
// needs a column beside the two that is always there: by that the row of the headers is found.
bool may_stand_side_by_side(const Input& input, const evidence::SideBySide& columns);
// Whether something is said of an input, which is so too where it has such columns and no table was named.
bool said_of(const Input& input, const BesideSaid& said);

// The input as a table of the engine, with all that was said of it.
evidence::DescribedTable described(const Input& input, const Reading& reading);

// What was said, by the names of the command's options, as it would be typed; what is usual is not named.
std::vector<Setting> said(const Reading& reading);

}  // namespace trivium::analysis

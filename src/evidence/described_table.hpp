// What a foreign table is said to hold before it is read. Nothing is guessed but the separator and the row of the
// header, and both only so far as the named columns are found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trivium::evidence {

// How a cell stands where it holds no value, or a value with something to say about it. A suppressed value exists and
// is kept from us; it is never 0 and never missing.
enum class Mark : std::uint8_t { stated, missing, suppressed, not_applicable };

enum class Kind : std::uint8_t {
  code,    // text whose leading zeros count; blanks and markup as in words, since codes may be names
  text,    // words; runs of blanks and line breaks become one blank, soft hyphens go, markup is refused
  whole,   // a whole number
  number,  // a decimal number
  share,   // from 0 to 1, or with a per cent sign
  date,
};

// A text that stands in place of a value: ":" or "bd", "*" for suppressed, "-" for zero.
struct Marker {
  std::string text;
  enum class Means : std::uint8_t { missing, suppressed, not_applicable, zero } means;
};

// Letters behind a value or a marker, as in "12.5 p" or ": c"; "bp" is b and p where both are known. Where they mean
// suppressed or not applicable, a value beside them is not taken; otherwise it is, and how many had the flag is told.
struct Flag {
  std::string letters;
  enum class Means : std::uint8_t { a_remark, suppressed, not_applicable } means = Means::a_remark;
};

// Which rows are meant, by what stands in one of their columns; "" is an empty cell. The others are left out, and
// counted.
struct RowsWhere {
  std::string header;
  std::string value;
  enum class Are : std::uint8_t { taken, left_out } are;
};

// Values are suppressed where another column says so, as in files that write 0 for what they keep back.
struct SuppressedWhere {
  std::string header;
  std::string value;
};

struct Column {
  std::string name;    // in our table
  std::string header;  // in the file, blanks and line breaks as one blank
  Kind kind = Kind::text;
  unsigned occurrence = 0;  // which of several columns with this header, from 1; 0: there is only one
  unsigned part = 0;        // which of several keys in one cell, between commas, from 1; 0: the whole cell
  enum class Empty : std::uint8_t { is_missing, is_wrong } empty = Empty::is_missing;
  // A column that need not be there: where it is not, none of its values is known.
  enum class Stands : std::uint8_t { always, where_there_is_one } stands = Stands::always;
  std::vector<Marker> markers{};
  bool dash_is_nil = false;  // "-" is 0 where no marker says otherwise; unlike a marker it asks for no column of marks
  std::vector<Flag> flags{};
  std::optional<SuppressedWhere> suppressed_where{};
  std::vector<unsigned> digits{};  // how many digits a code may have; empty: any number
  std::optional<double> least{}, most{};
  std::string not_before{};  // of whole numbers: the name of another of our columns whose value in the row this reaches
  std::vector<std::string> left_out{};  // rows that have this here are no data: totals, lines of bookkeeping

  // A column beside it says how each value stands.
  bool marked() const { return !markers.empty() || !flags.empty() || suppressed_where.has_value(); }
};

enum class Letters : std::uint8_t { utf8, latin1 };
enum class DateOrder : std::uint8_t { year_month_day, day_month_year, month_day_year };

// Rows of a sheet that name its columns; a column's name is the lowest text of it in them.
struct HeaderRows {
  std::uint32_t first;
  std::uint32_t last;
};

// Tables in which one column of ours is spread over many of the file, a region each: the names of these columns are
// what ours holds, and what stands below them is in another of our columns. Each of their cells is a row of ours. They
// are all columns of the file that nothing else is read from, but for those that a choice of rows leaves out by name.
struct SideBySide {
  std::string names;   // our column that their names are in
  std::string values;  // our column of what stands below
};

struct DescribedTable {
  std::string name;
  std::vector<Column> columns;
  Letters letters = Letters::utf8;
  char decimal_mark = '.';
  char thousands_mark = '\0';  // none
  DateOrder date_order = DateOrder::year_month_day;
  std::vector<RowsWhere> rows{};  // of those with the same header one has to hold (taken), or none (left out)
  // Of sheets. An empty cell of these columns, by their headers, means what stands above it; a new value further left
  // begins anew.
  std::vector<std::string> filled_down{};
  std::optional<HeaderRows> header_rows{};  // otherwise the row is looked for in which the named columns stand
  std::optional<SideBySide> side_by_side{};
};

}  // namespace trivium::evidence

// Records into rows of a table: each cell read as what it was said to be, a row that cannot be taken kept as an error
// with its place, its value and the reason.
#pragma once

#include "evidence/appender.hpp"
#include "evidence/described_table.hpp"
#include "evidence/field.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trivium::evidence {

// How the cells of a column stood in the rows that were taken.
struct Stood {
  std::array<std::uint64_t, 4> by_mark{};            // in the order of Mark
  std::map<std::string, std::uint64_t> by_remark{};  // flags that left the value as it is
  // Of numbers with a decimal mark: those in which it could stand between thousands ("9.700"), and the others.
  std::uint64_t like_thousands = 0;
  std::uint64_t other_decimals = 0;

  bool operator==(const Stood&) const = default;
};

struct Tally {
  std::uint64_t taken = 0;
  std::uint64_t refused = 0;
  std::uint64_t left_out = 0;      // no data, as the table was described
  std::vector<RowError> errors{};  // the first kErrorsKept; refused counts all
  std::vector<Stood> stood{};      // by column
  std::vector<bool> met_choice{};  // by DescribedTable::rows: whether a row has what it names
  bool met_kept = false;           // whether a row has what says that an amount is kept back

  static constexpr std::size_t kErrorsKept = 1'000;
  // Rows of the other come behind ours, the first of them in row first_row of the file.
  void add(const Tally& other, std::uint64_t first_row);
};

// A described column and where it is found in a record; nowhere, where it need not be there and is not.
struct Placed {
  static constexpr auto kNowhere = static_cast<std::size_t>(-1);
  const Column* column;
  std::size_t place;
  std::size_t suppressed_by = 0;  // the place of the column that says so
};

// One of the columns that stand side by side.
struct Beside {
  std::size_t place;
  std::string name;   // in the letters of the file; empty: it has none, and must not hold anything
  std::string shown;  // in errors; of a column without a name its place, counted from 1
};

// Where the columns are that a table's description speaks of. Of columns side by side a record holds neither name nor
// value by themselves: theirs are the two places behind its end.
struct Places {
  std::vector<Placed> columns{};
  std::vector<std::size_t> rows{};  // those of DescribedTable::rows
  std::vector<Beside> beside{};
};

enum class Checked : std::uint8_t { utf8, not_yet };  // whether the letters are known to be UTF-8

// What is wrong with a cell of a record, by its place, besides its text.
using WrongCell = std::function<std::optional<Reason>(const Column&, std::size_t place)>;

class Rows {
 public:
  Rows(const DescribedTable& table, Places places, std::size_t width);

  // Reads a record into a row of the batch; whether it was taken. Rows of errors are counted from 0 here, in the order
  // of calls of this and of skip.
  bool take(const std::vector<std::string_view>& fields, Checked letters, Batch& batch, std::size_t row);
  void refuse(Reason reason, std::string_view shown_value, std::string column = {});
  void skip() { ++met_; }  // an empty line

  // Where columns stand side by side, a record begins, is taken as a row for each of them, and ends. One that has not
  // as many fields as the header does not begin, and has its error.
  const std::vector<Beside>& beside() const { return beside_; }
  bool begin_record(const std::vector<std::string_view>& fields);
  bool take_beside(const Beside& one, Checked letters, const WrongCell& wrong, Batch& batch, std::size_t row);
  void end_record();

  // Whether a record is one of those that the description means.
  bool wanted(const std::vector<std::string_view>& fields) const { return meant(fields) && !left_out(fields); }

  std::uint64_t met() const { return met_; }
  Tally& tally() { return tally_; }

 private:
  struct Target {
    std::size_t value;
    std::size_t mark;
  };
  // Of two columns of a row the second must not lie before the first; by their places among ours.
  struct Order {
    std::size_t first;
    std::size_t second;
  };
  bool fits(const std::vector<std::string_view>& fields) const;
  bool read(const std::vector<std::string_view>& fields, Checked letters, Batch& batch, std::size_t row);
  void note(const Column& column, std::string_view text, Reason reason);
  bool left_out(const std::vector<std::string_view>& fields) const;
  bool meant(const std::vector<std::string_view>& fields) const;
  bool is(std::string_view cell, const std::string& value) const;
  void note_choices(const std::vector<std::string_view>& fields);
  std::expected<Mark, Reason> cell(const Placed& placed, const Target& target, std::string_view text,
                                   const std::vector<std::string_view>& fields, Batch& batch, std::size_t row);
  void note_decimals(std::size_t column, std::string_view text);
  std::expected<void, Reason> value(const Column& column, std::size_t at, std::string_view text, Batch& batch,
                                    std::size_t row) const;

  const DescribedTable* table_;
  std::vector<Placed> columns_;
  std::vector<std::size_t> where_;
  std::vector<std::vector<std::size_t>> taken_of_;  // choices of rows that are taken, those of one column together
  std::vector<Beside> beside_;
  std::vector<Target> targets_;
  std::vector<Order> orders_;
  std::size_t width_;
  std::uint64_t met_ = 0;
  Tally tally_;
  std::size_t first_error_of_record_ = 0;  // of a record side by side
  std::string remark_;
  std::vector<std::string_view> record_;  // with the name and the value of the column that is being taken
  const Beside* taken_ = nullptr;
  const Placed* too_long_ = nullptr;  // what no row of the record can be taken for
};

// The SQL that makes the table: per column its value and, where it can be marked, <name>_mark beside it.
std::string create_sql(const DescribedTable& table);

}  // namespace trivium::evidence

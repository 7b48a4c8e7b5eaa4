// Whatever sheet comes, and whatever is said of its header rows and of columns filled down: importing it ends with a
// table that has as many rows as were taken, each error in a row of the sheet, or with what is wrong and no table. The
// first two bytes say how the table is described, the rest is the parts of the sheet one after another.
#include "evidence/sheet_import.hpp"

#include <cstdint>
#include <string_view>

namespace {

using namespace trivium::evidence;

std::string next_part(std::string_view& rest) {
  const auto end = rest.find('\x1f');
  std::string part{rest.substr(0, end)};
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

DescribedTable described(std::uint8_t said, std::uint8_t rows) {
  DescribedTable table{
      .name = "t",
      .columns = {{.name = "code", .header = "code", .kind = Kind::code},
                  {.name = "value",
                   .header = "value",
                   .kind = Kind::number,
                   .stands = Column::Stands::where_there_is_one,
                   .markers = {{"*", Marker::Means::suppressed}},
                   .least = 0},
                  {.name = "day", .header = "day", .kind = Kind::date, .stands = Column::Stands::where_there_is_one}}};
  if ((said & 1U) != 0) table.filled_down.emplace_back("code");
  if ((said & 2U) != 0) table.filled_down.emplace_back("value");
  if ((said & 4U) != 0) table.decimal_mark = ',';
  if ((said & 8U) != 0) table.date_order = DateOrder::day_month_year;
  if ((said & 16U) != 0) table.rows.push_back({"code", "a", RowsWhere::Are::left_out});
  if ((said & 32U) != 0) table.header_rows = HeaderRows{1U + rows % 16U, 1U + rows % 16U + rows / 16U};
  return table;
}

std::int64_t first(Duck& duck, const std::string& sql) { return std::get<std::int64_t>(duck.rows(sql).at(0).at(0)); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static Duck duck{{.memory = "200MB", .threads = 1}};
  if (size < 2) return 0;
  std::string_view rest{reinterpret_cast<const char*>(bytes) + 2, size - 2};
  SheetParts parts{.sheet = next_part(rest), .strings = next_part(rest), .styles = next_part(rest)};
  const auto read = sheet(std::move(parts));
  if (!read) return 0;
  const auto taken = import_sheet(duck, *read, described(bytes[0], bytes[1]), {.threads = 1});
  if (!taken) {
    if (taken.error().empty()) __builtin_trap();
    if (first(duck, "select count(*) from duckdb_tables()") != 0) __builtin_trap();
    return 0;
  }
  if (first(duck, "select count(*) from t") != static_cast<std::int64_t>(taken->taken)) __builtin_trap();
  if (taken->taken + taken->refused + taken->left_out > read->rows.size()) __builtin_trap();
  for (const auto& error : taken->errors) {
    if (read->rows.empty() || error.row < read->rows.front().number || error.row > read->rows.back().number)
      __builtin_trap();
  }
  duck.run("drop table t");
  return 0;
}

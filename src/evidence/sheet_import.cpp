#include "evidence/sheet_import.hpp"

#include "evidence/filling.hpp"
#include "evidence/header.hpp"
#include "evidence/sheet_columns.hpp"

#include <algorithm>

namespace trivium::evidence {
namespace {

using Texts = std::vector<std::string>;
using Holds = SheetCell::Holds;

constexpr std::size_t kLooked = 50;  // rows in which the header is looked for

// A day and a number as the table is said to write them.
std::string text_of(const SheetCell& cell, const DescribedTable& table) {
  auto text = cell.text;
  if (cell.holds == Holds::number && table.decimal_mark != '.') std::ranges::replace(text, '.', table.decimal_mark);
  constexpr std::size_t kDay = 10;
  if (cell.holds != Holds::day || text.size() != kDay) return text;
  const auto year = text.substr(0, 4);
  const auto month = text.substr(5, 2);
  const auto day = text.substr(8, 2);
  switch (table.date_order) {
    case DateOrder::year_month_day: break;
    case DateOrder::day_month_year: return day + "/" + month + "/" + year;
    case DateOrder::month_day_year: return month + "/" + day + "/" + year;
  }
  return text;
}

struct Head {
  Texts names;
  Places places;
  std::size_t below;  // the place of the first row of data
};

// The lowest text of each column in the rows named.
Head named_rows(const Sheet& sheet, HeaderRows rows) {
  Head head{.names = {}, .places = {}, .below = 0};
  for (const auto& row : sheet.rows) {
    if (row.number > rows.last) break;
    ++head.below;
    if (row.number < rows.first) continue;
    for (const auto& cell : row.cells) {
      if (head.names.size() <= cell.column) head.names.resize(cell.column + 1);
      head.names[cell.column] = collapsed(trimmed(cell.text));
    }
  }
  return head;
}

std::expected<Places, shape::Flaws> places_in(const DescribedTable& table, const Texts& names) {
  return placed(table, {names.begin(), names.end()});
}

std::expected<Head, shape::Flaws> head(const Sheet& sheet, const DescribedTable& table) {
  const auto nothing = shape::Flaws{{.pointer = "", .key = "evidence.nothing", .args = {}}};
  if (table.header_rows) {
    auto made = named_rows(sheet, *table.header_rows);
    auto places = places_in(table, made.names);
    if (!places) return std::unexpected{places.error()};
    made.places = std::move(*places);
    return made;
  }
  // Told is the row with the fewest that are missing, of those the first that reaches furthest: titles stand above.
  std::optional<shape::Flaws> nearest;
  std::size_t width = 0;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), kLooked); ++i) {
    auto made = named_rows(sheet, {sheet.rows[i].number, sheet.rows[i].number});
    auto places = places_in(table, made.names);
    if (places) {
      made.places = std::move(*places);
      return made;
    }
    const auto& flaws = places.error();
    if (!nearest || (only_missing(*nearest) && (!only_missing(flaws) || flaws.size() < nearest->size() ||
                                                (flaws.size() == nearest->size() && made.names.size() > width)))) {
      nearest = flaws;
      width = made.names.size();
    }
  }
  return std::unexpected{nearest.value_or(nothing)};
}

// What is wrong with a cell that is asked for, besides its text.
std::optional<Reason> wrong(const Column& column, const SheetCell* cell, MergedCells::How merged, bool filled) {
  if (merged == MergedCells::How::with_beside || (merged == MergedCells::How::with_above && !filled))
    return Reason::merged;
  if (cell == nullptr) return std::nullopt;
  if (cell->holds == Holds::broken) return Reason::formula;
  if (column.kind != Kind::code) return std::nullopt;
  if (cell->holds == Holds::day) return Reason::code_spoiled;
  return cell->holds == Holds::number && cell->text.find_first_not_of("0123456789") != std::string::npos
             ? std::optional{Reason::code_spoiled}
             : std::nullopt;
}

class RowReader {
 public:
  RowReader(const Sheet& sheet, const DescribedTable& table, const Head& head, std::vector<std::size_t> filled,
            Filling& filling)
      : table_{table}, head_{head}, filled_{filled}, down_{std::move(filled)}, merged_{sheet}, filling_{filling} {}

  void take(const SheetRow& row) {
    Texts texts(std::max<std::size_t>(head_.names.size(), row.cells.empty() ? 0 : row.cells.back().column + 1));
    for (const auto& cell : row.cells) texts[cell.column] = text_of(cell, table_);
    down_.fill(texts);
    const std::vector<std::string_view> fields{texts.begin(), texts.end()};
    if (!head_.places.beside.empty())
      filling_.take_beside(fields, Checked::not_yet,
                           [&](const Column& column, std::size_t place) { return wrong_in(row, column, place); });
    else if (!filling_.rows().wanted(fields) || !refused(row, fields)) filling_.take(fields, Checked::not_yet);
    auto& errors = filling_.rows().tally().errors;
    for (; told_ < errors.size(); ++told_) errors[told_].row = row.number;
  }

 private:
  std::optional<Reason> wrong_in(const SheetRow& row, const Column& column, std::size_t place) const {
    const auto cell = std::ranges::lower_bound(row.cells, static_cast<std::uint32_t>(place), {}, &SheetCell::column);
    const bool there = cell != row.cells.end() && cell->column == place;
    const bool filled = std::ranges::find(filled_, place) != filled_.end();
    return wrong(column, there ? &*cell : nullptr, merged_.cell(row.number, place), filled);
  }
  bool refused(const SheetRow& row, const std::vector<std::string_view>& fields) {
    for (const auto& placed : head_.places.columns) {
      if (placed.place == Placed::kNowhere) continue;
      const auto reason = wrong_in(row, *placed.column, placed.place);
      if (!reason) continue;
      filling_.rows().refuse(*reason, fields[placed.place], placed.column->header);
      return true;
    }
    return false;
  }

  const DescribedTable& table_;
  const Head& head_;
  std::vector<std::size_t> filled_;
  FilledDown down_;
  MergedCells merged_;
  Filling& filling_;
  std::size_t told_ = 0;
};

}  // namespace

std::expected<Tally, shape::Flaws> import_sheet(Duck& duck, const std::filesystem::path& file,
                                                const std::optional<std::string>& name, const DescribedTable& table,
                                                const measure::Work& work) {
  const auto sheet = evidence::sheet(file, name);
  if (!sheet) return std::unexpected{sheet.error()};
  return import_sheet(duck, *sheet, table, work);
}

std::expected<Tally, shape::Flaws> import_sheet(Duck& duck, const Sheet& sheet, const DescribedTable& table,
                                                const measure::Work& work) {
  const auto found = head(sheet, table);
  if (!found) return std::unexpected{found.error()};
  std::vector<std::size_t> filled;
  for (const auto& header : table.filled_down) {
    const auto place = std::ranges::find(found->names, header);
    if (place == found->names.end())
      return std::unexpected{
          shape::Flaws{{.pointer = "", .key = "evidence.no_column", .args = {{"column", shown(header)}}}}};
    filled.push_back(static_cast<std::size_t>(place - found->names.begin()));
  }
  NewTable made{duck, table};
  Appender appender{duck, table.name};
  Filling filling{appender, Rows{table, found->places, found->names.size()}};
  RowReader reader{sheet, table, *found, std::move(filled), filling};
  constexpr std::size_t kAtOnce = 4'096;
  constexpr std::size_t kBatchesHeld = 64;
  for (std::size_t i = found->below; i < sheet.rows.size(); ++i) {
    if (i % kAtOnce == 0 && work.stop.stop_requested()) throw measure::Cancelled{};
    reader.take(sheet.rows[i]);
    if (filling.batches().size() > kBatchesHeld) filling.give();
  }
  return closed(filling, appender, made);
}

}  // namespace trivium::evidence

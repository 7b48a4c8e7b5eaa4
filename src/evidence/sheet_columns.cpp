#include "evidence/sheet_columns.hpp"

#include <algorithm>

namespace trivium::evidence {
namespace {

bool is_empty(const Sheet& sheet, std::uint32_t row, std::uint32_t column) {
  const auto found = std::ranges::lower_bound(sheet.rows, row, {}, &SheetRow::number);
  if (found == sheet.rows.end() || found->number != row) return true;
  const auto cell = std::ranges::lower_bound(found->cells, column, {}, &SheetCell::column);
  return cell == found->cells.end() || cell->column != column;
}

}  // namespace

FilledDown::FilledDown(std::vector<std::size_t> columns) : columns_{std::move(columns)} {
  std::ranges::sort(columns_);
  above_.resize(columns_.size());
}

void FilledDown::fill(std::vector<std::string>& row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto& cell = row[columns_[i]];
    if (cell.empty()) {
      cell = above_[i];
      continue;
    }
    above_[i] = cell;
    for (std::size_t right = i + 1; right < columns_.size(); ++right) above_[right].clear();
  }
}

MergedCells::MergedCells(const Sheet& sheet) {
  constexpr std::uint32_t kWidest = 256;  // merged further than this is a title
  for (const auto& one : sheet.merged) {
    const bool empty = is_empty(sheet, one.first_row, one.first_column);
    const auto last = std::min(one.last_column, one.first_column + kWidest);
    for (auto column = one.first_column; column <= last; ++column)
      ranges_.insert_or_assign({column, one.first_row}, Range{one, empty});
  }
}

MergedCells::How MergedCells::cell(std::uint32_t row, std::size_t column) const {
  const auto at = static_cast<std::uint32_t>(column);
  auto next = ranges_.upper_bound({at, row});
  if (next == ranges_.begin()) return How::by_itself;
  const auto& [place, range] = *--next;
  const auto& cells = range.cells;
  if (place.first != at || row > cells.last_row || range.empty) return How::by_itself;
  if (cells.first_column != at) return How::with_beside;
  return cells.first_row == row ? How::by_itself : How::with_above;
}

}  // namespace trivium::evidence

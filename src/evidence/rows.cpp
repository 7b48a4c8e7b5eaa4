#include "evidence/rows.hpp"

#include <algorithm>
#include <optional>

namespace trivium::evidence {
namespace {

// The n-th key of a cell with several, between commas.
std::string_view part_of(std::string_view cell, unsigned part) {
  for (unsigned i = 1; i < part; ++i) {
    const auto comma = cell.find(',');
    if (comma == std::string_view::npos) return {};
    cell.remove_prefix(comma + 1);
  }
  return cell.substr(0, cell.find(','));
}

// Of letters that are known as a whole, or one by one: what hides the most.
std::optional<Flag::Means> meaning(const std::vector<Flag>& flags, std::string_view letters) {
  const auto known = [&](std::string_view part) {
    return std::ranges::find(flags, part, [](const Flag& one) { return std::string_view{one.letters}; });
  };
  if (const auto whole = known(letters); whole != flags.end()) return whole->means;
  auto means = Flag::Means::a_remark;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto one = known(letters.substr(i, 1));
    if (one == flags.end()) return std::nullopt;
    if (one->means == Flag::Means::suppressed || means == Flag::Means::a_remark) means = one->means;
  }
  return means;
}

// Names and descriptions hold no markup; where there is some, a web page was taken for a table.
bool markup(std::string_view words) {
  const auto angle = words.find('<');
  if (angle == std::string_view::npos || angle + 1 == words.size()) return false;
  const char next = words[angle + 1];
  return (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) &&
         words.find('>', angle) != std::string_view::npos;
}

}  // namespace

void Tally::add(const Tally& other, std::uint64_t first_row) {
  taken += other.taken;
  refused += other.refused;
  left_out += other.left_out;
  for (const auto& error : other.errors) {
    if (errors.size() == kErrorsKept) break;
    errors.push_back(error);
    errors.back().row += first_row;
  }
  met_kept = met_kept || other.met_kept;
  met_choice.resize(std::max(met_choice.size(), other.met_choice.size()));
  for (std::size_t i = 0; i < other.met_choice.size(); ++i) met_choice[i] = met_choice[i] || other.met_choice[i];
  stood.resize(std::max(stood.size(), other.stood.size()));
  for (std::size_t i = 0; i < other.stood.size(); ++i) {
    for (std::size_t mark = 0; mark < 4; ++mark) stood[i].by_mark[mark] += other.stood[i].by_mark[mark];
    for (const auto& [remark, times] : other.stood[i].by_remark) stood[i].by_remark[remark] += times;
    stood[i].like_thousands += other.stood[i].like_thousands;
    stood[i].other_decimals += other.stood[i].other_decimals;
  }
}

Rows::Rows(const DescribedTable& table, Places places, std::size_t width)
    : table_{&table},
      columns_{std::move(places.columns)},
      where_{std::move(places.rows)},
      beside_{std::move(places.beside)},
      width_{width} {
  std::size_t at = 0;
  for (const auto& placed : columns_) {
    targets_.push_back({.value = at, .mark = at + 1});
    at += placed.column->marked() ? 2 : 1;
  }
  for (std::size_t second = 0; second < columns_.size(); ++second) {
    const auto& before = columns_[second].column->not_before;
    const auto first = std::ranges::find(columns_, before, [](const Placed& placed) { return placed.column->name; });
    if (!before.empty() && first != columns_.end())
      orders_.push_back({static_cast<std::size_t>(first - columns_.begin()), second});
  }
  tally_.stood.resize(columns_.size());
  tally_.met_choice.resize(table.rows.size());
  std::map<std::string_view, std::size_t> columns;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].are != RowsWhere::Are::taken) continue;
    const auto [column, is_new] = columns.emplace(table.rows[i].header, taken_of_.size());
    if (is_new) taken_of_.emplace_back();
    taken_of_[column->second].push_back(i);
  }
}

void Rows::refuse(Reason reason, std::string_view shown_value, std::string column) {
  if (tally_.errors.size() < Tally::kErrorsKept)
    tally_.errors.push_back({.row = met_, .column = std::move(column), .value = shown(shown_value), .reason = reason});
  ++tally_.refused;
  ++met_;
}

bool Rows::left_out(const std::vector<std::string_view>& fields) const {
  return std::ranges::any_of(columns_, [&](const Placed& placed) {
    const auto& left = placed.column->left_out;
    return !left.empty() && placed.place != Placed::kNowhere &&
           std::ranges::find(left, trimmed(fields[placed.place])) != left.end();
  });
}

// Whether a cell holds a text that was said: blanks and line breaks are no matter.
bool Rows::is(std::string_view cell, const std::string& value) const {
  cell = trimmed(cell);
  if (cell == value) return true;
  if (table_->letters == Letters::latin1) return collapsed(trimmed(from_latin1(cell).value_or(std::string{}))) == value;
  return needs_collapsing(cell) && collapsed(cell) == value;
}

void Rows::note_choices(const std::vector<std::string_view>& fields) {
  for (std::size_t i = 0; i < tally_.met_choice.size(); ++i) {
    if (!tally_.met_choice[i]) tally_.met_choice[i] = is(fields[where_[i]], table_->rows[i].value);
  }
}

bool Rows::meant(const std::vector<std::string_view>& fields) const {
  const auto& choices = table_->rows;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].are == RowsWhere::Are::left_out && is(fields[where_[i]], choices[i].value)) return false;
  }
  return std::ranges::all_of(taken_of_, [&](const std::vector<std::size_t>& of_column) {
    return std::ranges::any_of(of_column, [&](std::size_t i) { return is(fields[where_[i]], choices[i].value); });
  });
}

bool Rows::fits(const std::vector<std::string_view>& fields) const {
  if (fields.size() == width_) return true;
  // Separators too many at the end are met often, and say nothing.
  return fields.size() > width_ && std::ranges::all_of(fields.begin() + static_cast<std::ptrdiff_t>(width_),
                                                       fields.end(), [](auto field) { return field.empty(); });
}

bool Rows::take(const std::vector<std::string_view>& fields, Checked letters, Batch& batch, std::size_t row) {
  if (!fits(fields)) {
    refuse(Reason::fields, std::to_string(fields.size()) + " / " + std::to_string(width_));
    return false;
  }
  note_choices(fields);
  if (!wanted(fields)) {
    ++tally_.left_out;
    ++met_;
    return false;
  }
  const bool taken = read(fields, letters, batch, row);
  ++met_;
  return taken;
}

void Rows::note(const Column& column, std::string_view text, Reason reason) {
  if (tally_.errors.size() >= Tally::kErrorsKept) return;
  RowError error{.row = met_, .column = column.header, .value = shown(text), .reason = reason};
  if (taken_ != nullptr) {
    const auto& ours = *table_->side_by_side;
    if (column.name == ours.names || column.name == ours.values) error.column = taken_->shown;
    // What all rows of a record have in common is wrong once. Errors of earlier records may have been given other
    // numbers by now, so they are not looked at.
    else if (std::find(tally_.errors.begin() + static_cast<std::ptrdiff_t>(first_error_of_record_), tally_.errors.end(),
                       error) != tally_.errors.end())
      return;
  }
  tally_.errors.push_back(std::move(error));
}

// Reads a record that is wanted; whether there was nothing wrong with it.
bool Rows::read(const std::vector<std::string_view>& fields, Checked letters, Batch& batch, std::size_t row) {
  bool fine = true;
  const auto wrong = [&](const Column& column, std::string_view text, Reason reason) {
    if (fine) ++tally_.refused;
    fine = false;
    note(column, text, reason);
  };
  std::array<Mark, 64> few{};
  std::vector<Mark> many(columns_.size() > few.size() ? columns_.size() : 0);
  Mark* const marks = many.empty() ? few.data() : many.data();
  std::vector<std::pair<std::size_t, std::string>> remarks;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& column = *columns_[i].column;
    if (columns_[i].place == Placed::kNowhere) {
      if (column.marked()) batch.values<std::uint8_t>(targets_[i].mark)[row] = static_cast<std::uint8_t>(Mark::missing);
      batch.unknown(row, targets_[i].value);
      marks[i] = Mark::missing;
      continue;
    }
    auto text = fields[columns_[i].place];
    std::string converted;
    if (table_->letters == Letters::latin1) {
      auto made = from_latin1(text);
      if (!made) {
        wrong(column, text, made.error());
        continue;
      }
      converted = std::move(*made);
      text = converted;
    } else if (letters == Checked::not_yet && !valid_utf8(text)) {
      wrong(column, text, Reason::not_utf8);
      continue;
    }
    remark_.clear();
    const auto mark = cell(columns_[i], targets_[i], text, fields, batch, row);
    if (!mark) wrong(column, text, mark.error());
    else marks[i] = *mark;
    if (mark && column.kind == Kind::number) note_decimals(i, trimmed(text));
    if (!remark_.empty()) remarks.emplace_back(i, remark_);
  }
  for (const auto& [first, second] : orders_) {
    if (!fine || marks[first] != Mark::stated || marks[second] != Mark::stated) continue;
    const auto at = [&](std::size_t column) { return batch.values<std::int64_t>(targets_[column].value)[row]; };
    if (at(second) < at(first)) wrong(*columns_[second].column, fields[columns_[second].place], Reason::too_early);
  }
  if (!fine) {
    batch.forget(row);
    return false;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) ++tally_.stood[i].by_mark[static_cast<std::size_t>(marks[i])];
  for (const auto& [i, remark] : remarks) ++tally_.stood[i].by_remark[remark];
  ++tally_.taken;
  return true;
}

std::expected<Mark, Reason> Rows::cell(const Placed& placed, const Target& target, std::string_view text,
                                       const std::vector<std::string_view>& fields, Batch& batch, std::size_t row) {
  const auto& column = *placed.column;
  if (column.part != 0) text = part_of(text, column.part);
  text = trimmed(text);
  auto mark = Mark::stated;
  const bool kept = column.suppressed_where && is(fields[placed.suppressed_by], column.suppressed_where->value);
  tally_.met_kept = tally_.met_kept || kept;
  if (kept) mark = Mark::suppressed;

  const auto marker = [&](std::string_view cell) {
    return std::ranges::find(column.markers, cell, [](const Marker& one) { return std::string_view{one.text}; });
  };
  auto found = marker(text);
  if (column.dash_is_nil && text == "-" && found == column.markers.end()) text = "0";
  if (found == column.markers.end() && !column.flags.empty() && !text.empty()) {
    const auto parts = flagged(text);
    if (!parts.letters.empty()) {
      const auto means = meaning(column.flags, parts.letters);
      if (!means) return std::unexpected{Reason::unknown_flag};
      if (*means == Flag::Means::suppressed) mark = Mark::suppressed;
      else if (*means == Flag::Means::not_applicable) mark = mark == Mark::stated ? Mark::not_applicable : mark;
      else remark_ = parts.letters;
      text = parts.value;
      found = marker(text);
    }
  }
  if (mark == Mark::stated && found != column.markers.end()) {
    switch (found->means) {
      case Marker::Means::missing: mark = Mark::missing; break;
      case Marker::Means::suppressed: mark = Mark::suppressed; break;
      case Marker::Means::not_applicable: mark = Mark::not_applicable; break;
      case Marker::Means::zero: text = "0"; break;
    }
  } else if (mark == Mark::stated && text.empty()) {
    if (column.empty == Column::Empty::is_wrong) return std::unexpected{Reason::empty};
    mark = Mark::missing;
  }
  if (column.marked()) batch.values<std::uint8_t>(target.mark)[row] = static_cast<std::uint8_t>(mark);
  if (mark != Mark::stated) {
    batch.unknown(row, target.value);
    return mark;
  }
  if (const auto read = value(column, target.value, text, batch, row); !read) return std::unexpected{read.error()};
  return mark;
}

void Rows::note_decimals(std::size_t column, std::string_view text) {
  constexpr std::size_t kGroup = 3;
  const auto at = text.find(table_->decimal_mark);
  if (at == std::string_view::npos) return;
  const auto before = text.starts_with('-') ? at - 1 : at;
  const bool like = text.size() - at - 1 == kGroup && before >= 1 && before <= kGroup && !text.starts_with("0");
  ++(like ? tally_.stood[column].like_thousands : tally_.stood[column].other_decimals);
}

std::expected<void, Reason> Rows::value(const Column& column, std::size_t at, std::string_view text, Batch& batch,
                                        std::size_t row) const {
  const NumberStyle style{.decimal_mark = table_->decimal_mark, .thousands_mark = table_->thousands_mark};
  const auto within = [&](double value) {
    return (!column.least || value >= *column.least) && (!column.most || value <= *column.most);
  };
  std::string made;
  if (column.kind == Kind::code || column.kind == Kind::text) {
    // Codes are names as often as not: KUJAWSKO-POMORSKIE.
    if (markup(text)) return std::unexpected{Reason::markup};
    if (needs_collapsing(text)) {
      made = collapsed(text);
      text = made;
    }
  }
  switch (column.kind) {
    case Kind::code: {
      const auto read = code(text, column.digits);
      if (!read) return std::unexpected{read.error()};
      batch.text(row, at, *read);
      return {};
    }
    case Kind::text: batch.text(row, at, text); return {};
    case Kind::whole: {
      const auto read = whole(text, style);
      if (!read) return std::unexpected{read.error()};
      if (!within(static_cast<double>(*read))) return std::unexpected{Reason::out_of_range};
      batch.values<std::int64_t>(at)[row] = *read;
      return {};
    }
    case Kind::number:
    case Kind::share: {
      const auto read = column.kind == Kind::share ? share(text, style) : number(text, style);
      if (!read) return std::unexpected{read.error()};
      if (!within(*read)) return std::unexpected{Reason::out_of_range};
      batch.values<double>(at)[row] = *read;
      return {};
    }
    case Kind::date: {
      const auto read = date(text, table_->date_order);
      if (!read) return std::unexpected{read.error()};
      batch.values<std::int32_t>(at)[row] = *read;
      return {};
    }
  }
  return {};
}

std::string create_sql(const DescribedTable& table) {
  std::string sql = "create table " + sql_name(table.name) + " (";
  for (const auto& column : table.columns) {
    if (&column != table.columns.data()) sql += ", ";
    sql += sql_name(column.name);
    switch (column.kind) {
      case Kind::code:
      case Kind::text: sql += " varchar"; break;
      case Kind::whole: sql += " bigint"; break;
      case Kind::number:
      case Kind::share: sql += " double"; break;
      case Kind::date: sql += " date"; break;
    }
    if (column.marked())
      sql += ", " + sql_name(column.name + "_mark") + " enum('stated', 'missing', 'suppressed', 'not applicable')";
  }
  return sql + ")";
}

}  // namespace trivium::evidence

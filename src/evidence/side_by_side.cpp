#include "evidence/side_by_side.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace trivium::evidence {
namespace {

using Are = RowsWhere::Are;

constexpr std::size_t kMostBeside = 16'384;  // as many as a sheet has
constexpr std::size_t kLongestCode = 1'000;  // names and codes are written once for each cell
constexpr std::size_t kMostTold = 100;

const std::string& header_of(const DescribedTable& table, const std::string& name) {
  return std::ranges::find(table.columns, name, &Column::name)->header;
}

// What was said of the names, as of rows.
struct Choice {
  std::vector<std::string_view> taken{};
  std::vector<std::string_view> left_out{};

  bool means(std::string_view name) const {
    if (std::ranges::find(left_out, name) != left_out.end()) return false;
    return taken.empty() || std::ranges::find(taken, name) != taken.end();
  }
};

Choice choice(const DescribedTable& table) {
  Choice made;
  const auto& header = header_of(table, table.side_by_side->names);
  for (const auto& one : table.rows) {
    if (one.header == header) (one.are == Are::taken ? made.taken : made.left_out).push_back(one.value);
  }
  return made;
}

// The columns that something else is read from.
std::vector<bool> read_from(const DescribedTable& table, const std::vector<std::string>& names, const Places& places) {
  std::vector<bool> read(names.size(), false);
  const auto note = [&](std::size_t place) {
    if (place < read.size()) read[place] = true;
  };
  for (const auto& placed : places.columns) {
    note(placed.place);
    if (placed.column->suppressed_where) note(placed.suppressed_by);
  }
  for (const auto place : places.rows) note(place);
  for (const auto& header : table.filled_down)
    note(static_cast<std::size_t>(std::ranges::find(names, header) - names.begin()));
  return read;
}

}  // namespace

void place_beside(const DescribedTable& table, const std::vector<std::string_view>& headers,
                  const std::vector<std::string>& names, Places& places, shape::Flaws& flaws) {
  const auto refuse = [&](std::string key, std::map<std::string, std::string> args) {
    flaws.push_back({.pointer = "/1", .key = std::move(key), .args = std::move(args)});
  };
  const auto& said = *table.side_by_side;
  const auto chosen = choice(table);
  for (const auto& names_said : {chosen.taken, chosen.left_out}) {
    for (const auto name : names_said) {
      if (!name.empty() && std::ranges::find(names, name) == names.end())
        refuse("evidence.not_beside", {{"column", said.names}, {"value", shown(name)}});
    }
  }
  if (!flaws.empty()) return;
  const auto stands = [&](const std::string& ours) {
    return std::ranges::find(names, header_of(table, ours)) != names.end();
  };
  if (stands(said.names) && stands(said.values))
    return refuse("evidence.rows_already",
                  {{"names", shown(header_of(table, said.names))}, {"values", shown(header_of(table, said.values))}});
  const auto read = read_from(table, names, places);
  std::size_t named = 0;
  std::unordered_set<std::string_view> met;
  for (std::size_t place = 0; place < names.size(); ++place) {
    if (read[place] || !chosen.means(names[place])) continue;
    const bool has_name = !trimmed(headers[place]).empty();
    if (has_name && !names[place].empty() && !met.insert(names[place]).second) {
      refuse("evidence.column_twice", {{"column", shown(names[place])}});
      if (flaws.size() == kMostTold) return;
    }
    if (places.beside.size() == kMostBeside) return refuse("evidence.too_many_beside", {});
    places.beside.push_back({.place = place,
                             .name = has_name ? std::string{headers[place]} : std::string{},
                             .shown = has_name ? shown(names[place]) : std::to_string(place + 1)});
    named += has_name ? 1 : 0;
  }
  if (named == 0 && flaws.empty()) refuse("evidence.none_beside", {{"column", said.names}});
}

bool Rows::begin_record(const std::vector<std::string_view>& fields) {
  if (!fits(fields)) {
    refuse(Reason::fields, std::to_string(fields.size()) + " / " + std::to_string(width_));
    return false;
  }
  record_.assign(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(width_));
  record_.resize(width_ + 2);
  first_error_of_record_ = tally_.errors.size();
  const auto too_long = std::ranges::find_if(columns_, [&](const Placed& placed) {
    return placed.place < width_ && trimmed(record_[placed.place]).size() > kLongestCode;
  });
  too_long_ = too_long == columns_.end() ? nullptr : &*too_long;
  return true;
}

bool Rows::take_beside(const Beside& one, Checked letters, const WrongCell& wrong, Batch& batch, std::size_t row) {
  record_[width_] = one.name;
  record_[width_ + 1] = record_[one.place];
  if (one.name.empty() && trimmed(record_[one.place]).empty()) return false;
  note_choices(record_);
  if (!wanted(record_)) {
    ++tally_.left_out;
    return false;
  }
  taken_ = &one;
  const auto refused = [&](const Column& column, std::string_view text, Reason reason) {
    ++tally_.refused;
    note(column, text, reason);
    return false;
  };
  if (one.name.empty()) {
    const auto values = std::ranges::find(columns_, width_ + 1, &Placed::place);
    return refused(*values->column, record_[one.place], Reason::no_header);
  }
  if (too_long_ != nullptr) return refused(*too_long_->column, record_[too_long_->place], Reason::cell_too_long);
  if (one.name.size() > kLongestCode)
    return refused(*std::ranges::find(columns_, width_, &Placed::place)->column, one.name, Reason::cell_too_long);
  if (wrong) {
    for (const auto& placed : columns_) {
      if (placed.place == Placed::kNowhere || placed.place == width_) continue;
      const auto place = placed.place == width_ + 1 ? one.place : placed.place;
      if (const auto reason = wrong(*placed.column, place)) return refused(*placed.column, record_[place], *reason);
    }
  }
  // The header's letters were not looked at with those of the records.
  return read(record_, valid_utf8(one.name) ? letters : Checked::not_yet, batch, row);
}

void Rows::end_record() {
  taken_ = nullptr;
  ++met_;
}

}  // namespace trivium::evidence

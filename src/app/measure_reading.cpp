#include "app/measure_reading.hpp"

#include "app/header_there.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace trivium::app {
namespace {

using analysis::Analysis;

using Pair = std::pair<std::string, std::string>;

// "region=geo" in two; nothing where there is no name before the sign.
std::optional<Pair> two_of(const std::string& typed) {
  const auto sign = typed.find('=');
  if (sign == std::string::npos || sign == 0) return std::nullopt;
  return Pair{typed.substr(0, sign), typed.substr(sign + 1)};
}

bool has_column(const Analysis& analysis, const std::string& name) {
  for (const auto& input : analysis.inputs) {
    for (const auto& column : input.columns) {
      if (name == column.name || name == fmt::format("{}.{}", input.name, column.name)) return true;
    }
  }
  return false;
}

// "employment.geo" as table and column; without one of our tables before it, it is meant for all of them.
Pair table_and_column(const Analysis& analysis, const std::string& typed) {
  const auto dot = typed.find('.');
  const auto table = typed.substr(0, dot);
  const bool ours = dot != std::string::npos &&
                    std::ranges::find(analysis.inputs, table, &analysis::Input::name) != analysis.inputs.end();
  return ours ? Pair{table, typed.substr(dot + 1)} : Pair{"", typed};
}

// The tables whose rows are meant where none is named. Of those that were given, some may have the column as one of
// ours and others not at all, as region in employment and in totals of industries: these others are not asked for it.
// Nothing where there is no such difference; what is said is then said of all.
std::vector<std::string> tables_with(const Analysis& analysis, const MeasureTyped& typed, const std::string& column) {
  std::vector<std::string> with;
  bool ours = false;
  bool not_there = false;
  const auto letters = typed.letters == "latin1" ? evidence::Letters::latin1 : evidence::Letters::utf8;
  for (const auto& input : analysis.inputs) {
    const auto file = typed.files.find(std::string{input.name});
    if (file == typed.files.end() || file->second.empty()) continue;
    const bool has = std::ranges::find(input.columns, column, &evidence::Column::name) != input.columns.end();
    ours = ours || has;
    if (has || may_have_header(file->second, column, letters)) with.emplace_back(input.name);
    else not_there = true;
  }
  if (!ours || !not_there) with.clear();
  return with;
}

void read_rows(const Analysis& analysis, const MeasureTyped& typed, evidence::RowsWhere::Are are,
               analysis::Reading& made, shape::Flaws& flaws) {
  const bool taken = are == evidence::RowsWhere::Are::taken;
  const auto* pointer = taken ? "/only" : "/without";
  for (const auto& one : taken ? typed.only : typed.without) {
    const auto pair = two_of(one);
    if (!pair) {
      flaws.push_back({pointer, "flaw.not_column_and_value", {{"given", one}}});
      continue;
    }
    const auto [table, column] = table_and_column(analysis, pair->first);
    auto tables = table.empty() ? tables_with(analysis, typed, column) : std::vector<std::string>{};
    if (tables.empty()) tables.push_back(table);
    for (auto& meant : tables) made.rows.push_back({std::move(meant), {column, pair->second, are}});
  }
}

// "4" or "3-4".
std::optional<evidence::HeaderRows> rows_in(std::string_view typed) {
  const auto number = [](std::string_view text) -> std::optional<std::uint32_t> {
    std::uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || value == 0) return std::nullopt;
    return value;
  };
  const auto dash = typed.find('-');
  const auto first = number(typed.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : number(typed.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return evidence::HeaderRows{*first, *last};
}

void read_header_rows(const Analysis& analysis, const MeasureTyped& typed, analysis::Reading& made,
                      shape::Flaws& flaws) {
  for (const auto& one : typed.header_rows) {
    const auto pair = two_of(one).value_or(Pair{"", one});
    const bool ours = pair.first.empty() ||
                      std::ranges::find(analysis.inputs, pair.first, &analysis::Input::name) != analysis.inputs.end();
    if (const auto rows = rows_in(pair.second); rows && ours) made.header_rows[pair.first] = *rows;
    else flaws.push_back({"/header-row", "flaw.no_header_row", {{"given", one}}});
  }
}

// The pairs that may be said of the tables: region=jobs, industry=jobs.
std::string pairs(const Analysis& analysis) {
  std::vector<std::string> all;
  for (const auto& input : analysis.inputs) {
    for (const auto& names : input.columns) {
      for (const auto& values : input.columns) {
        if (analysis::may_stand_side_by_side(input, {names.name, values.name}))
          all.push_back(names.name + "=" + values.name);
      }
    }
  }
  std::ranges::sort(all);
  const auto again = std::ranges::unique(all);
  all.erase(again.begin(), again.end());
  return fmt::format("{}", fmt::join(all, ", "));
}

void read_side_by_side(const Analysis& analysis, const MeasureTyped& typed, analysis::Reading& made,
                       shape::Flaws& flaws) {
  for (const auto& one : typed.side_by_side) {
    const auto pair = two_of(one).value_or(Pair{one, ""});
    auto [table, column] = table_and_column(analysis, pair.first);
    const analysis::BesideSaid said{std::move(table), {std::move(column), pair.second}};
    const auto meant = [&](const analysis::Input& input) { return analysis::said_of(input, said); };
    const auto twice = [&](const analysis::BesideSaid& other) {
      return std::ranges::any_of(analysis.inputs,
                                 [&](const auto& input) { return meant(input) && analysis::said_of(input, other); });
    };
    if (std::ranges::none_of(analysis.inputs, meant)) {
      const auto choices = pairs(analysis);
      flaws.push_back({"/side-by-side",
                       choices.empty() ? "flaw.nothing_side_by_side" : "flaw.not_side_by_side",
                       {{"given", one}, {"choices", choices}}});
    } else if (std::ranges::any_of(made.side_by_side, twice)) {
      flaws.push_back({"/side-by-side", "flaw.side_by_side_again", {{"given", one}}});
    } else {
      made.side_by_side.push_back(said);
    }
  }
}

}  // namespace

analysis::Reading reading(const Analysis& analysis, const MeasureTyped& typed, shape::Flaws& flaws) {
  analysis::Reading made;
  for (const auto& one : typed.headers) {
    const auto pair = two_of(one);
    if (pair && has_column(analysis, pair->first)) made.headers.insert(*pair);
    else flaws.push_back({"/column", "flaw.not_ours_and_theirs", {{"given", one}}});
  }
  using Means = evidence::Marker::Means;
  for (const auto& text : typed.missing) made.markers.push_back({text, Means::missing});
  for (const auto& text : typed.suppressed) made.markers.push_back({text, Means::suppressed});
  for (const auto& text : typed.zero) made.markers.push_back({text, Means::zero});
  if (!typed.suppressed_where.empty()) {
    const auto pair = two_of(typed.suppressed_where);
    if (pair) {
      auto [table, column] = table_and_column(analysis, pair->first);
      made.kept = analysis::KeptSaid{std::move(table), {std::move(column), pair->second}};
    } else flaws.push_back({"/suppressed-where", "flaw.not_ours_and_theirs", {{"given", typed.suppressed_where}}});
  }
  using Are = evidence::RowsWhere::Are;
  read_rows(analysis, typed, Are::taken, made, flaws);
  read_rows(analysis, typed, Are::left_out, made, flaws);
  for (const auto& one : typed.filled_down) {
    auto [table, column] = table_and_column(analysis, one);
    made.filled_down.push_back({std::move(table), std::move(column)});
  }
  read_side_by_side(analysis, typed, made, flaws);
  read_header_rows(analysis, typed, made, flaws);
  if (typed.letters == "latin1") made.letters = evidence::Letters::latin1;
  made.decimal_mark = typed.decimal.front();
  if (!typed.thousands.empty()) made.thousands_mark = typed.thousands.front();
  if (made.thousands_mark == made.decimal_mark)
    flaws.push_back({"/thousands",
                     "flaw.marks_alike",
                     {{"given", typed.thousands}, {"other", typed.thousands == "." ? "," : "."}}});
  return made;
}

}  // namespace trivium::app

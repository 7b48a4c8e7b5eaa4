#include "app/side_by_side_hints.hpp"

#include "analysis/reading.hpp"
#include "app/shell_word.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <ranges>
#include <set>
#include <string_view>

namespace trivium::app {
namespace {

using analysis::Analysis;
using analysis::Input;

bool is_missing(const shape::Flaws& flaws, const std::string& column) {
  return std::ranges::any_of(flaws, [&](const shape::Flaw& flaw) {
    return flaw.key == "evidence.no_column" && flaw.args.at("column") == column;
  });
}

bool is_optional(const evidence::Column& column) {
  return column.stands == evidence::Column::Stands::where_there_is_one;
}

// What the file has in place of ours, as far as the refusal lists it.
std::vector<std::string> there(const shape::Flaws& flaws) {
  const auto flaw = std::ranges::find_if(flaws, [](const shape::Flaw& one) { return one.args.contains("there"); });
  std::vector<std::string> all;
  if (flaw == flaws.end()) return all;
  std::string_view rest = flaw->args.at("there");
  for (auto at = rest.find(", "); at != std::string_view::npos; at = rest.find(", ")) {
    all.emplace_back(rest.substr(0, at));
    rest.remove_prefix(at + 2);
  }
  all.emplace_back(rest);
  return all;
}

bool is_listed(const std::vector<std::string>& there, const evidence::Column& column) {
  return std::ranges::find(there, column.header) != there.end();
}

// The pair that no column of the file is named for, if there is one. An amount that need not be there is not told to be
// missing; of several columns of codes the last is the one whose codes stand in the header then, as in a matrix of
// ties.
std::optional<evidence::SideBySide> missing_pair(const Input& input, const shape::Flaws& flaws) {
  for (const auto& names : input.columns) {
    for (const auto& values : input.columns) {
      evidence::SideBySide pair{names.name, values.name};
      if (is_missing(flaws, names.name) && is_missing(flaws, values.name) &&
          analysis::may_stand_side_by_side(input, pair))
        return pair;
    }
  }
  const auto listed = there(flaws);
  for (const auto& names : input.columns | std::views::reverse) {
    for (const auto& values : input.columns) {
      evidence::SideBySide pair{names.name, values.name};
      if (is_missing(flaws, names.name) && is_optional(values) && !is_listed(listed, values) &&
          analysis::may_stand_side_by_side(input, pair))
        return pair;
    }
  }
  return std::nullopt;
}

// How many columns there are that are none of ours, as far as the refusal lists them.
std::size_t others(const Input& input, const shape::Flaws& flaws) {
  const auto listed = there(flaws);
  const auto found = static_cast<std::size_t>(std::ranges::count_if(input.columns, [&](const evidence::Column& column) {
    return !is_missing(flaws, column.name) && (!is_optional(column) || is_listed(listed, column));
  }));
  return listed.size() > found ? listed.size() - found : 0;
}

// The only column beside a pair that is missing too, where the first column of the file has no name.
std::optional<std::string> first_unnamed(const Input& input, const shape::Flaws& flaws,
                                         const evidence::SideBySide& pair) {
  if (!std::ranges::any_of(flaws, [](const shape::Flaw& flaw) { return flaw.args.contains("first_unnamed"); }))
    return std::nullopt;
  std::optional<std::string> made;
  for (const auto& column : input.columns) {
    if (column.name == pair.names || column.name == pair.values || !is_missing(flaws, column.name)) continue;
    if (made) return std::nullopt;
    made = column.name;
  }
  return made;
}

// With the table's name, where another one that is read could be meant as well.
std::string option(const Analysis& analysis, const Input& input, const evidence::SideBySide& pair,
                   const MeasureTyped& typed) {
  const auto read = std::ranges::count_if(analysis.inputs, [&](const Input& one) {
    const auto file = typed.files.find(std::string{one.name});
    return file != typed.files.end() && !file->second.empty() && analysis::may_stand_side_by_side(one, pair);
  });
  return (read > 1 ? std::string{input.name} + "." : "") + pair.names + "=" + pair.values;
}

// What the names that stand side by side were typed as: region, or employment.region.
std::optional<std::string> names_typed(const Input& input, const MeasureTyped& typed) {
  const auto table = std::string{input.name} + ".";
  for (const auto& one : typed.side_by_side) {
    auto name = one.substr(0, one.find('='));
    const auto column = name.starts_with(table) ? name.substr(table.size()) : name;
    if (std::ranges::find(input.columns, column, &evidence::Column::name) != input.columns.end()) return name;
  }
  return std::nullopt;
}

// Whether a column of ours was looked for by this header.
bool is_ours(const Input& input, const std::string& header, const MeasureTyped& typed) {
  return std::ranges::find(input.columns, header, &evidence::Column::name) != input.columns.end() ||
         std::ranges::any_of(typed.headers, [&](const std::string& one) { return one.ends_with("=" + header); });
}

bool holds_words(std::string_view value) {
  constexpr int kFewest = 3;  // letters; flags and marks have fewer
  return std::ranges::count_if(value, [](unsigned char letter) { return std::isalpha(letter) != 0 || letter > 127; }) >=
         kFewest;
}

// The columns in which most of the rows that were refused have words where an amount is looked for. One word again and
// again in several of them is no text, but a mark.
std::vector<std::string> of_words(const shape::Flaws& flaws) {
  struct Met {
    std::set<std::string> values;
    std::set<std::string> rows;
  };
  std::map<std::string, Met> columns;
  std::set<std::string> rows;
  for (const auto& flaw : flaws) {
    if (flaw.key != "evidence.not_a_number" && flaw.key != "evidence.not_whole" && flaw.key != "evidence.not_a_share")
      continue;
    rows.insert(flaw.args.at("row"));
    if (!holds_words(flaw.args.at("value"))) continue;
    auto& met = columns[flaw.args.at("column")];
    met.values.insert(flaw.args.at("value"));
    met.rows.insert(flaw.args.at("row"));
  }
  std::vector<std::string> made;
  for (const auto& [column, met] : columns) {
    if (met.rows.size() * 2 >= rows.size() && (met.values.size() > 1 || columns.size() == 1 || rows.size() == 1))
      made.push_back(column);
  }
  return made;
}

std::string without(const std::string& names, const std::string& header) {
  return "--without " + shell_word(names + "=" + header);
}

}  // namespace

std::vector<std::string> side_by_side_hints(const Analysis& analysis, const analysis::Refusal& refusal,
                                            const MeasureTyped& typed, const words::Words& words,
                                            const std::string& language) {
  std::vector<std::string> made;
  const auto input = std::ranges::find(analysis.inputs, refusal.input, &Input::name);
  if (input == analysis.inputs.end()) return made;
  const auto& flaws = refusal.flaws;
  constexpr std::size_t kFewest = 3;
  if (const auto pair = missing_pair(*input, flaws); pair && others(*input, flaws) >= kFewest) {
    made.push_back(words.say(
        language, "measure.hint.side_by_side",
        {{"names", pair->names}, {"values", pair->values}, {"typed", option(analysis, *input, *pair, typed)}}));
    if (const auto first = first_unnamed(*input, flaws, *pair))
      made.push_back(words.say(language, "measure.hint.first_unnamed", {{"column", *first}}));
  }
  const auto names = names_typed(*input, typed);
  if (!names) return made;
  const auto first = [&](const char* key) { return std::ranges::find(flaws, key, &shape::Flaw::key); };
  if (const auto twice = first("evidence.column_twice");
      twice != flaws.end() && !is_ours(*input, twice->args.at("column"), typed))
    made.push_back(words.say(language, "measure.hint.beside_twice",
                             {{"column", twice->args.at("column")},
                              {"names", *names},
                              {"typed", without(*names, twice->args.at("column"))}}));
  if (first("evidence.no_header") != flaws.end())
    made.push_back(words.say(language, "measure.hint.no_header", {{"typed", without(*names, "")}}));
  std::string columns;
  std::string options;
  for (const auto& column : of_words(flaws)) {
    columns += (columns.empty() ? "" : ", ") + column;
    options += (options.empty() ? "" : " ") + without(*names, column);
  }
  if (!columns.empty())
    made.push_back(words.say(language, "measure.hint.words_beside",
                             {{"columns", columns}, {"names", *names}, {"typed", options}}));
  return made;
}

}  // namespace trivium::app

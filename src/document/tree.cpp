#include "document/tree.hpp"

#include "document/marks.hpp"
#include "document/passages.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace trivium::document {
namespace {

using nlohmann::json;

const json kNoAttributes = json::array({"", json::array(), json::array()});

json element(std::string_view kind, json content) { return {{"t", kind}, {"c", std::move(content)}}; }

json named(std::string_view key, std::string_view value) { return json::array({key, value}); }

json attributes(json pairs) { return json::array({"", json::array(), std::move(pairs)}); }

// One line of text, every run of blanks as one. A single string: pandoc's time for a paragraph in DOCX grows with the
// square of its words when they are given one by one (10 s instead of 0.5 s for 32 answers of 20,000 characters).
json inlines(std::string_view line) {
  std::string text;
  for (const char letter : line) {
    if (letter != ' ' || (!text.empty() && text.back() != ' ')) text += letter;
  }
  if (text.ends_with(' ')) text.pop_back();
  if (text.empty()) return json::array();
  return json::array({element("Str", std::move(text))});
}

json plain(std::string_view text) {
  std::string line = printable(text);
  std::ranges::replace(line, '\n', ' ');
  return inlines(line);
}

json in_style(std::string_view style, json inline_list) {
  return element("Div", json::array({attributes(json::array({named("custom-style", style)})),
                                     json::array({element("Para", std::move(inline_list))})}));
}

json in_language(const std::string& language, json inline_list) {
  if (language.empty()) return inline_list;
  const json pairs =
      json::array({named("custom-style", std::string{kLanguageStyle} + language), named("lang", language)});
  return json::array({element("Span", json::array({attributes(pairs), std::move(inline_list)}))});
}

// With a bookmark round it in DOCX, by which it is found again.
json marked(const std::string& mark, json inline_list) {
  if (mark.empty() || inline_list.empty()) return inline_list;
  const json attribute = json::array({mark, json::array(), json::array()});
  return json::array({element("Span", json::array({attribute, std::move(inline_list)}))});
}

json broken_lines(const std::vector<std::string>& lines) {
  json all = json::array();
  for (const std::string& line : lines) {
    if (!all.empty()) all.push_back({{"t", "LineBreak"}});
    for (json& word : inlines(line)) all.push_back(std::move(word));
  }
  return all;
}

// Passages of the same depth or deeper, in the language given: a list where the depth is reached, paragraphs elsewhere.
json blocks(std::span<const Passage> passages, int depth, const std::string& language) {
  json made = json::array();
  while (!passages.empty()) {
    const Passage& first = passages.front();
    if (first.depth <= depth) {
      made.push_back(in_style(depth == 0 ? "Answer" : "AnswerItem", in_language(language, broken_lines(first.lines))));
      passages = passages.subspan(1);
      continue;
    }
    json items = json::array();
    while (!passages.empty() && passages.front().depth > depth) {
      std::size_t length = 1;
      while (length < passages.size() && passages[length].depth > depth + 1) ++length;
      items.push_back(blocks(passages.first(length), depth + 1, language));
      passages = passages.subspan(length);
    }
    made.push_back(element("BulletList", std::move(items)));
  }
  return made;
}

void append(json& list, json more) {
  for (json& one : more) list.push_back(std::move(one));
}

json cell(json block_list) {
  return json::array({kNoAttributes, {{"t", "AlignDefault"}}, 1, 1, std::move(block_list)});
}

json row_of(json cells) { return json::array({kNoAttributes, std::move(cells)}); }

// The dimension stands in the first row only; the task's own name stands in every row, so that a page which begins in
// the middle of a vertex still says where one is. Cells that span all rows of a vertex would leave that column empty
// on every page but the first.
json dimension_cell(const Group& group, const Row& row) {
  const std::string colour = colour_of(group);
  json all = json::array();
  if (&row == &group.rows.front()) {
    all.push_back(in_style("Letter" + colour, plain(group.letter)));
    all.push_back(element("Header", json::array({2, kNoAttributes, plain(group.name)})));
    all.push_back(in_style("VertexQuestion", plain(group.question)));
  }
  all.push_back(in_style("Task" + colour, marked(mark_of(row), plain(row.task))));
  return cell(std::move(all));
}

json question_cell(const Row& row) {
  json all = json::array({in_style("Question", plain(row.question))});
  json items = json::array();
  for (const std::string& hint : row.hints) items.push_back(json::array({in_style("Hint", plain(hint))}));
  if (!items.empty()) all.push_back(element("BulletList", std::move(items)));
  return cell(std::move(all));
}

json answer_cell(const FilledTable& table, const Row& row) {
  const std::string language = row.language == table.language ? "" : row.language;
  json all = json::array();
  if (!row.standing.empty())
    all.push_back(in_style("Standing", marked(mark_of(row, kStandingKey), plain(row.standing))));
  for (const Part& part : row.parts) {
    const std::vector<Passage> found = passages(part.text);
    if (found.empty()) continue;
    if (!part.label.empty()) all.push_back(in_style("PartLabel", marked(mark_of(row, part.key), plain(part.label))));
    append(all, blocks(found, 0, language));
  }
  if (all.empty()) all.push_back(in_style("NotProvided", plain(table.not_provided)));
  return cell(std::move(all));
}

json heading_row(const FilledTable& table) {
  json cells = json::array();
  for (const std::string& heading : {table.dimension_heading, table.question_heading, table.answer_heading}) {
    cells.push_back(cell(json::array({in_style("ColumnHeading", plain(heading))})));
  }
  return row_of(std::move(cells));
}

json table_of(const FilledTable& table, const Group& group) {
  json columns = json::array();
  for (const double share : kColumnShares) {
    columns.push_back(json::array({{{"t", "AlignDefault"}}, element("ColWidth", share)}));
  }
  json rows = json::array();
  for (const Row& row : group.rows) {
    rows.push_back(row_of(json::array({dimension_cell(group, row), question_cell(row), answer_cell(table, row)})));
  }
  const json caption = json::array({nullptr, json::array()});
  const json head = json::array({kNoAttributes, json::array({heading_row(table)})});
  const json body = json::array({kNoAttributes, 0, json::array(), std::move(rows)});
  const json foot = json::array({kNoAttributes, json::array()});
  return element("Table", json::array({kNoAttributes, caption, std::move(columns), head, json::array({body}), foot}));
}

// Lines that a text fills in the answer's column, roughly.
std::size_t lines_of(std::string_view text) {
  constexpr std::size_t kLine = 50;
  std::size_t lines = 0;
  for (const Passage& passage : passages(text)) {
    for (const std::string& line : passage.lines) lines += 1 + line.size() / kLine;
  }
  return lines;
}

}  // namespace

bool stays_whole(const Row& row) {
  const std::size_t most = row.sum_up ? 26 : 18;
  std::size_t lines = row.standing.empty() ? 0 : 1;
  for (const Part& part : row.parts) lines += 1 + lines_of(part.text);
  return lines <= most;
}

std::string colour_of(const Group& group) { return group.letter == "B" || group.letter == "C" ? group.letter : "A"; }

json tree(const FilledTable& table) {
  json all = json::array();
  for (const std::string& line : table.lines) all.push_back(in_style(all.empty() ? "Lead" : "Fact", plain(line)));
  for (const Section& section : table.sections) {
    all.push_back(element("Header", json::array({2, kNoAttributes, plain(section.heading)})));
    const std::string language = section.language == table.language ? "" : section.language;
    const std::vector<Passage> found = passages(section.text);
    if (found.empty()) all.push_back(in_style("NotProvided", plain(table.not_provided)));
    append(all, blocks(found, 0, language));
  }
  for (const Group& group : table.groups) {
    if (group.rows.empty()) continue;
    // Word runs tables together that have nothing between them. A vertex whose first row may break begins on a new
    // page, lest its name stand at the foot of one page and its question on the next.
    const bool close = &group == &table.groups.front() || stays_whole(group.rows.front());
    const bool begins = !group.heading.empty();
    all.push_back(in_style(close && !begins ? "Between" : "NewPage", json::array()));
    if (begins) all.push_back(element("Header", json::array({2, kNoAttributes, plain(group.heading)})));
    all.push_back(table_of(table, group));
  }
  all.push_back(in_style("End", json::array()));
  return {{"pandoc-api-version", {1, 22, 2}},
          {"meta",
           {{"title", element("MetaInlines", plain(table.title))}, {"lang", element("MetaString", table.language)}}},
          {"blocks", std::move(all)}};
}

}  // namespace trivium::document

#include "api/word_value.hpp"

#include "api/said_of.hpp"
#include "document/passages.hpp"
#include "shape/text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using framework::Column;
using framework::Kind;
using shape::Json;

struct Label {
  std::string folded;
  std::string code;
};

// Of every language, the longest first: "research and education" before "research".
std::vector<Label> labels_of(const Column& column, const framework::Framework& framework) {
  std::vector<Label> labels;
  for (const auto& [language, texts] : framework.texts) {
    for (const auto& code : column.codes) labels.push_back({folded(texts.code(column.list, code)), code});
  }
  std::ranges::stable_sort(labels, std::ranges::greater{}, [](const Label& label) { return label.folded.size(); });
  return labels;
}

Json one_from(const std::vector<Label>& labels, const std::string& text) {
  const std::string said = shape::trimmed(text);
  if (said.empty()) return {};
  const auto found = std::ranges::find(labels, folded(said), &Label::folded);
  if (found != labels.end()) return found->code;
  return {{"own", said}};
}

// Pieces between ", ", joined again where together they are a label: "law, or what follows from it".
std::vector<std::string> entries_in(const std::vector<Label>& labels, const std::string& text,
                                    const std::string& between) {
  if (between == "\n") return lines_from_words(text);
  std::vector<std::string> pieces;
  std::size_t from = 0;
  for (auto at = text.find(between); at != std::string::npos; at = text.find(between, from)) {
    pieces.push_back(text.substr(from, at - from));
    from = at + between.size();
  }
  pieces.push_back(text.substr(from));
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < pieces.size();) {
    std::string joined = pieces[i];
    std::string entry = joined;
    std::size_t taken = 1;
    for (std::size_t j = i + 1; j < pieces.size() && j < i + 6; ++j) {
      joined += between + pieces[j];
      if (std::ranges::find(labels, folded(joined), &Label::folded) == labels.end()) continue;
      entry = joined;
      taken = j - i + 1;
    }
    entries.push_back(std::move(entry));
    i += taken;
  }
  return entries;
}

// "2. Freelancers": the place goes; the order is that of the lines.
std::string without_place(const std::string& line) {
  const auto digits = line.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string::npos || (line[digits] != '.' && line[digits] != ')')) return line;
  return shape::trimmed(line.substr(digits + 1));
}

Json many_from(const Column& column, const framework::Framework& framework, const std::string& text,
               const std::string& between) {
  const auto labels = labels_of(column, framework);
  Json list = Json::array();
  for (const auto& entry : entries_in(labels, text, between)) {
    Json one = one_from(labels, column.kind == Kind::ranked ? without_place(entry) : entry);
    if (!one.is_null()) list.push_back(std::move(one));
  }
  return list;
}

std::string without_unit(const Column& column, const framework::Framework& framework, const std::string& text) {
  std::string number = shape::trimmed(text);
  for (const auto& [language, texts] : framework.texts) {
    if (column.unit.empty()) continue;
    for (const double amount : {1, 2}) {
      const auto& unit = texts.unit_of(column.unit, amount);
      if (number.ends_with(unit)) return shape::trimmed(number.substr(0, number.size() - unit.size()));
    }
  }
  return number;
}

struct Found {
  std::size_t begin = std::string::npos;
  std::size_t end = 0;
  std::string column;
};

// The next "; Label:" of a column.
Found next_label(const WordTask& task, const framework::Facet& facet, const std::string& line, std::size_t from) {
  Found first;
  for (const auto& [language, texts] : task.framework.texts) {
    const auto& words = texts.task(task.task.id).facets.at(facet.id);
    for (const auto& [column, label] : words.columns) {
      const std::string mark = "; " + label + ":";
      const auto at = line.find(mark, from);
      if (at < first.begin || (at == first.begin && at != std::string::npos && at + mark.size() > first.end))
        first = {at, at + mark.size(), column};
    }
  }
  return first;
}

}  // namespace

Json value_from_words(const Column& column, const framework::Framework& framework, const std::string& text,
                      const std::string& between) {
  if (shape::trimmed(text).empty()) return {};
  switch (column.kind) {
    case Kind::one: {
      const auto lines = lines_from_words(text);
      return one_from(labels_of(column, framework), lines.size() == 1 ? lines.front() : text);
    }
    case Kind::many:
    case Kind::ranked: return many_from(column, framework, text, between);
    case Kind::number: return without_unit(column, framework, text);
    case Kind::year: return shape::trimmed(text);
    case Kind::text: return text;
    case Kind::lines: return lines_from_words(text);
    case Kind::rows: break;  // each cell by itself
  }
  return {};
}

RowInWords row_from_words(const WordTask& task, const framework::Facet& facet, const std::string& first_column,
                          const std::string& line) {
  RowInWords row;
  std::string column = first_column;
  std::size_t from = 0;
  while (true) {
    const Found next = next_label(task, facet, line, from);
    std::string said =
        shape::trimmed(line.substr(from, next.begin == std::string::npos ? next.begin : next.begin - from));
    auto& cell = row.cells[column];
    if (!said.empty()) cell += (cell.empty() ? "" : "; ") + said;
    if (next.begin == std::string::npos) return row;
    column = next.column;
    from = next.end;
  }
}

std::vector<std::string> lines_from_words(const std::string& text) {
  std::vector<std::string> lines;
  for (const auto& passage : document::passages(text)) {
    // Line breaks within a paragraph part entries; under a bullet they go on with it.
    std::string together;
    for (const auto& line : passage.lines) {
      if (passage.depth == 0) lines.push_back(line);
      else together += (together.empty() ? "" : " ") + line;
    }
    if (passage.depth > 0) lines.push_back(std::move(together));
  }
  return lines;
}

std::optional<triangle::Standing> standing_from_words(const WordTask& task, const std::string& text) {
  const std::string said = folded(text);
  for (const auto& [name, standing] : trivium_names(triangle::Standing{})) {
    const std::string key = "standing." + std::string{name};
    for (const auto& language : task.words.languages()) {
      if (folded(task.words.say(language, key)) == said) return standing;
    }
  }
  return std::nullopt;
}

}  // namespace trivium::api

#include "api/word_answer.hpp"

#include "api/answer_reading.hpp"
#include "api/word_value.hpp"
#include "document/passages.hpp"
#include "shape/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace trivium::api {
namespace {

using framework::Kind;
using shape::Json;

constexpr const char* kInCell = ", ";

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// A line that was not touched in the document is written as it was typed here: with its tabs and its own kind of
// bullet, which paper does not show.
std::string as_typed_before(const std::string& text, const std::string& stored) {
  auto known = split(stored);
  std::string kept;
  for (const auto& line : split(text)) {
    const auto same = std::ranges::find_if(known, [&](const std::string& one) {
      return !shape::trimmed(one).empty() &&
             document::as_on_paper(shape::trimmed(one)) == document::as_on_paper(shape::trimmed(line));
    });
    kept += (kept.empty() ? "" : "\n") + (same == known.end() ? line : *same);
    if (same != known.end()) known.erase(same);
  }
  return kept;
}

std::optional<shape::Flaw> put_text(std::string& into, const std::string& text) {
  std::string typed = as_typed_before(text, into);
  const auto length = shape::characters(typed);
  if (!length || *length > shape::kLongestText)
    return shape::Flaw{"",
                       "flaw.too_long",
                       {{"limit", fmt::to_string(shape::kLongestText)}, {"given", fmt::to_string(length.value_or(0))}}};
  into = std::move(typed);
  return std::nullopt;
}

std::size_t place_of(const Json& rows, const std::string& key) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (row_key(rows[i], i) == key) return i;
  }
  return rows.size();
}

Json new_row(const WordTask& task, const framework::Facet& facet, const std::string& line) {
  Json row = Json::object();
  for (const auto& [column, text] : row_from_words(task, facet, facet.columns.front().id, line).cells) {
    const auto described = std::ranges::find(facet.columns, column, &framework::Column::id);
    Json value = value_from_words(*described, task.framework, text, kInCell);
    if (!value.is_null()) row[column] = std::move(value);
  }
  return row;
}

// "+2" stands where it stood in the document, as far as there are rows before it.
void add_row(Json& rows, const std::string& mark, Json row) {
  std::size_t place = rows.size();
  std::from_chars(mark.data() + 1, mark.data() + mark.size(), place);
  const auto at = std::min(place, rows.size());
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(row));
}

Json with_row_changed(const WordTask& task, const WordKey& key, Json rows, const std::string& text) {
  if (!rows.is_array()) rows = Json::array();
  const auto place = place_of(rows, key.row);
  if (key.row.starts_with('+') || (key.column == nullptr && !shape::trimmed(text).empty())) {
    Json row = new_row(task, *key.facet, text);
    if (key.row.starts_with('+')) add_row(rows, key.row, std::move(row));
    else {
      row["id"] = key.row;
      if (place == rows.size()) rows.push_back(std::move(row));
      else rows[place] = std::move(row);
    }
    return rows;
  }
  if (key.column == nullptr) {
    if (place < rows.size()) rows.erase(place);
    return rows;
  }
  if (place == rows.size()) rows.push_back(key.row.starts_with('.') ? Json::object() : Json{{"id", key.row}});
  Json value = value_from_words(*key.column, task.framework, text, kInCell);
  if (value.is_null()) rows[place].erase(key.column->id);
  else rows[place][key.column->id] = std::move(value);
  return rows;
}

}  // namespace

std::optional<shape::Flaw> put_into(triangle::Answer& answer, const WordTask& task, const WordKey& key,
                                    const std::string& text) {
  if (key.own == "notes") return put_text(answer.notes, text);
  if (key.own == "evidence") return put_text(answer.evidence, text);
  if (key.own == "standing") {
    answer.standing = standing_from_words(task, text);
    return std::nullopt;
  }
  Json facets = answer.facets;
  Json value = key.row.empty() ? value_from_words(*key.facet, task.framework, text, "\n")
                               : with_row_changed(task, key, facets.value(key.facet->id, Json::array()), text);
  if (value.is_null()) facets.erase(key.facet->id);
  else facets[key.facet->id] = std::move(value);
  shape::Flaws flaws;
  facets = facets_of(task.task, facets, "", flaws);
  if (!flaws.empty()) return flaws.front();
  answer.facets = std::move(facets);
  return std::nullopt;
}

void settle_standing(triangle::Answer& answer) {
  const bool says = !answer.notes.empty() || !answer.facets.empty();
  if (!answer.standing && says) answer.standing = triangle::Standing::answered;
  if (answer.standing == triangle::Standing::answered && !says) answer.standing.reset();
}

}  // namespace trivium::api

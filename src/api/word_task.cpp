#include "api/word_task.hpp"

#include "api/in_words.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using framework::Kind;
using shape::Json;

std::string standing_in_words(const WordTask& task, const triangle::Answer& answer) {
  if (!answer.standing || *answer.standing == triangle::Standing::answered) return {};
  return task.words.say(task.language, "standing." + std::string{shape::name_of(*answer.standing)});
}

void add_rows(std::vector<WordField>& fields, const WordTask& task, const framework::Facet& facet, const Json& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& column : facet.columns) {
      const auto value = rows[i].find(column.id);
      if (value == rows[i].end()) continue;
      std::string text = value_in_words(column, task.texts, *value, ", ");
      std::ranges::replace(text, '\n', ' ');
      fields.push_back({facet.id + "/" + row_key(rows[i], i) + "/" + column.id, std::move(text)});
    }
  }
}

// Where a row stands among those of an answer, from 1.
std::optional<std::size_t> place_of_row(const WordKey& key, const triangle::Answer* answer) {
  if (key.row.starts_with('+')) return std::nullopt;
  if (answer == nullptr || !answer->facets.contains(key.facet->id)) return std::nullopt;
  const Json& rows = answer->facets[key.facet->id];
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (row_key(rows[i], i) == key.row) return i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<WordKey> word_key(const framework::Task& task, const std::string& key) {
  if (key == "notes" || key == "evidence" || key == "standing") return WordKey{.own = key};
  const auto first = key.find('/');
  WordKey found{.facet = task.facet(key.substr(0, first))};
  if (found.facet == nullptr) return std::nullopt;
  if (found.facet->kind != Kind::rows)
    return first == std::string::npos ? std::optional{std::move(found)} : std::nullopt;
  if (first == std::string::npos) return std::nullopt;
  const auto second = key.find('/', first + 1);
  found.row = key.substr(first + 1, second == std::string::npos ? second : second - first - 1);
  if (found.row.empty() || found.row.size() > 64) return std::nullopt;
  if (second == std::string::npos) return found;
  const auto column = std::ranges::find(found.facet->columns, key.substr(second + 1), &framework::Column::id);
  if (column == found.facet->columns.end()) return std::nullopt;
  found.column = &*column;
  return found;
}

std::string label_of(const WordKey& key, const WordTask& reader, const triangle::Answer* answer) {
  if (key.own == "standing") return reader.words.say(reader.language, "question.standing");
  if (key.facet == nullptr) return reader.words.say(reader.language, "question." + key.own);
  const auto& words = reader.texts.task(reader.task.id).facets.at(key.facet->id);
  if (key.row.empty()) return words.label;
  const auto place = place_of_row(key, answer);
  if (!place) return reader.words.say(reader.language, "word.new_row", {{"label", words.label}});
  std::string label =
      reader.words.say(reader.language, "word.row", {{"label", words.label}, {"number", std::to_string(*place)}});
  if (key.column == nullptr) return label;
  const auto column = words.columns.find(key.column->id);
  return label + ": " + (column == words.columns.end() ? key.column->id : column->second);
}

std::vector<std::string> part_keys(const framework::Task& task, const triangle::Answer& answer) {
  std::vector<std::string> keys;
  for (const auto& facet : task.facets) {
    if (answer.facets.contains(facet.id)) keys.push_back(facet.id);
  }
  if (!answer.notes.empty()) keys.emplace_back("notes");
  if (!answer.evidence.empty()) keys.emplace_back("evidence");
  return keys;
}

std::vector<WordField> word_fields(const WordTask& task, const triangle::Answer* answer) {
  std::vector<WordField> fields;
  if (answer == nullptr) return fields;
  if (std::string standing = standing_in_words(task, *answer); !standing.empty())
    fields.push_back({"standing", std::move(standing)});
  for (const auto& facet : task.task.facets) {
    const auto value = answer->facets.find(facet.id);
    if (value == answer->facets.end()) continue;
    if (facet.kind == Kind::rows) add_rows(fields, task, facet, *value);
    else fields.push_back({facet.id, value_in_words(facet, task.texts, *value, "\n")});
  }
  if (!answer->notes.empty()) fields.push_back({"notes", answer->notes});
  if (!answer->evidence.empty()) fields.push_back({"evidence", answer->evidence});
  return fields;
}

std::string row_key(const Json& row, std::size_t place) {
  if (const auto id = row.find("id"); id != row.end() && id->is_string()) return id->get<std::string>();
  return "." + std::to_string(place);
}

std::string text_of(const std::vector<WordField>& fields, const std::string& key) {
  const auto found = std::ranges::find(fields, key, &WordField::key);
  return found == fields.end() ? std::string{} : found->text;
}

}  // namespace trivium::api

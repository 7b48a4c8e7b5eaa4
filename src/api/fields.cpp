#include "api/fields.hpp"

#include "api/in_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

using framework::Column;
using framework::Facet;
using framework::Kind;
using shape::Json;

FieldKind field_kind(const Column& column) {
  switch (column.kind) {
    case Kind::one: return FieldKind::one;
    case Kind::many: return FieldKind::many;
    case Kind::ranked: return FieldKind::ranked;
    case Kind::number: return FieldKind::number;
    case Kind::year: return FieldKind::year;
    case Kind::text: return column.long_text ? FieldKind::long_text : FieldKind::text;
    case Kind::lines: return FieldKind::lines;
    case Kind::rows: return FieldKind::rows;
  }
  return FieldKind::text;
}

std::string anchor_of(const std::string& name) {
  std::string anchor = name;
  std::ranges::replace(anchor, '/', '-');
  return anchor;
}

// Places as they were typed beside the options, not yet judged: {code: "1", …, "own": "text", "own_rank": "2"}.
void fill_typed_places(Field& field, const Column& column, const framework::Texts& texts, const Json& typed) {
  const auto at = [&](const std::string& key) -> std::optional<std::string> {
    if (!typed.contains(key)) return std::nullopt;
    return number_in_words(texts.language, typed[key]);
  };
  for (const auto& code : column.codes) {
    const auto place = at(code);
    field.choices.push_back(
        {.code = code, .label = texts.code(column.list, code), .chosen = place.has_value(), .rank = place});
  }
  if (auto own = at("own")) field.own.push_back(std::move(*own));
  field.own_rank = at("own_rank");
}

void fill_choices(Field& field, const Column& column, const framework::Texts& texts, const Json& value) {
  const Json chosen = value.is_array() ? value : value.is_null() ? Json::array() : Json::array({value});
  for (const auto& code : column.codes) {
    Choice choice{.code = code, .label = texts.code(column.list, code), .chosen = false, .rank = std::nullopt};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i] == code) {
        choice.chosen = true;
        if (column.kind == Kind::ranked) choice.rank = std::to_string(i + 1);
      }
    }
    field.choices.push_back(std::move(choice));
  }
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (auto own = own_entry(chosen[i])) {
      field.own.push_back(std::move(*own));
      if (column.kind == Kind::ranked) field.own_rank = std::to_string(i + 1);
    }
  }
}

std::optional<std::string> text_value(const Column& column, const framework::Texts& texts, const Json& value) {
  if (value.is_null()) return std::nullopt;
  if (column.kind == Kind::number || column.kind == Kind::year) return number_in_words(texts.language, value);
  if (column.kind == Kind::lines && value.is_array()) {
    std::string lines;
    for (const auto& line : value) lines += (lines.empty() ? "" : "\n") + line.get<std::string>();
    return lines;
  }
  return value.get<std::string>();
}

Field field_of(const Column& column, const std::string& name, const std::string& label, const framework::Texts& texts,
               const Json& value) {
  Field field{};
  field.id = column.id;
  field.name = name;
  field.anchor = anchor_of(name);
  field.kind = field_kind(column);
  field.label = label;
  if (!column.unit.empty()) field.unit = texts.unit(column.unit);
  if (column.kind == Kind::ranked && value.is_object()) fill_typed_places(field, column, texts, value);
  else if (column.kind == Kind::one || column.kind == Kind::many || column.kind == Kind::ranked)
    fill_choices(field, column, texts, value);
  else if (column.kind != Kind::rows) field.value = text_value(column, texts, value);
  return field;
}

FieldRow row_of(const Facet& facet, const framework::FacetText& words, const framework::Texts& texts, int index,
                const Json& stored) {
  FieldRow row{.stem = fmt::format("facets/{}/{}", facet.id, index),
               .index = index,
               .number = index + 1,
               .id = std::nullopt,
               .columns = {}};
  if (stored.contains("id")) row.id = stored["id"].get<std::string>();
  for (const auto& column : facet.columns) {
    const auto label = words.columns.find(column.id);
    row.columns.push_back(field_of(column, row.stem + "/" + column.id,
                                   label == words.columns.end() ? column.id : label->second, texts,
                                   stored.value(column.id, Json{})));
  }
  return row;
}

void fill_rows(Field& field, const Facet& facet, const framework::FacetText& words, const framework::Texts& texts,
               const Json& stored, int more) {
  const int filled = static_cast<int>(stored.size());
  const int most = static_cast<int>(facet.max_rows);
  const int shown = std::min(most, std::max({filled + more, static_cast<int>(facet.suggested_rows), 1}));
  for (int i = 0; i < std::max(shown, filled); ++i) {
    field.rows.push_back(
        row_of(facet, words, texts, i, i < filled ? stored[static_cast<std::size_t>(i)] : Json::object()));
  }
  field.room_for_more = std::max(shown, filled) < most;
}

std::string rows_in_words(const Facet& facet, const framework::FacetText& words, const framework::Texts& texts,
                          const Json& rows) {
  std::string text;
  for (const auto& row : rows) text += (text.empty() ? "- " : "\n- ") + row_in_words(facet, words, texts, row);
  return text;
}

}  // namespace

std::vector<Field> fields_of(const framework::Task& task, const framework::Texts& texts, const Json& facets,
                             int more_rows) {
  std::vector<Field> fields;
  const auto& words = texts.task(task.id);
  for (const auto& facet : task.facets) {
    const auto& facet_words = words.facets.at(facet.id);
    const Json value = facets.value(facet.id, Json{});
    Field field = field_of(facet, "facets/" + facet.id, facet_words.label, texts, value);
    if (!facet_words.hint.empty()) field.hint = facet_words.hint;
    if (facet.kind == Kind::rows)
      fill_rows(field, facet, facet_words, texts, value.is_null() ? Json::array() : value, more_rows);
    fields.push_back(std::move(field));
  }
  return fields;
}

AnswerInWords InWords::operator()(const triangle::Answer& answer) const {
  AnswerInWords said{};
  said.standing = answer.standing;
  said.confidence = answer.confidence;
  said.language = answer.language;
  said.written_at = answer.written_at;
  said.revision = answer.revision;
  const auto& task_words = texts.task(task.id);
  for (const auto& facet : task.facets) {
    const auto value = answer.facets.find(facet.id);
    if (value == answer.facets.end()) continue;
    const auto& facet_words = task_words.facets.at(facet.id);
    said.parts.push_back({facet_words.label, facet.kind == Kind::rows ? rows_in_words(facet, facet_words, texts, *value)
                                                                      : value_in_words(facet, texts, *value, "\n")});
  }
  if (!answer.notes.empty()) said.parts.push_back({words.say(language, "question.notes"), answer.notes});
  if (!answer.evidence.empty()) said.parts.push_back({words.say(language, "question.evidence"), answer.evidence});
  return said;
}

}  // namespace trivium::api

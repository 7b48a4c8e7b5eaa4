#include "api/in_words.hpp"

#include "words/decimal_mark.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {

using framework::Column;
using framework::Facet;
using framework::Kind;
using shape::Json;

namespace {

std::string one_in_words(const Column& column, const framework::Texts& texts, const Json& value) {
  if (auto own = own_entry(value)) return *own;
  return texts.code(column.list, value.get<std::string>());
}

}  // namespace

// Digits are not grouped: what is shown in a field is typed again.
std::string number_in_words(std::string_view language, const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  std::string number = fmt::format("{}", value.get<double>());
  std::ranges::replace(number, '.', words::decimal_mark(language));
  return number;
}

std::optional<std::string> own_entry(const Json& value) {
  if (!value.is_object() || !value.contains("own")) return std::nullopt;
  return value["own"].get<std::string>();
}

std::string value_in_words(const Column& column, const framework::Texts& texts, const Json& value,
                           const std::string& between) {
  std::string text;
  switch (column.kind) {
    case Kind::one: return one_in_words(column, texts, value);
    case Kind::many:
      for (const auto& one : value) text += (text.empty() ? "" : between) + one_in_words(column, texts, one);
      return text;
    case Kind::ranked:
      for (std::size_t i = 0; i < value.size(); ++i) {
        text += fmt::format("{}{}. {}", i == 0 ? "" : between, i + 1, one_in_words(column, texts, value[i]));
      }
      return text;
    case Kind::number: {
      auto number = number_in_words(texts.language, value);
      if (column.unit.empty()) return number;
      return number + " " +
             (value.is_number() ? texts.unit_of(column.unit, value.get<double>()) : texts.unit(column.unit));
    }
    case Kind::year: return number_in_words(texts.language, value);
    case Kind::text: return value.get<std::string>();
    case Kind::lines:
      for (const auto& line : value) text += (text.empty() ? "- " : "\n- ") + line.get<std::string>();
      return text;
    case Kind::rows: return {};
  }
  return text;
}

std::string row_in_words(const Facet& facet, const framework::FacetText& words, const framework::Texts& texts,
                         const Json& row) {
  std::string line;
  for (const auto& column : facet.columns) {
    if (!row.contains(column.id)) continue;
    std::string value = value_in_words(column, texts, row[column.id], ", ");
    std::ranges::replace(value, '\n', ' ');
    const auto label = words.columns.find(column.id);
    // The first column names the row; the others say what they are.
    if (line.empty()) line = value;
    else line += fmt::format("; {}: {}", label == words.columns.end() ? column.id : label->second, value);
  }
  return line;
}

}  // namespace trivium::api

#include "api/written_length.hpp"

#include "api/in_words.hpp"
#include "shape/text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using framework::Column;
using framework::Kind;
using shape::Json;

std::size_t length(std::string_view text) { return shape::characters(shape::trimmed(text)).value_or(0); }

std::size_t length_of_text(const Json& value) {
  return value.is_string() ? length(value.get_ref<const std::string&>()) : 0;
}

std::size_t length_of_own(const Json& value) {
  const auto own = own_entry(value);
  return own ? length(*own) : 0;
}

std::size_t length_of(const Column& column, const Json& value) {
  std::size_t sum = 0;
  switch (column.kind) {
    case Kind::one: return length_of_own(value);
    case Kind::text: return length_of_text(value);
    case Kind::many:
    case Kind::ranked:
      for (const auto& entry : value) sum += length_of_own(entry);
      return sum;
    case Kind::lines:
      for (const auto& line : value) sum += length_of_text(line);
      return sum;
    case Kind::number:
    case Kind::year:
    case Kind::rows: return 0;
  }
  return sum;
}

std::size_t length_of_rows(const framework::Facet& facet, const Json& rows) {
  std::size_t sum = 0;
  for (const auto& row : rows) {
    for (const auto& column : facet.columns) {
      const auto cell = row.find(column.id);
      if (cell != row.end()) sum += length_of(column, *cell);
    }
  }
  return sum;
}

}  // namespace

std::size_t characters_written(const framework::Task& task, const triangle::Answer* answer) {
  if (answer == nullptr) return 0;
  std::size_t sum = length(answer->notes) + length(answer->evidence);
  for (const auto& facet : task.facets) {
    const auto value = answer->facets.find(facet.id);
    if (value == answer->facets.end()) continue;
    sum += facet.kind == Kind::rows ? length_of_rows(facet, *value) : length_of(facet, *value);
  }
  return sum;
}

int steps_of(std::size_t characters) {
  if (characters == 0) return 0;
  const auto* const step = std::ranges::lower_bound(kLengths, characters);
  return static_cast<int>(step - kLengths.begin()) + 1;
}

}  // namespace trivium::api

// A text out of a document as the value of a facet or cell, in the shape framework/facets.hpp reads and judges: a
// choice by its label in any language, else as an entry of one's own; a number without its unit.
#pragma once

#include "api/word_task.hpp"

namespace trivium::api {

// between: what parts several entries, "\n" in a facet and ", " in a cell. Null where nothing is said.
shape::Json value_from_words(const framework::Column& column, const framework::Framework& framework,
                             const std::string& text, const std::string& between);

// A line "name; Weight: 4; Scale: city" as a row, the first stretch for the column named. Labels in any language.
struct RowInWords {
  std::map<std::string, std::string> cells;  // by column
};
RowInWords row_from_words(const WordTask& task, const framework::Facet& facet, const std::string& first_column,
                          const std::string& line);

// The lines of a list, each without its bullet: what one passage says is one.
std::vector<std::string> lines_from_words(const std::string& text);

// The standing that is called so in some language.
std::optional<triangle::Standing> standing_from_words(const WordTask& task, const std::string& text);

}  // namespace trivium::api

// What is stored of an answer, in words.
#pragma once

#include "framework/framework.hpp"
#include "shape/json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace trivium::api {

// A number as it was typed: 3, 2.5. What is typed and not yet put right is a text still.
std::string number_in_words(std::string_view language, const shape::Json& value);

// The own entry of {"own": "text"}, or nothing for a code of the list.
std::optional<std::string> own_entry(const shape::Json& value);

// A value of a facet or of a row's cell; several entries with so much between them.
std::string value_in_words(const framework::Column& column, const framework::Texts& texts, const shape::Json& value,
                           const std::string& between);

// "name; Weight: 4; Scale: city": the first cell names the row, the others say what they are.
std::string row_in_words(const framework::Facet& facet, const framework::FacetText& words,
                         const framework::Texts& texts, const shape::Json& row);

}  // namespace trivium::api

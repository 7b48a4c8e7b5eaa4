// A filled-in form becomes the JSON its field names describe. A name is a JSON pointer without the first slash:
// "facets/reach/-" adds to a list, "facets/demands/0/text" goes into a row. Every value stays a string;
// shape::read with Wire::form makes numbers, dates and absences of them.
#pragma once

#include "shape/json.hpp"

#include <expected>
#include <string_view>

namespace trivium::shape {

// application/x-www-form-urlencoded; at most 5,000 fields and 16 levels.
std::expected<Json, Flaws> from_form(std::string_view body);

// %41 and + decoded; nothing where an escape is broken.
std::optional<std::string> unescaped(std::string_view text);

}  // namespace trivium::shape

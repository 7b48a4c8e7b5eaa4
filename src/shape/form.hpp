// A filled-in form becomes the JSON its field names describe. A name is a JSON pointer without the first slash:
// "facets/reach/-" adds to a list, "facets/demands/0/text" goes into a row. Every value stays a string;
// shape::read with Wire::form makes numbers, dates and absences of them.
#pragma once

#include "shape/json.hpp"

#include <optional>
#include <string_view>

namespace trivium::shape {

struct Form {
  Json fields;
  Flaws flaws;  // of what could not be read; the fields hold the rest, so that nobody types it again
};

// application/x-www-form-urlencoded; at most 5,000 fields and 16 levels.
Form from_form(std::string_view body);

// %41 and + decoded; nothing where an escape is broken.
std::optional<std::string> unescaped(std::string_view text);

// The other way round, so that any text may stand in a query.
std::string escaped(std::string_view text);

}  // namespace trivium::shape

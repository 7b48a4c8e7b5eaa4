// Which of a workbook's cell formats show a number as a day or a time.
#pragma once

#include <string_view>
#include <vector>

namespace pugi {
class xml_node;  // NOLINT(readability-identifier-naming): a name of the library
}

namespace trivium::evidence {

// Of each format that cells name (cellXfs), by its place.
std::vector<bool> formats_of_days(const pugi::xml_node& styles);

// Whether a format's code has a letter of a day or a time outside of quotes, escapes and brackets. Brackets hold
// colours, conditions and places, but [h], [mm] and [ss] are lengths of time.
bool shows_a_day(std::string_view code);

}  // namespace trivium::evidence

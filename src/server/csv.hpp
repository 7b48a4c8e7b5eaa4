// A list as CSV that a spreadsheet opens without changing a cell (RFC 4180, with a BOM; a text that a spreadsheet
// would run as a formula gets an apostrophe in front).
#pragma once

#include "shape/json.hpp"

#include <string>

namespace trivium::server {

// One line per element; columns are the scalar members, lists of texts are joined with "; ".
std::string csv(const shape::Json& list);

}  // namespace trivium::server

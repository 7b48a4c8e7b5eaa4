// Text within a CSV file, as spreadsheets read it.
#pragma once

#include <string>

namespace trivium::shape {

// Quoted where a separator stands in it, and kept from being taken for a formula by an apostrophe in front.
std::string csv_cell(std::string text);

}  // namespace trivium::shape

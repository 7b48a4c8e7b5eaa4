// One row of a table that came back, from the paragraphs of its cells.
#pragma once

#include "document/returned_table.hpp"

namespace trivium::document {

std::string whole(const ForeignLine& line);

ReturnedRow returned_row(const std::vector<std::vector<ForeignLine>>& cells);

}  // namespace trivium::document

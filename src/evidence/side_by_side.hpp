// Tables whose regions stand side by side, a column for each:
//
//   industry, East, West, Total, Description
//   0111,     12,   7,    19,    Growing of cereals
//
// Read as (region, industry, jobs) each line is as many rows as there are such columns: their names are the regions. A
// column is one of them where nothing else is read from it: no column of ours, no mark of what is kept back, no choice
// of rows. Which of them are meant is said as of rows, by what stands in the column of their names: without
// region=Total and region=Description. A column without a name is one of them only to see that it holds nothing; a name
// that stands there twice is refused. Names and codes of more than 1,000 letters are not repeated for each cell: their
// rows are refused.
#pragma once

#include "evidence/rows.hpp"
#include "shape/flaw.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

// Finds the columns that stand side by side in a row of headers, and adds to the flaws what is wrong with them. The
// names are the headers as the table is read, and the places of all else that is read are known.
void place_beside(const DescribedTable& table, const std::vector<std::string_view>& headers,
                  const std::vector<std::string>& names, Places& places, shape::Flaws& flaws);

}  // namespace trivium::evidence

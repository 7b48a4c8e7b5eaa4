// A cluster's years as they were pasted from a spreadsheet: a header with the names of columns, a row for each year.
#pragma once

#include "shape/flaw.hpp"
#include "stage/years.hpp"
#include "triangle/cluster_numbers.hpp"

#include <expected>
#include <span>

namespace trivium::api {

// The columns there may be, in the order in which they are offered. year and firms have to be there.
std::span<const std::string_view> columns_of_numbers();

// By year. A flaw's pointer is /numbers; its arguments say row, column and value.
std::expected<std::vector<stage::YearOf>, shape::Flaws> years_in(const std::string& typed,
                                                                 triangle::DecimalMark decimal);

}  // namespace trivium::api

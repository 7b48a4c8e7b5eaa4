// What amounts are rounded to.
#pragma once

#include "evidence/duck.hpp"
#include "measure/work.hpp"

#include <string>

namespace trivium::analysis {

// The largest of 1000, 500, 100 … 0.005, 0.001 that every amount of a column is a whole number of; 0 where none is, as
// of numbers that were counted out and not rounded. Whole numbers are rounded to 1 as well as counted: what is held
// against them has to allow for either. Both names as SQL writes them.
double rounding_unit(const std::string& table, const std::string& amount, evidence::Duck& tables,
                     const measure::Work& work);

}  // namespace trivium::analysis

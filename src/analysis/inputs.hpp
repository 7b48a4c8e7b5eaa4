// The tables that analyses are made from, and the columns they have in common.
#pragma once

#include "analysis/analysis.hpp"

#include <string>
#include <vector>

namespace trivium::analysis {

evidence::Column code(std::string name);
evidence::Column year(std::string name, evidence::Column::Empty empty);
// At least 0. Eurostat's colon says that there is none; an asterisk that it is kept back.
evidence::Column amount(std::string name, evidence::Kind kind);

Input employment();
std::vector<Input> employment_and_totals();
Input flows();
Input flows_before();  // of earlier years
Input panel();
std::vector<Input> plants_and_totals();
Input firm_sizes();
Input change();
// Years of four digits, the last not before the first; and the same of the larger area, where there is one.
std::vector<Input> firms_and_larger();
std::vector<Input> areas_and_neighbours();
std::vector<Input> network(Needed groups);
std::vector<Input> values_and_correspondences();
std::vector<Input> sites();

}  // namespace trivium::analysis

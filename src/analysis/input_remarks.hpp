// What has to be remarked of a table before anything is counted from it.
#pragma once

#include "analysis/account.hpp"
#include "analysis/analysis.hpp"
#include "evidence/rows.hpp"

#include <vector>

namespace trivium::analysis {

// Amounts that are not known, and what becomes of them.
void remark_unknown(const Input& input, const Source& read, std::vector<Remark>& remarks);

// Numbers whose decimal mark could stand between thousands in every one of them.
void remark_decimals(const Input& input, const evidence::Tally& tally, std::vector<Remark>& remarks);

// Rows that say again what stands in a table once, as a rule: how often, and the first of them.
void remark_again(const Input& input, evidence::Duck& tables, const measure::Work& work, std::vector<Remark>& remarks);

// Codes of one column, or of columns with one list, that are alike but for capitals, blanks, hyphens or zeros in front:
// each counts by itself, though they may be one. The first of them are named, all spellings of one together.
void remark_spellings(const Input& input, evidence::Duck& tables, const measure::Work& work,
                      std::vector<Remark>& remarks);

// Codes that the table of all of them has not, so that their rows have no part: how many, and the first of them.
void remark_unlisted(const Input& input, evidence::Duck& tables, const measure::Work& work,
                     std::vector<Remark>& remarks);

// Which columns of the file were read as standing side by side: one that was forgotten to be left out counts like them.
void remark_side_by_side(const evidence::DescribedTable& table, evidence::Duck& tables, const measure::Work& work,
                         std::vector<Remark>& remarks);

}  // namespace trivium::analysis

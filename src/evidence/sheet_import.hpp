// A sheet of a workbook into the engine, by the rules of text with separators, and three of its own:
//
//   a cell that is merged with another above or beside it holds nothing by itself: a row with such a cell in a column
//   that is asked for is refused, unless it was said that the column is filled down (DescribedTable::filled_down);
//   a code that the sheet holds as a day, or as a number that is not whole, is refused: it was a code like 1-2 or 01.10
//   before a spreadsheet took it for something else;
//   a formula without a result, or with an error as its result, is refused.
#pragma once

#include "evidence/import.hpp"
#include "evidence/workbook.hpp"

#include <optional>
#include <string>

namespace trivium::evidence {

std::expected<Tally, shape::Flaws> import_sheet(Duck& duck, const std::filesystem::path& file,
                                                const std::optional<std::string>& name, const DescribedTable& table,
                                                const measure::Work& work = {});

// A sheet that was read already.
std::expected<Tally, shape::Flaws> import_sheet(Duck& duck, const Sheet& sheet, const DescribedTable& table,
                                                const measure::Work& work = {});

}  // namespace trivium::evidence

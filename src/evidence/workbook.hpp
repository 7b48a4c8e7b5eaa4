// One sheet of a workbook (XLSX) as the texts of its cells.
//
// A number is what is stored, not what is shown: 1234.5678 though the screen says 1,235. A day is a number that is only
// shown as a day; its format tells, and it is given as a date. A formula is its result as it was last saved; where
// there is none, the cell is broken. Hidden rows and columns are read like others.
//
// The file is a stranger's: parts have a largest size, and what cannot be is refused.
#pragma once

#include "evidence/parts.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace trivium::evidence {

struct SheetCell {
  std::uint32_t column;  // A is 0
  enum class Holds : std::uint8_t { text, number, day, broken } holds;
  std::string text;  // a number with '.', a day as 2026-09-20, what is broken as its formula
};

struct SheetRow {
  std::uint32_t number;          // from 1
  std::vector<SheetCell> cells;  // by column, without empty ones
};

// Cells merged into one; the first of them holds what they hold.
struct Merged {
  std::uint32_t first_row, first_column, last_row, last_column;
};

struct Sheet {
  std::vector<SheetRow> rows;  // by number, without empty ones
  std::vector<Merged> merged;
};

// The parts that a sheet is read from, as they are packed.
struct SheetParts {
  std::string sheet;
  std::string strings;  // may be empty, as may be the next
  std::string styles;
  enum class Epoch : std::uint8_t { year_1900, year_1904 } epoch = Epoch::year_1900;
};

std::expected<Sheet, shape::Flaws> sheet(SheetParts parts);

// Refused: a workbook with several sheets of which none is named, and a name that none has; the refusal names them.
std::expected<Sheet, shape::Flaws> sheet(const std::filesystem::path& file, const std::optional<std::string>& name);
std::expected<Sheet, shape::Flaws> sheet(const Parts& parts, const std::optional<std::string>& name);

}  // namespace trivium::evidence

// What a row of a sheet means where it says nothing: columns filled down, and cells merged into one.
#pragma once

#include "evidence/workbook.hpp"

#include <map>
#include <string>
#include <vector>

namespace trivium::evidence {

// Columns whose empty cells mean what stands above them. What is new further left empties those to its right: under a
// new section no division has been named yet.
class FilledDown {
 public:
  explicit FilledDown(std::vector<std::size_t> columns);
  // Fills the row's empty cells; rows come in their order.
  void fill(std::vector<std::string>& row);

 private:
  std::vector<std::size_t> columns_;  // from the left
  std::vector<std::string> above_;
};

// Whether a cell has its value in another one.
class MergedCells {
 public:
  explicit MergedCells(const Sheet& sheet);
  enum class How : std::uint8_t { by_itself, with_above, with_beside };
  How cell(std::uint32_t row, std::size_t column) const;

 private:
  struct Range {
    Merged cells;
    bool empty;  // as a whole: then nothing is meant
  };
  // By column and first row; ranges do not overlap in a sound file, and in another one the nearest above counts.
  std::map<std::pair<std::uint32_t, std::uint32_t>, Range> ranges_;
};

}  // namespace trivium::evidence

// Which industry is at home in which region: a table of yes, no and not known.
//
// An industry is at home where the region holds at least its expected share of it, LQ ≥ 1. The line is sharp and the
// world is not: a region just under it counts like one without the industry. Try 0.9 and 1.1 before you build on it.
//
// A suppressed cell is neither yes nor no. Nor is any cell of a region or industry that has no total because of one,
// unless the published total is given.
#pragma once

#include "measure/employment.hpp"
#include "measure/places.hpp"

namespace trivium::measure {

// Rows of yes and no, 64 to a word, so that what two rows share is counted by words.
class Bits {
 public:
  Bits(std::size_t rows, std::size_t columns)
      : words_in_row_{(columns + kPerWord - 1) / kPerWord}, words_(rows * words_in_row_, 0) {}

  [[nodiscard]] bool at(std::size_t row, std::size_t column) const {
    return ((words_[row * words_in_row_ + column / kPerWord] >> (column % kPerWord)) & 1U) != 0;
  }
  void note(std::size_t row, std::size_t column) {
    words_[row * words_in_row_ + column / kPerWord] |= std::uint64_t{1} << (column % kPerWord);
  }
  [[nodiscard]] std::span<const std::uint64_t> row(std::size_t row) const {
    return std::span{words_}.subspan(row * words_in_row_, words_in_row_);
  }

 private:
  static constexpr std::size_t kPerWord = 64;
  std::size_t words_in_row_;
  std::vector<std::uint64_t> words_;
};

class Presence {
 public:
  // Nothing is at home anywhere, and all of it is known.
  Presence(std::size_t regions, std::size_t industries)
      : regions_{regions}, industries_{industries}, home_{industries, regions}, unknown_{industries, regions} {}

  [[nodiscard]] std::size_t regions() const { return regions_; }
  [[nodiscard]] std::size_t industries() const { return industries_; }

  struct Cell {
    std::size_t region;
    std::size_t industry;
  };
  [[nodiscard]] bool home(const Cell& cell) const { return home_.at(cell.industry, cell.region); }
  [[nodiscard]] bool known(const Cell& cell) const { return !unknown_.at(cell.industry, cell.region); }
  [[nodiscard]] bool complete() const { return complete_; }  // every cell is known

  void set_home(const Cell& cell) { home_.note(cell.industry, cell.region); }
  void set_unknown(const Cell& cell) {
    unknown_.note(cell.industry, cell.region);
    complete_ = false;
  }

  // A row for each industry, a column for each region.
  [[nodiscard]] const Bits& home_by_industry() const { return home_; }
  [[nodiscard]] const Bits& unknown_by_industry() const { return unknown_; }

 private:
  std::size_t regions_;
  std::size_t industries_;
  Bits home_;
  Bits unknown_;
  bool complete_ = true;
};

// At home where the quotient is at least so much. Held against e(r)·e(i)/e by multiplying, so a cell with exactly its
// expected share counts as at home. Where a region, an industry or the whole has nobody, nothing is at home there.
Presence specialised(const Employment& employment, const Totals& totals, double least_quotient = 1);
Presence specialised(const Employment& employment);

Places industries_by_region(const Presence& presence);

}  // namespace trivium::measure

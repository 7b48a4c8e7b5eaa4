// The links of a picture as tables that are looked up instead of searched.
#pragma once

#include "fit/picture.hpp"

namespace trivium::fit {

// strength of a link from one row to one column, 0 where there is none.
class Strengths {
 public:
  Strengths(std::size_t rows, std::size_t columns, const std::vector<Link>& links, bool from_is_row);
  double operator()(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> cells_;
};

struct Tables {
  explicit Tables(const Picture& picture);

  Strengths a;                                      // demand × instrument
  Strengths b;                                      // instrument × practice
  Strengths c;                                      // demand × practice
  std::vector<double> weights;                      // of demands, adding up to 1
  std::vector<double> carried;                      // max over k of b(j,k), by instrument
  std::vector<std::optional<std::size_t>> carrier;  // the practice that does
  std::vector<std::optional<std::size_t>> staffed;  // the strongest that is not known to take no time
};

}  // namespace trivium::fit

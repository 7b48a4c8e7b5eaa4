// Sums that do not depend on the order in which their amounts come: threads meet the rows of a table in another order
// each time, and adding 0.1, 0.2 and 0.3 gives another last digit in another order.
//
// Each sum is the exact one, rounded once. What an addition rounds off is kept beside the sum as parts that do not
// overlap: Shewchuk, Discrete & Computational Geometry 18 (1997). Whole numbers below 2⁵³ leave nothing over and cost
// an addition. Sums beyond the largest number are infinite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace trivium::measure {

class ExactSums {
 public:
  explicit ExactSums(std::size_t sums) : first_(sums, 0.0) {}

  std::size_t size() const { return first_.size(); }
  void add(std::size_t which, double amount) {
    const double sum = first_[which] + amount;
    const double added = sum - first_[which];
    // What the addition rounded off, of either side: nothing, as a rule.
    const double left = (first_[which] - (sum - added)) + (amount - added);
    if (left == 0 && (rest_of_.empty() || rest_of_[which] == 0)) first_[which] = sum;
    else add_with_rest(which, amount);
  }
  double operator[](std::size_t which) const;
  // All of them, in the place where they were added up: there may be many.
  std::vector<double> all() &&;

 private:
  using Rest = std::vector<double>;  // from the smallest to the largest, no two with digits in the same places

  void add_with_rest(std::size_t which, double amount);

  std::vector<double> first_;           // the largest part of each sum
  std::vector<std::uint32_t> rest_of_;  // its place in rests_, from 1; empty until there is one
  std::vector<Rest> rests_;
};

}  // namespace trivium::measure

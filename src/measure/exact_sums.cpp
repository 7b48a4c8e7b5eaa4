#include "measure/exact_sums.hpp"

#include <cmath>
#include <utility>

namespace trivium::measure {

void ExactSums::add_with_rest(std::size_t which, double amount) {
  if (rest_of_.empty()) rest_of_.resize(first_.size());
  if (rest_of_[which] == 0) {
    rests_.emplace_back();
    rest_of_[which] = static_cast<std::uint32_t>(rests_.size());
  }
  auto& rest = rests_[rest_of_[which] - 1];
  std::size_t kept = 0;
  const auto take_up = [&](double part) {
    if (std::abs(amount) < std::abs(part)) std::swap(amount, part);
    const double sum = amount + part;
    const double left = part - (sum - amount);
    amount = sum;
    return left;
  };
  const std::size_t parts = rest.size();
  for (std::size_t part = 0; part < parts; ++part) {
    if (const double left = take_up(rest[part]); left != 0) rest[kept++] = left;
  }
  rest.resize(kept);
  if (const double left = take_up(first_[which]); left != 0) rest.push_back(left);
  first_[which] = amount;
  if (!std::isfinite(amount)) rest.clear();
}

double ExactSums::operator[](std::size_t which) const {
  double sum = first_[which];
  if (rest_of_.empty() || rest_of_[which] == 0) return sum;
  const auto& rest = rests_[rest_of_[which] - 1];
  double left = 0;
  auto below = rest.size();
  while (below > 0 && left == 0) {
    const double part = rest[--below];
    const double with = sum + part;
    left = part - (with - sum);
    sum = with;
  }
  // Half-way between two numbers the nearer one is told by what is still smaller.
  if (below > 0 && left != 0 && (left < 0) == (rest[below - 1] < 0)) {
    const double twice = 2 * left;
    const double other = sum + twice;
    if (other - sum == twice) sum = other;
  }
  return sum;
}

std::vector<double> ExactSums::all() && {
  if (!rest_of_.empty()) {
    for (std::size_t which = 0; which < first_.size(); ++which) first_[which] = (*this)[which];
  }
  return std::move(first_);
}

}  // namespace trivium::measure

#include "measure/exact_sums.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using trivium::measure::ExactSums;

namespace {

double sum(const std::vector<double>& amounts) {
  ExactSums sums{1};
  for (const double amount : amounts) sums.add(0, amount);
  return sums[0];
}

}  // namespace

TEST_CASE("three amounts have one sum, whichever comes first") {
  // One after the other these give 0.6000000000000001 or 0.6.
  std::vector<double> amounts{0.1, 0.2, 0.3};
  do CHECK(sum(amounts) == 0.6);
  while (std::ranges::next_permutation(amounts).found);
}

TEST_CASE("what is small beside the sum is not lost") {
  CHECK(sum({1e16, 1, 1}) == 1e16 + 2);
  CHECK(sum({1, 1e100, 1, -1e100}) == 2);
  CHECK(sum(std::vector<double>(10, 0.1)) == 1);
  CHECK(sum({}) == 0);
}

TEST_CASE("half-way between two numbers the smallest part tells which") {
  const double step = std::ldexp(1, -52);
  CHECK(sum({1, step / 2}) == 1);  // to the even one
  CHECK(sum({1, step / 2, std::ldexp(1, -200)}) == 1 + step);
  CHECK(sum({1, step, step / 2, -std::ldexp(1, -200)}) == 1 + step);
}

TEST_CASE("amounts of very different sizes in any order give one sum, and sums stay apart") {
  std::mt19937_64 random{1};
  std::vector<double> amounts;
  for (int i = 0; i < 2'000; ++i)
    amounts.push_back(
        std::ldexp(static_cast<double>(random() % 2'000'001) - 1'000'000, static_cast<int>(random() % 120) - 60));
  const double once = sum(amounts);
  for (int again = 0; again < 20; ++again) {
    std::ranges::shuffle(amounts, random);
    CHECK(sum(amounts) == once);
  }
  ExactSums sums{3};
  for (const double amount : amounts) sums.add(1, amount);
  sums.add(2, 7);
  CHECK(std::move(sums).all() == std::vector<double>{0, once, 7});
}

TEST_CASE("a sum beyond the largest number is infinite and stays so") {
  const double most = std::numeric_limits<double>::max();
  CHECK(sum({0.1, most, most, 0.1, 1}) == std::numeric_limits<double>::infinity());
}

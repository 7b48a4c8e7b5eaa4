#include "measure/random.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace trivium::measure;

TEST_CASE("Philox gives its published numbers") {
  // Known answer of Random123's kat_vectors: counter and key zero.
  Draw draw{Seed{0}, 0};
  CHECK(draw.bits() == 0x6627e8d5U);
  CHECK(draw.bits() == 0xe169c58dU);
  CHECK(draw.bits() == 0xbc57ac4cU);
  CHECK(draw.bits() == 0x9b00dbd8U);
}

TEST_CASE("a draw is the same whatever was drawn before, and another for another seed or place") {
  const auto first = [](Seed seed, std::uint64_t place) { return Draw{seed, place}.bits(); };
  CHECK(first({7}, 17) == first({7}, 17));
  CHECK(first({7}, 17) != first({7}, 18));
  CHECK(first({7}, 17) != first({8}, 17));
  CHECK(first({7}, 1ULL << 32) != first({7}, 0));
  CHECK(first({1ULL << 32}, 0) != first({0}, 0));
}

TEST_CASE("each whole number below a bound is as likely as any other") {
  constexpr std::uint32_t kBound = 7;
  constexpr int kTimes = 70'000;
  std::vector<int> seen(kBound, 0);
  Draw draw{Seed{20261123}, 0};
  for (int i = 0; i < kTimes; ++i) ++seen[draw.below(kBound)];
  double chi_squared = 0;
  for (const int times : seen) chi_squared += (times - 10'000.0) * (times - 10'000.0) / 10'000.0;
  CHECK(chi_squared < 22.5);  // 6 degrees of freedom: one sequence in a thousand lies above
}

TEST_CASE("a share is at least 0 and less than 1") {
  Draw draw{Seed{1}, 0};
  double sum = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double share = draw.share();
    REQUIRE((share >= 0 && share < 1));
    sum += share;
  }
  CHECK(sum / 10'000 == doctest::Approx(0.5).epsilon(0.02));
}

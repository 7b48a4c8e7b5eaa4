// How many distances fall between two marks of a ruler, and how far beyond the lower mark they lie, added up.
//
// These two sums are all that sharing each distance between its two marks needs (linear binning). Both are whole
// numbers: an offset is rounded to 2⁻²⁸ of the step between marks, so that the order of adding changes nothing, and
// count and offset are one 64-bit number, so that a distance costs one addition. What rounding does to a mean of n
// distances is 2⁻²⁹/√n of a step.
#pragma once

#include "measure/distance_leaves.hpp"

#include <array>

#include <cstdint>
#include <cstring>
#include <vector>

namespace trivium::measure {

// Marks at lower, lower + step, …; along says whether distances are taken as they are (1) or mirrored at 0 (−1).
struct Ruler {
  double lower;
  double step;
  std::uint32_t marks;  // at most 1024
  double along = 1;
};

class RulerKeys {
 public:
  static constexpr unsigned kFine = 28;
  static constexpr double kScale = 1 << kFine;
  using Keys = std::array<std::uint64_t, Leaves::kChunk>;

  explicit RulerKeys(const Ruler& ruler)
      : scale_{ruler.along * kScale / ruler.step},
        shift_{-ruler.lower / ruler.step * kScale + 0x1p52},
        beyond_{ruler.marks * kScale + 0x1p52} {}

  // 2²⁸ times the place on the ruler, as a whole number; what lies beyond the last mark lies one step beyond it.
  // Adding 2⁵² leaves no place for a fraction, and the number in the low bits.
  [[nodiscard]] Keys operator()(const Leaves::Chunk& distances) const {
    const Leaves::Chunk placed = (distances * scale_ + shift_).min(beyond_);
    Keys keys;
    std::memcpy(keys.data(), placed.data(), sizeof keys);
    return keys;
  }
  static std::size_t mark(std::uint64_t key) { return (key >> kFine) & 0x7ff; }
  static std::uint64_t offset(std::uint64_t key) { return key & ((std::uint64_t{1} << kFine) - 1); }

 private:
  double scale_, shift_, beyond_;
};

struct Bin {
  std::uint64_t count = 0;
  std::uint64_t offset = 0;  // in 2⁻²⁸ of a step
};

class Bins {
 public:
  explicit Bins(std::uint32_t marks) : bins_(marks + 1) {}

  void add(const RulerKeys::Keys& keys, std::size_t count) {
    // Four sums side by side, since equal distances often follow each other, and an addition waits for the last one.
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint64_t key = keys[k];
      packed_[k % 4][RulerKeys::mark(key)] += RulerKeys::offset(key) | kOne;
    }
    held_ += count;
    if (held_ > kHolds) unpack();
  }
  void unpack();
  // Of what was unpacked.
  [[nodiscard]] const std::vector<Bin>& bins() const { return bins_; }

 private:
  static constexpr unsigned kOffsets = 46;  // 2¹⁸ offsets below 2²⁸ fit; the other 18 bits count
  static constexpr std::uint64_t kOne = std::uint64_t{1} << kOffsets;
  static constexpr std::size_t kHolds = (std::size_t{1} << 18) - 2 * Leaves::kChunk;

  std::array<std::array<std::uint64_t, 1025>, 4> packed_{};
  std::vector<Bin> bins_;
  std::size_t held_ = 0;
};

}  // namespace trivium::measure

// How many distances fall between two marks of a ruler, and how far beyond the lower mark they lie, added up.
//
// These two sums are all that sharing each distance between its two marks needs (linear binning). Both are whole
// numbers: an offset is rounded to 2⁻²⁸ of the step between marks, so that the order of adding changes nothing, and
// count and offset are one 64-bit number, so that a distance costs one addition. What rounding does to a mean of n
// distances is 2⁻²⁹/√n of a step.
#pragma once

#include "measure/distance_leaves.hpp"
#include "measure/registers.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <span>
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

  explicit RulerKeys(const Ruler& ruler)
      : scale_{ruler.along * kScale / ruler.step},
        shift_{-ruler.lower / ruler.step * kScale + 0x1p52},
        beyond_{ruler.marks * kScale + 0x1p52} {}

  // 2²⁸ times the place on the ruler, as a whole number; what lies beyond the last mark lies one step beyond it.
  // Adding 2⁵² leaves no place for a fraction, and the number in the low bits.
  [[nodiscard]] std::uint64_t operator()(double distance) const {
    const double placed = distance * scale_ + shift_;
    return std::bit_cast<std::uint64_t>(placed < beyond_ ? placed : beyond_);
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

// Of mirrored rulers, distances above `near` are left out.
struct Marked {
  std::span<const Ruler> rulers;
  double near = 0;
};

// Takes runs of pairs and looks at each distance once, for one ruler or three, with as many at a time as a register
// holds. Of many points, nine tenths of what K_d takes are spent in here.
class RunBins {
 public:
  explicit RunBins(const Marked& marked, Registers registers = widest_here());

  void add(const Run& run);
  // The same, and the sum of squared distances, each at most so large.
  void add(const Run& run, double most_square);

  // Of all that was added.
  [[nodiscard]] std::span<const Bin> bins(std::size_t ruler);
  [[nodiscard]] double squares() const;

  static constexpr std::size_t kSideBySide = 4;
  struct Scale {
    RulerKeys keys;
    double most;     // a longer distance is taken to be
    double nowhere;  // here, beyond the ruler
  };
  // What one pass over a run works on.
  struct Pass {
    const Scale* scales;
    std::uint64_t* packed;
    std::size_t width;  // of one of the sums side by side
    double most_square;
    double* squares;
  };

 private:
  template <class Passing>
  void in_pieces(const Run& run, const Passing& passing);
  void unpack();

  Registers registers_;
  std::vector<Scale> scales_;
  std::size_t width_;
  std::vector<std::uint64_t> packed_;
  std::vector<Bin> bins_;
  std::array<double, Leaves::kChunk> squares_{};
  std::size_t held_ = 0;
};

}  // namespace trivium::measure

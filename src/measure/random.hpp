// Random numbers that depend on a seed and a place only: draw 17 is the same whichever thread makes it, and whether or
// not draw 16 was made before. Philox 4x32-10 (Salmon, Moraes, Dror and Shaw 2011) from Random123.
#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>

namespace trivium::measure {

struct Seed {
  std::uint64_t value;
};

// The numbers of one draw, in order.
class Draw {
 public:
  Draw(Seed seed, std::uint64_t draw)
      : key_{{static_cast<std::uint32_t>(seed.value), static_cast<std::uint32_t>(seed.value >> 32)}},
        counter_{{0, 0, static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(draw >> 32)}} {}

  std::uint32_t bits() {
    if (used_ == 4) {
      block_ = r123::Philox4x32{}(counter_, key_);
      if (++counter_[0] == 0) ++counter_[1];
      used_ = 0;
    }
    return block_[used_++];
  }

  // A whole number from 0 to bound - 1, each equally likely (Lemire 2019); bound is at least 1.
  std::uint32_t below(std::uint32_t bound) {
    std::uint64_t product = std::uint64_t{bits()} * bound;
    if (static_cast<std::uint32_t>(product) < bound) {
      const std::uint32_t unfair = -bound % bound;
      while (static_cast<std::uint32_t>(product) < unfair) product = std::uint64_t{bits()} * bound;
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

  // From 0 up to but not 1, in steps of 2⁻⁵³.
  double share() {
    const std::uint64_t high = bits();
    return static_cast<double>((high << 21) ^ (bits() >> 11)) * 0x1p-53;
  }

 private:
  r123::Philox4x32::key_type key_;
  r123::Philox4x32::ctr_type counter_;
  r123::Philox4x32::ctr_type block_{};
  unsigned used_ = 4;
};

}  // namespace trivium::measure

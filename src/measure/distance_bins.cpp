#include "measure/distance_bins.hpp"

namespace trivium::measure {

void Bins::unpack() {
  for (auto& packed : packed_)
    for (std::size_t mark = 0; mark < bins_.size(); ++mark) {
      bins_[mark].count += packed[mark] >> kOffsets;
      bins_[mark].offset += packed[mark] & (kOne - 1);
      packed[mark] = 0;
    }
  held_ = 0;
}

}  // namespace trivium::measure

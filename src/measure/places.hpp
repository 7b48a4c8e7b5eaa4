// Which of many each of many is joined to: places in one list for each row of another. Row k is from[k] … from[k + 1] −
// 1 of places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trivium::measure {

struct Places {
  std::vector<std::size_t> from;  // one more than there are rows
  std::vector<std::uint32_t> places;

  [[nodiscard]] std::size_t rows() const { return from.empty() ? 0 : from.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> row(std::size_t row) const {
    return std::span{places}.subspan(from[row], from[row + 1] - from[row]);
  }
};

// The other way round: for each of so many columns the rows it stands in, ascending.
Places turned(const Places& rows, std::size_t columns);

}  // namespace trivium::measure

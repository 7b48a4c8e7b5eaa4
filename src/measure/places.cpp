#include "measure/places.hpp"

namespace trivium::measure {

Places turned(const Places& rows, std::size_t columns) {
  Places found{.from = std::vector<std::size_t>(columns + 1, 0),
               .places = std::vector<std::uint32_t>(rows.places.size())};
  for (const auto column : rows.places) ++found.from[column + 1];
  for (std::size_t column = 0; column < columns; ++column) found.from[column + 1] += found.from[column];
  auto next = found.from;
  for (std::uint32_t row = 0; row < rows.rows(); ++row) {
    for (const auto column : rows.row(row)) found.places[next[column]++] = row;
  }
  return found;
}

}  // namespace trivium::measure

// Which areas are neighbours of which: a decision, not a fact. Common borders, so many nearest, all within a distance:
// each answers another question, and what is found with one may not be there with another. Say which it was.
#pragma once

#include "measure/places.hpp"

#include <optional>

namespace trivium::measure {

struct Place {
  double east;  // both in the same unit, on a plane
  double north;
};

// For each place the so many nearest others, nearest first; of two equally near the one that comes first. Everybody has
// the same number of neighbours, and need not be a neighbour of his neighbours. Fewer where there are not so many.
Places nearest(std::span<const Place> places, std::size_t many);

// Areas that share a border, or whatever else joins them; being one's own neighbour is left out. What is mutual may be
// given once or both ways; as given, other is a neighbour of one and not the other way round, as the so many nearest
// are.
enum class Sides { both, as_given };
struct Border {
  std::uint32_t one;
  std::uint32_t other;
};
Places bordering(std::size_t areas, std::span<const Border> borders, Sides sides = Sides::both);

// Of the areas that have a value, those with a neighbour that has one, and so on until everybody left has a neighbour
// left: by place in areas, the places in areas.
struct Settled {
  std::vector<std::size_t> areas;  // ascending
  std::vector<double> values;
  Places neighbours;
};
Settled settled(std::span<const std::optional<double>> values, const Places& neighbours);

}  // namespace trivium::measure

// Where are areas like their neighbours? Moran's I of each area (LISA).
//
//   I(i) = (n − 1) · z(i) · mean of z over the neighbours of i  /  Σ z²
//
// Positive where an area lies among its like: high among high (the core of a cluster, perhaps), low among low; negative
// where it stands out. The I(i) of all areas add up to n − 1 times Moran's I.
//
// Chance: the area keeps its value, its neighbours are drawn from all other areas. All areas are held against the same
// draws; each single one is right, but with a thousand areas fifty lie below 0.05 by chance alone, so look for groups
// and not at single areas, or divide the level by the number of areas.
//
// Anselin, Local indicators of spatial association, Geographical Analysis 27 (1995).
#pragma once

#include "measure/autocorrelation.hpp"

namespace trivium::measure {

enum class Among { high_high, low_high, low_low, high_low };  // itself, then its neighbours; what is not above is low

struct LocalMoran {
  std::size_t area;
  double i;
  double neighbours;  // their mean
  Among among;
  Chance chance;
};

// Of the areas that count, ascending; nothing for fewer than four or where all are alike.
std::vector<LocalMoran> local_moran(std::span<const std::optional<double>> values, const Places& neighbours,
                                    const Draws& draws, const Work& work);

}  // namespace trivium::measure

// Are areas like their neighbours? Moran's I, over all areas.
//
//   I = Σ z(i) · mean of z over the neighbours of i  /  Σ z(i)²          z(i) = x(i) − mean
//
// About −1/(n − 1) where neighbours are no more alike than anybody, towards 1 where high lies beside high and low
// beside low, below where they alternate. Each neighbour of an area counts the same, each area counts the same.
//
// It says that there is a pattern, not why: firms that draw each other in and a coast that draws all of them look the
// same. It depends on who is called a neighbour, and on how areas are cut: compare only what was cut the same. Take
// shares or rates, not numbers that follow the size of the area.
//
// Areas without a value or without a neighbour are left out. No result for fewer than four areas or where all are
// alike.
//
// Moran, Notes on continuous stochastic phenomena, Biometrika 37 (1950); Cliff and Ord, Spatial Processes (1981).
#pragma once

#include "measure/neighbourhood.hpp"
#include "measure/random.hpp"
#include "measure/work.hpp"

namespace trivium::measure {

// How often chance does as well, (1 + times) / (1 + draws): never 0, because nobody draws for ever.
struct Chance {
  double as_high;
  double as_low;
};
// How often chance lies as far out on either side.
double either_side(const Chance& chance);

struct Draws {
  std::uint32_t count;
  Seed seed;
};

struct Moran {
  std::size_t areas;  // that counted
  double i;
  double expected;   // by chance
  double deviation;  // by chance, any value being as likely in any area (Cliff and Ord)
  Chance chance;     // the values dealt to the areas anew in each draw
};
std::optional<Moran> moran(std::span<const std::optional<double>> values, const Places& neighbours, const Draws& draws,
                           const Work& work);

}  // namespace trivium::measure

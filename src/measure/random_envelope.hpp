// What chance would have done: the bands that curves of random draws stay within, to set an observed curve against.
//
// Local band: at each distance by itself, between the level/2 and 1 − level/2 quantiles of the draws (R's type 7). Of
// many distances, the observed curve leaves a local band somewhere far more often than level: it tells where, not
// whether. Global band (Duranton and Overman 2005): at every distance from the k-th least to the k-th most of the
// draws, k the largest number for which at most level · draws of them leave the band anywhere. An industry that leaves
// it anywhere is concentrated (above) or dispersed (below) beyond chance. Where even k = 1 leaves nothing out the band
// is everything the draws did; so with fewer than 1/level draws it says little, and 1,000 are usual.
//
// A distance at which some draw is undefined has no band.
#pragma once

#include "measure/random.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

// By distance; none where undefined.
using Curve = std::vector<std::optional<double>>;

struct Band {
  double lower;
  double upper;
};

struct RandomDraws {
  std::size_t count = 1000;
  double level = 0.05;  // more than 0, less than 1
  Seed seed{1};
};

struct Envelope {
  std::vector<std::optional<Band>> local;
  std::vector<std::optional<Band>> global;
  Curve mean;
  RandomDraws draws;        // to make it again
  std::size_t outside = 0;  // draws that leave the global band somewhere
};

// Of draws.count curves of equal length.
Envelope envelope(std::span<const Curve> curves, const RandomDraws& draws);

// How many different sites to take, out of how many.
struct Choose {
  std::uint32_t cases;
  std::uint32_t of;
};

// Different sites, each set of them equally likely (Floyd's method: Bentley and Floyd 1987).
std::vector<std::uint32_t> random_sites(const Choose& choose, Draw draw);

}  // namespace trivium::measure

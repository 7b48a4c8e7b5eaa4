// What chance would have done: the bands that curves of random draws stay within, to set an observed curve against.
//
// Local band: at each distance by itself, between the level/2 and 1 − level/2 quantiles of the draws (R's type 7). Of
// many distances, the observed curve leaves a local band somewhere far more often than level: it tells where, not
// whether. Global band (Duranton and Overman 2005): at every distance from the k-th least to the k-th most of the
// draws, k the largest number for which at most level · draws of them leave the band anywhere. An industry that leaves
// it anywhere is concentrated (above) or dispersed (below) beyond chance. Where even k = 1 leaves nothing out the band
// is everything the draws did; so with fewer than 1/level draws it says little, and 1,000 are usual.
//
// There is another rule, of the R package dbmss (Marcon and Puech 2010): peel away every draw that is anywhere the
// least or the most of those left, again and again, until no more than 1 − level of them are left. Its band is
// narrower, and it is not left as seldom as its level says, since the draws that make a band and those that are peeled
// off it are the same: of 200 among 2,000 sites, with 1,000 draws at level 0.05, 10.4 % of new random industries leave
// the peeled band and 5.9 % the one by rank. So the one by rank is ours; peeled_bands is there to set beside published
// findings.
//
// A distance at which some draw is undefined has no band.
#pragma once

#include "measure/random.hpp"
#include "measure/work.hpp"

#include <cstddef>
#include <cstdint>
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
Envelope envelope(std::span<const Curve> curves, const RandomDraws& draws, const Work& work = {});

// The global band of dbmss. Where the last peeling takes more than it should, the band lies as much back towards the
// one before as, of all that were peeled off, are too many. Undefined where peeling leaves nothing.
std::vector<std::optional<Band>> peeled_bands(std::span<const Curve> curves, double level);

// How many different sites to take, out of how many.
struct Choose {
  std::uint32_t cases;
  std::uint32_t of;
};

// Different sites, each set of them equally likely (Floyd's method: Bentley and Floyd 1987).
std::vector<std::uint32_t> random_sites(const Choose& choose, Draw draw);

}  // namespace trivium::measure

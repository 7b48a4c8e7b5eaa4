// K_d of very many establishments, from counts on a raster instead of pairs: minutes become a second, for a bound on
// the error that is told with the result.
//
// Each point is shared between the four crossings around it so that its middle stays where it was; how often each
// offset between crossings occurs is then the autocorrelation of the raster, two Fourier transforms away; a point's
// pairs with itself are taken out again. What is wrong then is second-order only, some (cell/h)² of K_d at its sharpest
// bends; distance_raster_bound.hpp says by how much at most, at each distance, and why. Errors of pairs cancel each
// other, so that what is seen is far less than the bound.
//
// Use it beyond some 16,000 establishments, and where the bound is small beside what is to be told apart; more
// crossings make it smaller, down to what nodes s apart leave, (s/h)²/8 or so.
//
// Without a bandwidth, Silverman's is taken as K_d takes it: exactly, by a pass over the pairs, and of an envelope for
// each draw its own. Beside it the raster is nothing, so of very many establishments give one for all; the bands are
// then those of distance_envelope with the same one.
//
// Undefined as K_d is. Sharing between crossings: cloud in cell (Hockney and Eastwood 1981).
#pragma once

#include "measure/distance_density.hpp"
#include "measure/random_envelope.hpp"

namespace trivium::measure {

struct RasterChoice {
  double horizon;
  std::optional<double> bandwidth{};
  PairWeight weight = PairWeight::equal;
  std::uint32_t crossings = 2048;  // by side, of the region and a margin of the horizon; 8 bytes each
};

struct RasterDensity {
  DistanceDensity found;
  std::vector<double> bounds;  // at each distance: the exact value does not differ by more
};

std::optional<RasterDensity> raster_distance_density(std::span<const Site> all, std::span<const std::uint32_t> chosen,
                                                     const RasterChoice& choice, const Work& work = {});

struct RasterEnvelope {
  Envelope bands;
  // At each distance: no limit of the local band differs from the exact one's by more, nor does one of the global band
  // as long as both leave out as many draws, which curves that all but touch may upset.
  std::vector<double> bounds;
};

RasterEnvelope raster_distance_envelope(std::span<const Site> all, std::uint32_t cases, const RasterChoice& choice,
                                        const RandomDraws& draws, const Work& work);

}  // namespace trivium::measure

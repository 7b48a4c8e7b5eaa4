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
// crossings make it smaller, down to what nodes s apart leave, (s/h)²/8 or so. The bandwidth must be given: that of the
// industry, silverman_bandwidth, is for one pass over the pairs.
//
// Undefined as K_d is. Sharing between crossings: cloud in cell (Hockney and Eastwood 1981).
#pragma once

#include "measure/distance_density.hpp"
#include "measure/random_envelope.hpp"

namespace trivium::measure {

struct RasterChoice {
  double horizon;
  double bandwidth;
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
  std::vector<double> bounds;  // at each distance: no limit of a band differs from the exact one's by more
};

RasterEnvelope raster_distance_envelope(std::span<const Site> all, std::uint32_t cases, const RasterChoice& choice,
                                        const RandomDraws& draws, const Work& work);

}  // namespace trivium::measure

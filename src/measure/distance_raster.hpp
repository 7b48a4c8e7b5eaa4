// K_d of very many establishments, from counts on a raster instead of pairs: minutes become a second, for a bound on
// the error that is told with the result.
//
// Each point is shared between the four crossings around it so that its middle stays where it was; how often each
// offset between crossings occurs is then the autocorrelation of the raster, two Fourier transforms away; a point's
// pairs with itself are taken out again. What is wrong then is second-order only:
//
//   |K̃_d(r) − K_d(r)| ≤ 1.01 · 2/(h³ √(2π)) · (v + s²/4) + e · φ(4) (1/h + max K_d)
//
// v is the mean over points of the variance that sharing gives their place (at most half a squared cell), s the step
// between kernel nodes (which share distances as the exact K_d does, but others), e the share of pairs so near to 4 h
// that it may be taken for more or less, and the bell's second derivative is at most 1/(h³ √(2π)), twice that where it
// is mirrored. 1.01 is for the cut below 0. The errors of pairs cancel
// each other, so that what is seen is far less than the bound; but the bound grows as 1/h³, and where h is only a few
// cells it is more than K_d itself and says nothing.
//
// Use it beyond some 16,000 establishments, and where the bound is small beside the width of the bands; more crossings
// make it smaller. The bandwidth must be given: that of the industry, silverman_bandwidth, is for one pass over the
// pairs.
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
  double bound;  // no value of found differs from the exact one by more
};

std::optional<RasterDensity> raster_distance_density(std::span<const Site> all, std::span<const std::uint32_t> chosen,
                                                     const RasterChoice& choice);

struct RasterEnvelope {
  Envelope bands;
  double bound;  // no limit of a band differs from the exact one's by more
};

RasterEnvelope raster_distance_envelope(std::span<const Site> all, std::uint32_t cases, const RasterChoice& choice,
                                        const RandomDraws& draws, const Work& work);

}  // namespace trivium::measure

// K_d, the density of distances between the establishments of an industry: at which distances from each other do they
// stand, out of all pairs? Set beside the envelope of random draws (distance_envelope.hpp) it tells at which distances
// an industry is more concentrated, or more dispersed, than establishments are in general.
//
//   K_d(r) = 1/(m h) Σ over pairs φ((r − d)/h)      for r from 0 to the horizon
//
// d is the distance of a pair in metres, m the number of pairs, φ the Gaussian bell. Distances of at most 4 h are also
// mirrored at 0, and the density below 0 is cut away, so that short distances are not smoothed out of existence.
// Weighted, a pair counts for the product of its two weights. h is given, or Silverman's for distances up to twice the
// horizon. Over all distances, K_d integrates to 1.
//
// It misleads where distance as the crow flies is not how far things are (mountains, water); where many establishments
// share one position (an address of a town hall) there is a peak at 0 that is not in the world; and where the bandwidth
// is more than the distance that matters, nothing can be seen below it.
//
// Undefined for fewer than three establishments, or where all distances are the same and no bandwidth is given.
//
// Duranton and Overman, Review of Economic Studies 72 (2005); values as Marcon, Traissac, Puech and Lang's dbmss has
// them when it is told not to approximate.
#pragma once

#include "measure/distance_leaves.hpp"
#include "measure/work.hpp"

#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

enum class PairWeight { equal, product };

struct DensityChoice {
  double horizon;  // metres, more than 0; a third of the diagonal of the region is usual
  std::optional<double> bandwidth{};
  PairWeight weight = PairWeight::equal;
};

struct DistanceDensity {
  double horizon;
  double bandwidth;
  std::vector<double> density;  // per metre, at 512 distances from 0 to the horizon

  [[nodiscard]] double distance(std::size_t i) const {
    return horizon * static_cast<double>(i) / static_cast<double>(density.size() - 1);
  }
};

std::optional<DistanceDensity> distance_density(const Leaves& points, const DensityChoice& choice, const Work& work);

// Of those of all sites that are chosen, by place among them.
std::optional<DistanceDensity> distance_density(std::span<const Site> all, std::span<const std::uint32_t> chosen,
                                                const DensityChoice& choice, const Work& work);

}  // namespace trivium::measure

// M, relative concentration within a distance: around the establishments of an industry, how much larger is the
// industry's share of its neighbours' jobs than its share of all jobs?
//
//   M(r) = Σ_i W_c(i, r)/W(i, r)  /  Σ_i (W_c − w_i)/(W − w_i)
//
// i goes over the industry's establishments that have any neighbour of weight within r; W(i, r) is the weight of all
// other establishments within r of i, W_c(i, r) that of the industry's among them, W_c and W the weights of all of the
// industry and of all. 1: as everywhere. 2: the industry has twice its share around its own. Below 1: its
// establishments keep apart. Unlike K_d, M counts up to a distance, not at it, and its values can be set beside those
// of other industries and regions.
//
// It misleads at short distances, where few have a neighbour; and where one large establishment carries the industry.
//
// Undefined at distances within which no establishment of the industry has a neighbour of weight, and where the
// industry is one establishment or nothing but it has any weight.
//
// Marcon and Puech, Journal of Economic Geography 10 (2010).
#pragma once

#include "measure/distance_leaves.hpp"
#include "measure/random_envelope.hpp"
#include "measure/work.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace trivium::measure {

// By distance. cases: the industry's among all sites, each once; distances: rising, at least 0, in metres.
Curve relative_concentration(std::span<const Site> all, std::span<const std::uint32_t> cases,
                             std::span<const double> distances, const Work& work);

// M of random draws: the industry's label given to as many of all sites, each site keeping its weight. What is around a
// site is then the same in every draw and is found only once, where draws would ask for it more often, and 8 bytes a
// site and distance can be held (sites · distances at most 2²⁷).
Envelope relative_concentration_envelope(std::span<const Site> all, std::uint32_t cases,
                                         std::span<const double> distances, const RandomDraws& draws, const Work& work);

}  // namespace trivium::measure

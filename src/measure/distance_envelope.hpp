// K_d of random draws, to set an industry's against: as many sites as it has establishments, drawn from all sites where
// any establishment is, each at most once (Duranton and Overman 2005). What all industry does, cities above all, is so
// in the draws already, and only what this industry does beyond it leaves the bands.
//
// Unless a bandwidth is given every draw has its own, as the industry has: the curves are then exchangeable, and the
// level is what it says. With the industry's bandwidth given for all, a draw costs half.
//
// It misleads where the sites are not all that could have been chosen (land zoned for one industry only).
//
// A draw with no K_d (all its distances the same) leaves the bands undefined.
#pragma once

#include "measure/distance_density.hpp"
#include "measure/random_envelope.hpp"

namespace trivium::measure {

// cases: how many sites the industry has, at most as many as there are.
Envelope distance_envelope(std::span<const Site> all, std::uint32_t cases, const DensityChoice& choice,
                           const RandomDraws& draws, const Work& work);

}  // namespace trivium::measure

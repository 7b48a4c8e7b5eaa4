// Relatedness density: how much of what is close to an industry does the region already have?
//
//   density(r,i) = Σ closeness(i,j) over the j at home in r  /  Σ closeness(i,j) over all j
//
// 0 (nothing close to it is there) to 1 (all of it is). Industries with a high density are the ones that tend to come
// next, and those with a low one tend to leave. It is a statement about many regions, not a promise to this one; and
// large, diverse regions have a high density for nearly everything: compare within the region.
//
// Only the j known in the region count, above and below. No number where nothing that is close is known, or where the
// closeness of the industry to others is not defined or 0 throughout.
//
// Whether an industry is close to itself is decided here and not in the closeness: counted, a region that has it looks
// prepared for it, and presence explains presence. Hidalgo et al. (2007) leave that open; it is left out unless asked.
//
// Hidalgo et al., Science 317 (2007); Boschma, Balland and Kogler, Industrial and Corporate Change 24 (2015).
#pragma once

#include "measure/proximity.hpp"

namespace trivium::measure {

enum class Itself { left_out, counted };

struct Density {
  std::uint32_t region;
  std::uint32_t industry;
  double density;
};

struct Close {
  const Presence& presence;
  const Closeness& closeness;  // of the same industries
  Itself itself = Itself::left_out;
};

// By region, then industry, whether or not it is at home there.
std::vector<Density> relatedness_density(const Close& close, const Work& work);

}  // namespace trivium::measure

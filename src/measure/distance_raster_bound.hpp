// By how much K_d from a raster may be off, at each distance by itself, from how many pairs there are about there.
//
// A pair whose points lie D apart counts on the raster at D + ε. Each point's share of a crossing is positive, its mean
// is the point, and both directions are shared independently: ε has mean 0, is less than two cells in each direction,
// and of variance at most half a squared cell in each (a quarter for each point). The pair adds to K_d at r
//
//   β(|D|) = b(r − d) + b(r + d)      b the bell, d = |D|
//
// which is an even function of d and so, unlike b(r − d) alone, smooth on the plane also where d is 0. Along x, and
// with x moved along y, Taylor's second term is all that is left, since the first has mean 0:
//
//   |E β(|D + ε|) − β(|D|)| ≤ ½ · ½c² · (sup |∂²β/∂x²| + sup |∂²β/∂y²|)
//                          ≤ ¼c² · (1 + 2 asin(ρ/d)) · (sup |β″| + sup |β′/d|)       ρ = 2√2 c, the diagonal of ±2
//                          cells
//
// because ∂²β/∂x² = β″ cos²θ + (β′/d) sin²θ, ∂²β/∂y² has them the other way round, and within ρ of D the direction θ
// turns by at most asin(ρ/d); where d ≤ ρ the second factor is 2. |β′/d| is at most sup |β′| over the least d there,
// and as β′ is 0 at 0 also the largest |β″| from 0 on. All are taken within ρ of d.
//
// To these come what follows from how K_d is worked out:
//   - bells are read from nodes s apart, with straight lines between. On a stretch between nodes that is off by between
//     0 and s²/8 · β″ for some place on it, both for d and for where it counts instead: the difference is at most
//     s²/8 · (sup β″ − inf β″), 0 among the values;
//   - distances above 4 h are not mirrored, and above the last node not counted: there a pair may be taken for one that
//     is, which is as much as it can add, sup b;
//   - what is divided by: all pairs but for the part of their bells below 0, which is off by what all distances below 0
//     are off by, added up; and by 1/300 of a pair for each that may be mirrored or not, as the part below 0 is a sum
//     of 512 values up to 3 h beyond the last distance instead of an integral.
//
// Which pairs are about d is taken from the raster too, where each lies within ρ of its distance; hence all that was
// said to be within ρ is looked for within 2ρ of where the raster has it. The bell's derivatives are largest at 0, ±h
// or ±√3 h, or at an end of where they are looked for. So the bound is proved and not estimated, and it shows: errors
// of pairs nearly cancel each other, which it does not know of.
#pragma once

#include <span>
#include <vector>

namespace trivium::measure {

struct Rastered {
  double cell;
  double bandwidth;
  double node_step;                // the wider one, of those above and those below 0
  double last_node;                // of those above 0
  double near;                     // up to which distances are mirrored
  std::span<const double> by_bin;  // pairs, or their weight, in bins of half a cell
};

// What all pairs together may be off by at each place, before the division.
std::vector<double> raster_errors(const Rastered& rastered, std::span<const double> places);

// What the divisor may be off by.
double raster_divisor_error(const Rastered& rastered);

}  // namespace trivium::measure

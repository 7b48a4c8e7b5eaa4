// Growth against the larger area: how much of a change came with the country's, how much with the kind of industries,
// and how much is the region's own.
//
// None of it says why. The region's own share holds everything that is not in the other two: one plant that moved away
// can be all of it, so look at the firms behind a large number.
//
// A rate of growth is −1 (all of it gone) and up, without end: from small numbers it is large and says little. Growth
// against the larger area and the parts of a shift–share have no bounds; the parts are in the unit of what is counted.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

// An amount at two times.
struct Change {
  double then;
  double now;
};

double change(const Change& amount);

// now/then − 1; none where there was nothing to grow from.
std::optional<double> growth(const Change& amount);

// Growth less the larger area's, in points of share; none where one of them has none.
struct Areas {
  Change region;
  Change larger;
};
std::optional<double> growth_against(const Areas& areas);

// Dunn's shift–share: the change of each industry's employment in the region taken apart.
//
//   national = e · (E′/E − 1)      mix = e · (Eᵢ′/Eᵢ − E′/E)      regional = e′ − e · Eᵢ′/Eᵢ
//
// The three add up to e′ − e. E is the larger area over all industries given, so the list has to be complete and free
// of overlaps. Industries that the larger area did not have then have no mix: they are left out of the list and stand
// in unexplained, so that national + mix + regional + unexplained is the change of the region.
//
// Dunn, Papers in Regional Science 6 (1960); Farhauer and Kröll, Standorttheorien (2013).
struct Shift {
  std::size_t industry;  // its place in what was given
  double national;
  double mix;
  double regional;
};

struct ShiftShare {
  std::vector<Shift> industries;
  double national = 0;
  double mix = 0;
  double regional = 0;
  double unexplained = 0;
};

// None where the larger area had nothing at all.
std::optional<ShiftShare> shift_share(std::span<const Areas> industries);

}  // namespace trivium::measure

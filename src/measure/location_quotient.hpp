// Location quotient: how much more of an industry a region holds than its share of all employment would suggest.
//
//   LQ(r,i) = (e(r,i) / e(r)) / (e(i) / e)  =  e(r,i) / expected(r,i),   expected(r,i) = e(r) · e(i) / e
//
// 0 and up; 1 means the region holds its expected share, 2 twice as much. It says nothing about size: a village with
// one large plant has a high quotient. Read it beside the jobs and the expected jobs, which is why the result carries
// both. Weighted by the expected jobs, the quotients of an industry average to 1, and so do those of a region.
//
// Undefined where the region, the industry or everything has no employment, or where one of the three is not known
// because a part of it is suppressed; such cells are left out, and so are suppressed cells. They are never 0.
//
// Florence (1939); Isserman, The location quotient approach to estimating regional economic impacts, JAIP 43 (1977).
#pragma once

#include "measure/employment.hpp"

#include <cstdint>

namespace trivium::measure {

struct Quotient {
  std::uint32_t region;
  std::uint32_t industry;
  double quotient;
  double jobs;
  double expected;
};

// In the order of the table. Totals may be published ones; without them they are the sums of the table.
std::vector<Quotient> location_quotients(const Employment& employment, const Totals& totals);
std::vector<Quotient> location_quotients(const Employment& employment);

struct Range {
  double least;
  double most;
};

// Where the quotient would lie in 95 of 100 regions like this one, if the jobs had come one by one and by chance
// (Poisson), by Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69): within
// 1 % of the exact limits from five jobs on. Jobs come in plants, so the true range is wider: it is the least doubt
// there is. With no job at all the least is 0.
Range chance_of(const Quotient& quotient);

}  // namespace trivium::measure

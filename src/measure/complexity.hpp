// Economic complexity: regions ordered by what they can do, industries by who can do them.
//
//   region = mean of its industries        industry = mean of its regions        over and over
//
// which settles on the second eigenvector of the table of who is home to what, each row and column divided by its sum.
// A region stands high when its industries are found in regions that stand high. Regions have mean 0 and standard
// deviation 1; industries are on the same scale. EconGeo's KCI and TCI are the same vectors, otherwise scaled.
//
// It orders, it does not measure: a score means nothing outside the table it was made from, and adding regions moves
// all of them. Two years can be compared by rank at most. Up is the side on which regions have more industries, which
// is a convention. Where next comes close to eigenvalue, another order describes the table about as well.
//
// Regions and industries that are not joined to the others, directly or through others, cannot be ordered beside them:
// only the largest part has values. An industry with a cell that is not known has none and does not count for others:
// not known is not absent. There is no order at all, and so no result, where fewer than two regions are left, where
// every region is home to the same, where two orders do equally well, or where neither side has more industries.
//
// Hidalgo and Hausmann, The building blocks of economic complexity, PNAS 106 (2009); Mealy, Farmer and Teytelboym,
// Interpreting economic complexity, Science Advances 5 (2019).
#pragma once

#include "measure/presence.hpp"
#include "measure/work.hpp"

namespace trivium::measure {

struct Complexity {
  std::vector<std::optional<double>> regions;
  std::vector<std::optional<double>> industries;
  double eigenvalue;  // of this order, from 0 to 1; 1 would be parts that are not joined
  double next;        // of the next best
};

std::optional<Complexity> complexity(const Presence& presence, const Work& work);

}  // namespace trivium::measure

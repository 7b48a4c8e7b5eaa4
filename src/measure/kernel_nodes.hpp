// A density from values shared between equally spaced nodes: the sum of a Gaussian bell over every value.
//
// As R's density() does it (before R 4.4): 512 nodes from 4 bandwidths below to 4 above; each value shared between its
// two nodes; the bells added from node to node; straight lines between. The bell is read at steps of 2L/1023 where the
// nodes are 2L/1022 apart (L their whole length), so it is a thousandth too wide. We keep that, since published values
// have it; set beside the choice of a bandwidth it is nothing.
//
// Silverman, Density Estimation (1986), 3.5.
#pragma once

#include "measure/distance_bins.hpp"

#include <span>
#include <vector>

namespace trivium::measure {

// From first to last, in metres.
struct Stretch {
  double first;
  double last;
};

class KernelNodes {
 public:
  static constexpr std::uint32_t kNodes = 512;

  // To know the density on asked, for bells of this standard deviation.
  KernelNodes(Stretch asked, double bandwidth);

  // The marks to share values between; along as in Ruler.
  [[nodiscard]] Ruler ruler(double along) const { return {lower_, step_, kNodes, along}; }
  [[nodiscard]] double asked_length() const { return asked_.last - asked_.first; }
  [[nodiscard]] double last() const { return lower_ + step_ * (kNodes - 1); }

  // Adds the values of the bins to the nodes' shares, each for 1.
  void add(std::span<const Bin> bins);
  void add(std::size_t node, double share) { shares_[node] += share; }

  // The density at 512 places from asked.first to asked.last, of values that count for total together.
  [[nodiscard]] std::vector<double> density(double total, Registers registers = widest_here()) const;

 private:
  Stretch asked_;
  double bandwidth_;
  double lower_;
  double step_;
  std::vector<double> shares_;
};

}  // namespace trivium::measure

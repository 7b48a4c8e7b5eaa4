#include "measure/kernel_nodes.hpp"

#include <cmath>
#include <numbers>

namespace trivium::measure {
namespace {

constexpr std::uint32_t kNodes = KernelNodes::kNodes;
constexpr double kMargin = 4;  // bandwidths beyond both ends

}  // namespace

KernelNodes::KernelNodes(Stretch asked, double bandwidth)
    : asked_{asked},
      bandwidth_{bandwidth},
      lower_{asked.first - kMargin * bandwidth},
      step_{(asked.last + kMargin * bandwidth - lower_) / (kNodes - 1)},
      shares_(kNodes + 2) {}

void KernelNodes::add(std::span<const Bin> bins) {
  for (std::size_t node = 0; node < kNodes; ++node) {
    const auto beyond = static_cast<double>(bins[node].offset) / RulerKeys::kScale;
    shares_[node] += static_cast<double>(bins[node].count) - beyond;
    shares_[node + 1] += beyond;
  }
}

std::vector<double> KernelNodes::density(double total) const {
  // The bell, from as many nodes before its middle as there are to as many after.
  const double step = 2 * step_ * (kNodes - 1) / (2 * kNodes - 1) / bandwidth_;
  Eigen::ArrayXd bell(2 * kNodes - 1);
  for (std::uint32_t away = 0; away < kNodes; ++away) {
    const double z = away * step;
    bell[kNodes - 1 - away] = bell[kNodes - 1 + away] =
        std::exp(-z * z / 2) / (bandwidth_ * std::sqrt(2 * std::numbers::pi) * total);
  }
  // Nine bandwidths away a bell has e⁻⁴⁰ of its height, less than the last digit of any sum.
  const auto reach = static_cast<std::uint32_t>(std::min(kNodes - 1.0, 9 / step));
  Eigen::ArrayXd nodes = Eigen::ArrayXd::Zero(kNodes + 1);
  for (std::uint32_t from = 0; from < kNodes; ++from) {
    if (shares_[from] == 0) continue;
    const std::uint32_t begin = from > reach ? from - reach : 0;
    const std::uint32_t count = std::min(kNodes, from + reach + 1) - begin;
    nodes.segment(begin, count) += shares_[from] * bell.segment(kNodes - 1 + begin - from, count);
  }
  nodes[kNodes] = nodes[kNodes - 1];
  std::vector<double> density(kNodes);
  for (std::size_t i = 0; i < kNodes; ++i) {
    const double place = asked_.first + (asked_.last - asked_.first) * static_cast<double>(i) / (kNodes - 1);
    const double at = (place - lower_) / step_;
    const double below = std::floor(at);
    const auto node = static_cast<Eigen::Index>(below);
    density[i] = nodes[node] + (nodes[node + 1] - nodes[node]) * (at - below);
  }
  return density;
}

}  // namespace trivium::measure

#include "measure/kernel_nodes.hpp"

#include <cmath>
#include <numbers>

namespace trivium::measure {
namespace {

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
  std::vector<double> bell(2 * kNodes - 1);
  for (std::size_t away = 0; away < kNodes; ++away) {
    const double z = static_cast<double>(away) * step;
    const double height = std::exp(-z * z / 2) / (bandwidth_ * std::sqrt(2 * std::numbers::pi) * total);
    bell[kNodes - 1 + away] = bell[kNodes - 1 - away] = height;
  }
  // Ten bandwidths away a bell has e⁻⁵⁰ of its height, less than the last digit of any sum.
  const auto reach = static_cast<std::size_t>(std::min(kNodes - 1.0, 10 / step));
  std::vector<double> nodes(kNodes + 1);
  for (std::size_t from = 0; from < kNodes; ++from) {
    const double share = shares_[from];
    const std::size_t begin = from > reach ? from - reach : 0;
    const std::size_t end = std::min<std::size_t>(kNodes, from + reach + 1);
    for (std::size_t to = begin; to < end; ++to) nodes[to] += share * bell[kNodes - 1 + to - from];
  }
  nodes[kNodes] = nodes[kNodes - 1];
  std::vector<double> density(kNodes);
  for (std::size_t i = 0; i < kNodes; ++i) {
    const double place = asked_.first + (asked_.last - asked_.first) * static_cast<double>(i) / (kNodes - 1);
    const double at = (place - lower_) / step_;
    const double below = std::floor(at);
    const auto node = static_cast<std::size_t>(below);
    density[i] = nodes[node] + (nodes[node + 1] - nodes[node]) * (at - below);
  }
  return density;
}

}  // namespace trivium::measure

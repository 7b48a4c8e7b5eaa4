#include "measure/kernel_nodes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trivium::measure {
namespace {

constexpr std::uint32_t kNodes = KernelNodes::kNodes;
constexpr double kMargin = 4;  // bandwidths beyond both ends
constexpr std::uint32_t kTogether = 64;

struct Bells {
  const double* shares;
  const double* bell;  // its middle at kNodes - 1
  std::uint32_t reach;
};

// As many nodes at a time as eight registers hold, while the bells are added in the order of their own nodes.
template <class Wide>
__attribute__((always_inline)) inline void add_bells(const Bells& bells, double* nodes) {
  constexpr std::uint32_t kLanes = sizeof(Wide) / sizeof(double);
  constexpr std::uint32_t kParts = std::min(8U, kTogether / kLanes);
  for (std::uint32_t first = 0; first < kNodes; first += kParts * kLanes) {
    Wide sums[kParts] = {};
    const std::uint32_t begin = first > bells.reach ? first - bells.reach : 0;
    const std::uint32_t end = std::min(kNodes, first + kParts * kLanes + bells.reach);
    for (std::uint32_t from = begin; from < end; ++from) {
      const double* const bell = bells.bell + (kNodes - 1 + first - from);
#pragma GCC unroll 8
      for (std::uint32_t part = 0; part < kParts; ++part) {
        Wide here;
        __builtin_memcpy(&here, bell + std::size_t{part} * kLanes, sizeof here);
        sums[part] += here * bells.shares[from];
      }
    }
    __builtin_memcpy(nodes + first, sums, sizeof sums);
  }
}

using Wide16 = double __attribute__((vector_size(16)));
using Wide32 = double __attribute__((vector_size(32)));
using Wide64 = double __attribute__((vector_size(64)));

void add_bells_narrow(const Bells& bells, double* nodes) { add_bells<Wide16>(bells, nodes); }

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_bells_wide(const Bells& bells, double* nodes) {
  add_bells<Wide32>(bells, nodes);
}
__attribute__((target("avx512f"))) void add_bells_widest(const Bells& bells, double* nodes) {
  add_bells<Wide64>(bells, nodes);
}
#endif

void add_bells_with(Registers registers, const Bells& bells, double* nodes) {
#if defined(__x86_64__)
  if (registers == Registers::widest) return add_bells_widest(bells, nodes);
  if (registers == Registers::wide) return add_bells_wide(bells, nodes);
#else
  static_cast<void>(registers);
#endif
  add_bells_narrow(bells, nodes);
}

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

std::vector<double> KernelNodes::density(double total, Registers registers) const {
  // The bell, from as many nodes before its middle as there are to as many after. Behind it stands room for what is
  // read beyond its end, of bells that stand at the last nodes.
  const double step = 2 * step_ * (kNodes - 1) / (2 * kNodes - 1) / bandwidth_;
  // Nine bandwidths away a bell has e⁻⁴⁰ of its height, less than the last digit of any sum.
  const auto reach = static_cast<std::uint32_t>(std::min(kNodes - 1.0, 9 / step));
  std::vector<double> bell(2 * kNodes - 1 + kTogether);
  for (std::uint32_t away = 0; away <= reach; ++away) {
    const double z = away * step;
    bell[kNodes - 1 - away] = bell[kNodes - 1 + away] =
        std::exp(-z * z / 2) / (bandwidth_ * std::sqrt(2 * std::numbers::pi) * total);
  }
  std::vector<double> nodes(kNodes + 1);
  add_bells_with(registers, {shares_.data(), bell.data(), reach}, nodes.data());
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

#include "measure/concentration.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace trivium::measure {
namespace {

double sum(std::span<const double> parts) { return std::accumulate(parts.begin(), parts.end(), 0.0); }

// −s log₂ s of each share; a part of nothing adds nothing, as s log s goes to 0.
double bits(std::span<const double> parts, double whole) {
  double all = 0;
  for (const double part : parts) {
    if (part > 0) all -= part / whole * std::log2(part / whole);
  }
  return all;
}

// 2/(n² R̄) Σ k (R₍ₖ₎ − R̄) with values in ascending order.
std::optional<double> gini_of(std::vector<double> values) {
  const double all = sum(values);
  if (!(all > 0)) return std::nullopt;
  std::ranges::sort(values);
  const auto count = static_cast<double>(values.size());
  const double mean = all / count;
  double apart = 0;
  double rank = 0;
  for (const double value : values) apart += ++rank * (value - mean);
  return 2 * apart / (count * count * mean);
}

}  // namespace

std::optional<double> herfindahl(std::span<const double> parts) {
  const double whole = sum(parts);
  if (!(whole > 0)) return std::nullopt;
  double squares = 0;
  for (const double part : parts) squares += part / whole * (part / whole);
  return squares;
}

std::optional<double> largest_share(std::span<const double> parts) {
  const double whole = sum(parts);
  if (!(whole > 0)) return std::nullopt;
  return std::ranges::max(parts) / whole;
}

std::optional<double> gini(std::span<const double> parts) { return gini_of({parts.begin(), parts.end()}); }

std::optional<double> entropy(std::span<const double> parts) {
  const double whole = sum(parts);
  if (!(whole > 0)) return std::nullopt;
  return bits(parts, whole);
}

std::optional<double> locational_gini(const Compared& compared) {
  assert(compared.parts.size() == compared.whole.size());
  const double part = sum(compared.parts);
  const double whole = sum(compared.whole);
  if (!(part > 0 && whole > 0)) return std::nullopt;
  std::vector<double> quotients;
  for (std::size_t i = 0; i < compared.parts.size(); ++i) {
    if (compared.whole[i] > 0) quotients.push_back(compared.parts[i] / part / (compared.whole[i] / whole));
  }
  return gini_of(std::move(quotients));
}

std::optional<double> krugman(const Compared& compared) {
  assert(compared.parts.size() == compared.whole.size());
  const double part = sum(compared.parts);
  const double whole = sum(compared.whole);
  if (!(part > 0 && whole > 0)) return std::nullopt;
  double apart = 0;
  for (std::size_t i = 0; i < compared.parts.size(); ++i) {
    apart += std::abs(compared.parts[i] / part - compared.whole[i] / whole);
  }
  return apart;
}

std::optional<Variety> variety(std::span<const double> parts, std::span<const std::size_t> group_of_part) {
  assert(parts.size() == group_of_part.size());
  const double whole = sum(parts);
  if (!(whole > 0)) return std::nullopt;
  std::vector<double> groups(group_of_part.empty() ? 0 : *std::ranges::max_element(group_of_part) + 1, 0.0);
  for (std::size_t i = 0; i < parts.size(); ++i) groups[group_of_part[i]] += parts[i];
  const double between = bits(groups, whole);
  double within = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] > 0) within -= parts[i] / whole * std::log2(parts[i] / groups[group_of_part[i]]);
  }
  return Variety{.unrelated = between, .related = within};
}

}  // namespace trivium::measure

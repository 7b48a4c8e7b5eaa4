#include "fit/profile.hpp"

#include <algorithm>
#include <cmath>

namespace trivium::fit {
namespace {

struct Sized {
  std::optional<double> size;
  const std::vector<Mechanism>& mechanisms;
};

Lean lean_of(const std::vector<Sized>& things) {
  Lean lean{};
  const bool known = std::ranges::any_of(things, [](const Sized& thing) { return thing.size.value_or(0) > 0; });
  lean.by_count = !known && std::ranges::none_of(things, [](const Sized& thing) { return thing.size.has_value(); });
  double whole = 0;
  for (const auto& [size, mechanisms] : things) {
    const double weight = lean.by_count ? 1 : size.value_or(0);
    whole += weight;
    if (!lean.by_count && !size) ++lean.unsized;
    for (const auto mechanism : mechanisms) {
      const double part = weight / static_cast<double>(mechanisms.size());
      switch (mechanism) {
        case Mechanism::sharing: lean.sharing += part; break;
        case Mechanism::matching: lean.matching += part; break;
        case Mechanism::learning: lean.learning += part; break;
      }
    }
  }
  const double all = lean.sharing + lean.matching + lean.learning;
  if (all <= 0) return Lean{};
  lean.placed = true;
  lean.share = all / whole;
  lean.sharing /= all;
  lean.matching /= all;
  lean.learning /= all;
  return lean;
}

}  // namespace

Profile profile(const Picture& picture) {
  std::vector<Sized> demands;
  std::vector<Sized> instruments;
  std::vector<Sized> practices;
  for (const auto& demand : picture.demands) demands.push_back({demand.weight, demand.mechanisms});
  for (const auto& instrument : picture.instruments)
    instruments.push_back({instrument.resource, instrument.mechanisms});
  for (const auto& practice : picture.practices) practices.push_back({practice.effort, practice.mechanisms});
  return {.demands = lean_of(demands), .instruments = lean_of(instruments), .practices = lean_of(practices)};
}

std::optional<Distance> distance(const Lean& one, const Lean& other) {
  if (!one.placed || !other.placed) return std::nullopt;
  const double apart = (std::abs(one.sharing - other.sharing) + std::abs(one.matching - other.matching) +
                        std::abs(one.learning - other.learning)) /
                       2;
  if (apart < 0.1) return Distance::together;
  if (apart < 0.3) return Distance::near;
  return apart < 0.6 ? Distance::apart : Distance::far;
}

}  // namespace trivium::fit

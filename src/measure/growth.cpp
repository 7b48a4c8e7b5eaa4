#include "measure/growth.hpp"

namespace trivium::measure {

double change(const Change& amount) { return amount.now - amount.then; }

std::optional<double> growth(const Change& amount) {
  if (!(amount.then > 0)) return std::nullopt;
  return amount.now / amount.then - 1;
}

std::optional<double> growth_against(const Areas& areas) {
  const auto region = growth(areas.region);
  const auto larger = growth(areas.larger);
  if (!region || !larger) return std::nullopt;
  return *region - *larger;
}

std::optional<ShiftShare> shift_share(std::span<const Areas> industries) {
  Change larger{.then = 0, .now = 0};
  for (const auto& industry : industries) {
    larger.then += industry.larger.then;
    larger.now += industry.larger.now;
  }
  const auto everywhere = growth(larger);
  if (!everywhere) return std::nullopt;
  ShiftShare found;
  for (std::size_t i = 0; i < industries.size(); ++i) {
    const auto& [region, whole] = industries[i];
    const auto here = growth(whole);
    if (!here) {
      found.unexplained += change(region);
      continue;
    }
    const Shift shift{.industry = i,
                      .national = region.then * *everywhere,
                      .mix = region.then * (*here - *everywhere),
                      .regional = change(region) - region.then * *here};
    found.national += shift.national;
    found.mix += shift.mix;
    found.regional += shift.regional;
    found.industries.push_back(shift);
  }
  return found;
}

}  // namespace trivium::measure

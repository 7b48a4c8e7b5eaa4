#include "measure/location_quotient.hpp"

#include <cmath>

namespace trivium::measure {

std::vector<Quotient> location_quotients(const Employment& employment, const Totals& totals) {
  std::vector<Quotient> quotients;
  if (totals.all.value_or(0) <= 0) return quotients;
  quotients.reserve(employment.jobs.size());
  for (std::size_t region = 0; region < employment.regions; ++region) {
    const double in_region = totals.regions[region].value_or(0);
    if (in_region <= 0) continue;
    for (std::size_t industry = 0; industry < employment.industries; ++industry) {
      const auto cell = region * employment.industries + industry;
      const double in_industry = totals.industries[industry].value_or(0);
      if (in_industry <= 0 || (!employment.suppressed.empty() && employment.suppressed[cell])) continue;
      const double expected = in_region * in_industry / *totals.all;
      quotients.push_back({.region = static_cast<std::uint32_t>(region),
                           .industry = static_cast<std::uint32_t>(industry),
                           .quotient = employment.jobs[cell] / expected,
                           .jobs = employment.jobs[cell],
                           .expected = expected});
    }
  }
  return quotients;
}

std::vector<Quotient> location_quotients(const Employment& employment) {
  return location_quotients(employment, totals(employment));
}

Range chance_of(const Quotient& quotient) {
  constexpr double kTwoSided95 = 1.959963984540054;
  const auto cubed = [](double jobs, double side) {
    const double root = 1 - 1 / (9 * jobs) + side * kTwoSided95 / (3 * std::sqrt(jobs));
    return jobs * root * root * root;
  };
  return {.least = quotient.jobs < 1 ? 0 : std::max(0.0, cubed(quotient.jobs, -1)) / quotient.expected,
          .most = cubed(quotient.jobs + 1, +1) / quotient.expected};
}

}  // namespace trivium::measure

#include "measure/employment.hpp"

namespace trivium::measure {

Totals totals(const Employment& employment) {
  Totals sums{.regions = std::vector<std::optional<double>>(employment.regions, 0.0),
              .industries = std::vector<std::optional<double>>(employment.industries, 0.0),
              .all = 0.0};
  const auto add = [](std::optional<double>& sum, std::optional<double> jobs) {
    if (sum && jobs) *sum += *jobs;
    else sum.reset();
  };
  std::size_t cell = 0;
  for (std::size_t region = 0; region < employment.regions; ++region) {
    for (std::size_t industry = 0; industry < employment.industries; ++industry, ++cell) {
      const bool known = employment.suppressed.empty() || !employment.suppressed[cell];
      const auto jobs = known ? std::optional{employment.jobs[cell]} : std::nullopt;
      add(sums.regions[region], jobs);
      add(sums.industries[industry], jobs);
    }
    add(sums.all, sums.regions[region]);
  }
  return sums;
}

}  // namespace trivium::measure

#include "measure/presence.hpp"

namespace trivium::measure {

Presence specialised(const Employment& employment, const Totals& totals, double least_quotient) {
  Presence presence{employment.regions, employment.industries};
  for (std::size_t region = 0; region < employment.regions; ++region) {
    for (std::size_t industry = 0; industry < employment.industries; ++industry) {
      const auto cell = region * employment.industries + industry;
      const bool suppressed = !employment.suppressed.empty() && employment.suppressed[cell];
      const auto& in_region = totals.regions[region];
      const auto& in_industry = totals.industries[industry];
      if (suppressed || !in_region || !in_industry || !totals.all) {
        presence.set_unknown({.region = region, .industry = industry});
        continue;
      }
      // Whole numbers below 2⁵³ on both sides: nothing is rounded where the quotient asked for is 1.
      const double expected = *in_region * *in_industry;
      if (expected > 0 && employment.jobs[cell] * *totals.all >= least_quotient * expected)
        presence.set_home({.region = region, .industry = industry});
    }
  }
  return presence;
}

Presence specialised(const Employment& employment) { return specialised(employment, totals(employment)); }

Places industries_by_region(const Presence& presence) {
  Places found;
  found.from.reserve(presence.regions() + 1);
  found.from.push_back(0);
  for (std::size_t region = 0; region < presence.regions(); ++region) {
    for (std::size_t industry = 0; industry < presence.industries(); ++industry) {
      if (presence.home({.region = region, .industry = industry}))
        found.places.push_back(static_cast<std::uint32_t>(industry));
    }
    found.from.push_back(found.places.size());
  }
  return found;
}

}  // namespace trivium::measure

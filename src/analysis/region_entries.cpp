#include "analysis/columns.hpp"
#include "analysis/does_not_fit.hpp"
#include "analysis/entries.hpp"
#include "measure/complexity.hpp"
#include "measure/relatedness_density.hpp"

#include <algorithm>
#include <utility>

namespace trivium::analysis {
namespace {

using evidence::Cell;

Cell whole(std::uint32_t count) { return std::int64_t{count}; }

// Below about thirty regions a single one moves what is told from regions that are shared.
constexpr std::size_t kFewRegions = 30;

measure::Presence presence(const Asked& asked, const CodedEmployment& coded) {
  if (const auto regions = coded.regions.size(); regions < kFewRegions)
    asked.remarks.push_back({.name = "few_regions", .values = static_cast<std::int64_t>(regions)});
  return measure::specialised(coded.employment, totals(asked, coded), asked.settings.number("least-quotient"));
}

// Every industry is held against every one: first how often both are at home, then how close they are, and that beside
// an answer of so many bytes. Said before it is begun, as it would take long to find out.
void refuse_what_does_not_fit(const measure::Presence& homes, std::size_t answer) {
  const auto industries = homes.industries();
  const auto pairs = industries * industries;
  const auto counted = sizeof(std::uint32_t) * (homes.complete() ? 1 : 2);
  const auto there_is = memory_there_is();
  const bool close_fits = pairs <= there_is / (counted + sizeof(double));
  if (close_fits && answer <= there_is - pairs * sizeof(double)) return;
  throw DoesNotFit{{"/employment",
                    "flaw.industries_do_not_fit",
                    {{"industries", std::to_string(industries)}, {"pairs", std::to_string(pairs)}}}};
}

// Who has no value, by the reason for it.
void remark_without_order(const Asked& asked, const CodedEmployment& coded, const measure::Presence& homes,
                          const measure::Complexity& found) {
  std::vector<bool> home_to_something(homes.regions(), false);
  Remark not_known{.name = "industries_not_ordered"};
  Remark nowhere{.name = "industries_at_home_nowhere"};
  Remark apart{.name = "industries_apart"};
  for (std::size_t industry = 0; industry < homes.industries(); ++industry) {
    bool known = true;
    bool at_home = false;
    for (std::size_t region = 0; region < homes.regions(); ++region) {
      const measure::Presence::Cell cell{.region = region, .industry = industry};
      known = known && homes.known(cell);
      at_home = at_home || homes.home(cell);
    }
    for (std::size_t region = 0; known && region < homes.regions(); ++region)
      home_to_something[region] = home_to_something[region] || homes.home({.region = region, .industry = industry});
    if (!found.industries[industry])
      (!known ? not_known : at_home ? apart : nowhere).codes.push_back(coded.industries[industry]);
  }
  Remark nothing{.name = "regions_home_to_nothing"};
  Remark regions_apart{.name = "regions_apart"};
  for (std::size_t region = 0; region < homes.regions(); ++region) {
    if (!found.regions[region])
      (home_to_something[region] ? regions_apart : nothing).codes.push_back(coded.regions[region]);
  }
  for (auto* remark : {&regions_apart, &apart, &nothing, &nowhere, &not_known}) {
    if (remark->codes.empty()) continue;
    remark->values = static_cast<std::int64_t>(remark->codes.size());
    asked.remarks.push_back(std::move(*remark));
  }
}

measure::Closeness closeness(const Asked& asked, const measure::CoOccurrence& counts) {
  using measure::Normalised;
  const auto& how = asked.settings.choice("closeness");
  if (how == "association") return measure::normalised(counts, Normalised::association);
  if (how == "cosine") return measure::normalised(counts, Normalised::cosine);
  if (how == "jaccard") return measure::normalised(counts, Normalised::jaccard);
  if (how == "probability") return measure::normalised(counts, Normalised::probability);
  return measure::proximity(counts, asked.work);
}

}  // namespace

void proximity(const Asked& asked) {
  const auto coded = employment(asked);
  const auto homes = presence(asked, coded);
  refuse_what_does_not_fit(homes, 0);
  const auto counts = measure::co_occurrence(homes, asked.work);
  const auto close = closeness(asked, counts);
  for (std::size_t one = 0; one < close.industries(); ++one) {
    for (std::size_t other = one + 1; other < close.industries(); ++other) {
      if (const auto found = close.between({one, other}))
        asked.answer.row({coded.industries[one], coded.industries[other], whole(counts.both({one, other})),
                          whole(counts.home({one, other})), whole(counts.home({other, one})), *found});
    }
  }
}

void relatedness_density(const Asked& asked) {
  const auto coded = employment(asked);
  const auto homes = presence(asked, coded);
  refuse_what_does_not_fit(homes, homes.regions() * homes.industries() * sizeof(measure::Density));
  auto close = closeness(asked, measure::co_occurrence(homes, asked.work));
  if (const auto least = asked.settings.number_if_set("least-closeness"))
    close = measure::related_from(std::move(close), *least);
  const auto itself =
      asked.settings.choice("itself") == "counted" ? measure::Itself::counted : measure::Itself::left_out;
  const auto found =
      measure::relatedness_density({.presence = homes, .closeness = close, .itself = itself}, asked.work);
  const auto no_total = [](const Remark& remark) { return remark.name == "without_total"; };
  if (found.empty() && std::ranges::none_of(asked.remarks, no_total))
    asked.remarks.push_back({.name = "nothing_close"});
  for (const auto& one : found) {
    const measure::Presence::Cell cell{one.region, one.industry};
    asked.answer.row({coded.regions[one.region], coded.industries[one.industry],
                      homes.known(cell) ? Cell{std::int64_t{homes.home(cell)}} : Cell{}, one.density});
  }
}

void complexity(const Asked& asked) {
  const auto coded = employment(asked);
  const auto homes = presence(asked, coded);
  const auto found = measure::complexity(homes, asked.work);
  if (!found) {
    asked.remarks.push_back({.name = "no_order"});
    return;
  }
  const auto tell = [&](const std::string& kind, const Codes& codes, const std::vector<std::optional<double>>& values) {
    for (std::size_t place = 0; place < values.size(); ++place) {
      if (values[place]) asked.answer.row({kind, codes[place], *values[place], found->eigenvalue, found->next});
    }
  };
  tell("region", coded.regions, found->regions);
  tell("industry", coded.industries, found->industries);
  remark_without_order(asked, coded, homes, *found);
}

}  // namespace trivium::analysis

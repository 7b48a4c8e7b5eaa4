#include "stage/claims.hpp"

#include <algorithm>
#include <iterator>

namespace trivium::stage {
namespace {

bool beyond(const Thresholds& thresholds, Claim claim, double value) {
  const auto against = line_against(thresholds, claim);
  return against && against->beyond(value);
}

// The last year of the window in which both are counted.
const YearOf* last_with_young(std::span<const YearOf> years, const Thresholds& thresholds) {
  const auto last = std::ranges::max(years, {}, &YearOf::year).year;
  const YearOf* found = nullptr;
  for (const auto& year : years) {
    const bool counted = year.cluster.young && year.cluster.firms && *year.cluster.firms > 0;
    if (counted && year.year > last - thresholds.years && (found == nullptr || year.year > found->year)) found = &year;
  }
  return found;
}

std::optional<SpokenAgainst> against_newcomers(std::span<const YearOf> years, double newcomers,
                                               const Thresholds& thresholds) {
  const auto* year = last_with_young(years, thresholds);
  if (year == nullptr || *year->cluster.firms < thresholds.fewest_firms) return std::nullopt;
  const double young = *year->cluster.young / *year->cluster.firms;
  if (!beyond(thresholds, Claim::newcomers_met, newcomers - young)) return std::nullopt;
  return SpokenAgainst{.claim = Claim::newcomers_met, .year = year->year, .counted = young};
}

std::optional<SpokenAgainst> against_plugging_in(const std::vector<Reading>& all, const Thresholds& thresholds) {
  const auto entry = std::ranges::find(all, Signal::entry_rate, &Reading::signal);
  // No line of a stage is asked here, so that there is none for this stage does not matter.
  if (entry == all.end() ||
      (entry->why_not && *entry->why_not != Cannot::nothing_to_say && *entry->why_not != Cannot::in_between))
    return std::nullopt;
  const double value = *entry->measured.value;
  if (!beyond(thresholds, Claim::easy_to_plug_in, value)) return std::nullopt;
  return SpokenAgainst{.claim = Claim::easy_to_plug_in, .counted = value};
}

}  // namespace

std::string_view name(Claim claim) {
  switch (claim) {
    case Claim::stage: return "stage";
    case Claim::newcomers_met: return "newcomers_met";
    case Claim::easy_to_plug_in: break;
  }
  return "easy_to_plug_in";
}

std::optional<Claim> held_against(Signal signal) {
  if (signal == Signal::young_firms) return Claim::newcomers_met;
  if (signal == Signal::entry_rate) return Claim::easy_to_plug_in;
  return std::nullopt;
}

std::optional<Signal> signal_for(Claim claim) {
  const auto* const found = std::ranges::find(kSignals, std::optional{claim}, held_against);
  return found == kSignals.end() ? std::nullopt : std::optional{*found};
}

std::optional<Line> line_against(const Thresholds& thresholds, Claim claim) {
  const auto signal = signal_for(claim);
  const auto content = signal ? thresholds.signals.find(*signal) : thresholds.signals.end();
  if (content == thresholds.signals.end()) return std::nullopt;
  const auto line = content->second.stages.find(name(claim));
  return line == content->second.stages.end() ? std::nullopt : line->second.speaks_against;
}

std::vector<SpokenAgainst> spoken_against(std::span<const YearOf> years, const Claimed& claimed,
                                          const Thresholds& thresholds) {
  std::vector<SpokenAgainst> found;
  if (years.empty()) return found;
  const auto all = readings(years, claimed.stage, thresholds);
  SpokenAgainst stage{.claim = Claim::stage};
  std::ranges::copy_if(all, std::back_inserter(stage.readings),
                       [](const Reading& reading) { return reading.says == Says::speaks_against; });
  if (!claimed.stage.empty() && !stage.readings.empty()) found.push_back(std::move(stage));
  if (claimed.newcomers) {
    if (auto one = against_newcomers(years, *claimed.newcomers, thresholds)) found.push_back(std::move(*one));
  }
  if (claimed.easy_to_plug_in) {
    if (auto one = against_plugging_in(all, thresholds)) found.push_back(std::move(*one));
  }
  return found;
}

}  // namespace trivium::stage

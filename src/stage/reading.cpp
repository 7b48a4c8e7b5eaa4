#include "stage/reading.hpp"

#include <algorithm>

namespace trivium::stage {
namespace {

// A share of one year needs one year; a mean or a growth needs several.
bool over_years(Signal signal) {
  return signal == Signal::net_entry || signal == Signal::entry_rate || signal == Signal::exit_rate ||
         signal == Signal::growth_of_firms || signal == Signal::growth_of_jobs;
}

std::optional<Cannot> not_to_be_told(const Reading& reading, const Thresholds& thresholds) {
  const auto& measured = reading.measured;
  if (measured.years.empty()) return Cannot::nothing_known;
  const auto fewest = static_cast<std::size_t>(thresholds.fewest_years);
  if (over_years(reading.signal) && measured.years.size() < fewest) return Cannot::too_few_years;
  if (!measured.value) return Cannot::nothing_known;
  if (measured.firms && *measured.firms < thresholds.fewest_firms) return Cannot::too_few_firms;
  if (!reading.threshold.speaks_for && !reading.threshold.speaks_against) return Cannot::nothing_to_say;
  return std::nullopt;
}

}  // namespace

std::string_view name(Cannot reason) {
  switch (reason) {
    case Cannot::nothing_known: return "nothing_known";
    case Cannot::too_few_years: return "too_few_years";
    case Cannot::too_few_firms: return "too_few_firms";
    case Cannot::in_between: return "in_between";
    case Cannot::nothing_to_say: break;
  }
  return "nothing_to_say";
}

std::string_view name(Says says) {
  switch (says) {
    case Says::speaks_for: return "speaks_for";
    case Says::speaks_against: return "speaks_against";
    case Says::cannot_be_told: break;
  }
  return "cannot_be_told";
}

std::vector<Reading> readings(std::span<const YearOf> years, std::string_view stage, const Thresholds& thresholds) {
  std::vector<Reading> found;
  if (years.empty()) return found;
  const auto last = std::ranges::max(years, {}, &YearOf::year).year;
  const Window window{.from = last - thresholds.years + 1, .to = last};
  for (const auto signal : kSignals) {
    Reading reading{.signal = signal,
                    .says = Says::cannot_be_told,
                    .why_not = {},
                    .threshold = {},
                    .measured = measured(signal, years, window),
                    .window = window};
    if (const auto content = thresholds.signals.find(signal); content != thresholds.signals.end()) {
      const auto threshold = content->second.stages.find(stage);
      if (threshold != content->second.stages.end()) reading.threshold = threshold->second;
    }
    reading.why_not = not_to_be_told(reading, thresholds);
    if (!reading.why_not) {
      const double value = *reading.measured.value;
      const auto& [speaks_for, speaks_against] = reading.threshold;
      if (speaks_for && speaks_for->within(value)) reading.says = Says::speaks_for;
      else if (speaks_against && speaks_against->beyond(value)) reading.says = Says::speaks_against;
      else reading.why_not = Cannot::in_between;
    }
    found.push_back(std::move(reading));
  }
  return found;
}

}  // namespace trivium::stage

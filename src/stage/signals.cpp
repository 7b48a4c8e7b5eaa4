#include "stage/signals.hpp"

#include <algorithm>
#include <cmath>

namespace trivium::stage {
namespace {

using Part = std::optional<double> Counted::*;

std::optional<double> rate(const Counted& counted, Part part) {
  if (!(counted.*part) || !counted.firms || *counted.firms <= 0) return std::nullopt;
  return *(counted.*part) / *counted.firms;
}

std::optional<double> net_rate(const Counted& counted) {
  const auto entries = rate(counted, &Counted::entries);
  const auto exits = rate(counted, &Counted::exits);
  if (!entries || !exits) return std::nullopt;
  return *entries - *exits;
}

struct Seen {
  std::optional<double> own;
  std::optional<double> larger;
  bool compared = false;  // without the larger area there is no number
};

Seen seen(Signal signal, const YearOf& year) {
  switch (signal) {
    case Signal::net_entry: return {.own = net_rate(year.cluster), .larger = net_rate(year.larger)};
    case Signal::entry_rate: return {rate(year.cluster, &Counted::entries), rate(year.larger, &Counted::entries), true};
    case Signal::exit_rate: return {rate(year.cluster, &Counted::exits), rate(year.larger, &Counted::exits), true};
    case Signal::growth_of_firms: return {year.cluster.firms, year.larger.firms, true};
    case Signal::growth_of_jobs: return {year.cluster.jobs, year.larger.jobs, true};
    case Signal::young_firms: return {rate(year.cluster, &Counted::young), rate(year.larger, &Counted::young), true};
    case Signal::concentration: return {.own = year.concentration, .larger = {}};
    case Signal::one_firm: return {.own = year.one_firm, .larger = {}};
    case Signal::one_buyer: break;
  }
  return {.own = year.one_buyer, .larger = {}};
}

bool counts_firms(Signal signal) {
  return signal == Signal::net_entry || signal == Signal::entry_rate || signal == Signal::exit_rate ||
         signal == Signal::growth_of_firms || signal == Signal::young_firms;
}

double mean(const std::vector<Measured::OfYear>& years, bool against) {
  double sum = 0;
  for (const auto& year : years) sum += year.value - (against ? *year.larger : 0);
  return sum / static_cast<double>(years.size());
}

std::optional<double> yearly(double then, double now, Year years) {
  if (then <= 0) return std::nullopt;
  return std::pow(now / then, 1.0 / years) - 1;
}

// From the first year known to the last; none where there is only one, or where there was nothing to grow from.
std::optional<double> growth(const std::vector<Measured::OfYear>& years) {
  const auto& then = years.front();
  const auto& now = years.back();
  if (then.year == now.year) return std::nullopt;
  const auto own = yearly(then.value, now.value, now.year - then.year);
  const auto larger = yearly(*then.larger, *now.larger, now.year - then.year);
  if (!own || !larger) return std::nullopt;
  return *own - *larger;
}

std::optional<double> value_of(Signal signal, const std::vector<Measured::OfYear>& years) {
  if (years.empty()) return std::nullopt;
  switch (signal) {
    case Signal::net_entry: return mean(years, false);
    case Signal::entry_rate:
    case Signal::exit_rate: return mean(years, true);
    case Signal::growth_of_firms:
    case Signal::growth_of_jobs: return growth(years);
    case Signal::young_firms: return years.back().value - *years.back().larger;
    case Signal::concentration:
    case Signal::one_firm:
    case Signal::one_buyer: break;
  }
  return years.back().value;
}

}  // namespace

std::string_view name(Signal signal) {
  switch (signal) {
    case Signal::net_entry: return "net_entry";
    case Signal::entry_rate: return "entry_rate";
    case Signal::exit_rate: return "exit_rate";
    case Signal::growth_of_firms: return "growth_of_firms";
    case Signal::growth_of_jobs: return "growth_of_jobs";
    case Signal::young_firms: return "young_firms";
    case Signal::concentration: return "concentration";
    case Signal::one_firm: return "one_firm";
    case Signal::one_buyer: break;
  }
  return "one_buyer";
}

std::optional<Signal> signal_named(std::string_view wanted_name) {
  const auto* const found = std::ranges::find(kSignals, wanted_name, [](Signal signal) { return name(signal); });
  if (found == kSignals.end()) return std::nullopt;
  return *found;
}

Measured measured(Signal signal, std::span<const YearOf> years, const Window& window) {
  Measured found;
  for (auto year = window.from; year <= window.to; ++year) {
    const auto given = std::ranges::find(years, year, &YearOf::year);
    const auto one = given == years.end() ? Seen{} : seen(signal, *given);
    if (!one.own || (one.compared && !one.larger)) {
      found.missing.push_back(year);
      continue;
    }
    found.years.push_back({.year = year, .value = *one.own, .larger = one.larger});
    if (counts_firms(signal)) found.firms = std::min(found.firms.value_or(HUGE_VAL), *given->cluster.firms);
  }
  found.value = value_of(signal, found.years);
  return found;
}

}  // namespace trivium::stage

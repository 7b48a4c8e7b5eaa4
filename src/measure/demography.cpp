#include "measure/demography.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace trivium::measure {
namespace {

std::optional<double> per_active(std::uint64_t count, std::uint64_t active) {
  if (active == 0) return std::nullopt;
  return static_cast<double>(count) / static_cast<double>(active);
}

std::size_t types_of(std::span<const Life> lives) {
  std::size_t types = 0;
  for (const auto& life : lives) types = std::max(types, life.type + 1);
  return types;
}

}  // namespace

std::int64_t net_entry(const Turnover& year) {
  return static_cast<std::int64_t>(year.entries) - static_cast<std::int64_t>(year.exits);
}
std::optional<double> entry_rate(const Turnover& year) { return per_active(year.entries, year.active); }
std::optional<double> exit_rate(const Turnover& year) { return per_active(year.exits, year.active); }

std::vector<Turnover> turnover(std::span<const Life> lives, const Period& period) {
  const auto types = types_of(lives);
  std::vector<bool> any(types, false);
  for (const auto& life : lives) any[life.type] = true;
  std::vector<std::vector<Turnover>> by_type(types);
  for (std::size_t type = 0; type < types; ++type) {
    for (Year year = period.from; any[type] && year <= period.to; ++year)
      by_type[type].push_back({.type = type, .year = year, .active = 0, .entries = 0, .exits = 0});
  }
  for (const auto& life : lives) {
    auto& years = by_type[life.type];
    const auto at = [&](Year year) -> Turnover& { return years[static_cast<std::size_t>(year - period.from)]; };
    const auto within = [&](Year year) { return year >= period.from && year <= period.to; };
    for (Year year = std::max(life.first, period.from); year <= std::min(life.last.value_or(period.to), period.to);
         ++year)
      ++at(year).active;
    if (within(life.first)) ++at(life.first).entries;
    if (life.last && within(*life.last)) ++at(*life.last).exits;
  }
  std::vector<Turnover> all;
  for (const auto& years : by_type) all.insert(all.end(), years.begin(), years.end());
  return all;
}

std::vector<Survival> survival(std::span<const Life> lives, const Period& period) {
  std::map<std::tuple<std::size_t, Year>, std::vector<std::uint64_t>> cohorts;  // by age: still active
  for (const auto& life : lives) {
    if (life.first < period.from || life.first >= period.to) continue;
    auto& alive = cohorts[{life.type, life.first}];
    alive.resize(static_cast<std::size_t>(period.to - life.first) + 1, 0);
    const Year last = std::min(life.last.value_or(period.to), period.to);
    for (Year year = life.first; year <= last; ++year) ++alive[static_cast<std::size_t>(year - life.first)];
  }
  std::vector<Survival> found;
  for (const auto& [cohort, alive] : cohorts) {
    const auto& [type, born] = cohort;
    for (std::size_t age = 1; age < alive.size(); ++age)
      found.push_back(
          {.type = type, .born = born, .age = static_cast<int>(age), .of = alive.front(), .alive = alive[age]});
  }
  return found;
}

}  // namespace trivium::measure

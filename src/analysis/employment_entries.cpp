#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/concentration.hpp"
#include "measure/location_quotient.hpp"

#include <map>

namespace trivium::analysis {

using evidence::Cell;

namespace {

enum class Along { regions, industries };

bool known(const measure::Employment& table, std::size_t cell) {
  return table.suppressed.empty() || !table.suppressed[cell];
}

// One column or one row of the table: for an industry its regions, for a region its industries. None where one of them
// is not known.
std::optional<std::vector<double>> slice(const measure::Employment& table, Along along, std::size_t which) {
  const auto size = along == Along::regions ? table.regions : table.industries;
  std::vector<double> parts;
  parts.reserve(size);
  for (std::size_t part = 0; part < size; ++part) {
    const auto at = along == Along::regions ? part * table.industries + which : which * table.industries + part;
    if (!known(table, at)) return std::nullopt;
    parts.push_back(table.jobs[at]);
  }
  return parts;
}

// What everybody has of each part. None where one of these sums is not known: a share of what is not known is none, and
// with the part left out the others would be shares of something else. Which ones they are is remarked.
std::optional<std::vector<double>> everybodys(const Asked& asked, const CodedEmployment& coded, Along along) {
  const auto totals = measure::totals(coded.employment);
  const bool regions = along == Along::regions;
  const auto& names = regions ? coded.regions : coded.industries;
  const auto& sums = regions ? totals.regions : totals.industries;
  std::vector<double> whole;
  std::vector<std::string> unknown;
  for (std::size_t part = 0; part < sums.size(); ++part) {
    if (sums[part]) whole.push_back(*sums[part]);
    else unknown.push_back(names[part]);
  }
  if (unknown.empty()) return whole;
  const auto values = static_cast<std::int64_t>(unknown.size());
  asked.remarks.push_back({.name = regions ? "regions_not_compared" : "industries_not_compared",
                           .codes = std::move(unknown),
                           .values = values});
  return std::nullopt;
}

void spread(const Asked& asked, Along along) {
  const auto coded = employment(asked);
  const auto& names = along == Along::regions ? coded.industries : coded.regions;
  const auto whole = everybodys(asked, coded, along);
  std::vector<std::string> without;
  for (std::size_t which = 0; which < names.size(); ++which) {
    const auto parts = slice(coded.employment, along, which);
    if (!parts) {
      without.push_back(names[which]);
      continue;
    }
    double jobs = 0;
    for (const double part : *parts) jobs += part;
    const auto compared = [&](auto measure) {
      return whole ? cell(measure(measure::Compared{*parts, *whole})) : Cell{};
    };
    asked.answer.row({names[which], jobs, cell(measure::herfindahl(*parts)), cell(measure::gini(*parts)),
                      cell(measure::entropy(*parts)), compared(measure::locational_gini), compared(measure::krugman)});
  }
  if (without.empty()) return;
  const auto values = static_cast<std::int64_t>(without.size());
  asked.remarks.push_back({.name = along == Along::regions ? "industries_without_row" : "regions_without_row",
                           .codes = std::move(without),
                           .values = values});
}

}  // namespace

void location_quotients(const Asked& asked) {
  const auto coded = employment(asked);
  if (coded.regions.size() == 1 && !asked.settings.number_if_set("total"))
    asked.remarks.push_back({.name = "one_region", .code = coded.regions[0]});
  const double heads = asked.settings.number("heads");
  for (const auto& one : measure::location_quotients(coded.employment, totals(asked, coded))) {
    auto counted = one;
    counted.jobs *= heads;
    counted.expected *= heads;
    const auto range = measure::chance_of(counted);
    asked.answer.row({coded.regions[one.region], coded.industries[one.industry], one.jobs, one.expected, one.quotient,
                      range.least, range.most});
  }
}

void concentration(const Asked& asked) { spread(asked, Along::regions); }
void specialisation(const Asked& asked) { spread(asked, Along::industries); }

void variety(const Asked& asked) {
  const auto coded = employment(asked);
  const auto digits = *asked.settings.whole("digits");
  std::map<std::string, std::size_t> groups;
  std::vector<std::size_t> group_of;
  for (const auto& code : coded.industries.names)
    group_of.push_back(groups.emplace(code.substr(0, digits), groups.size()).first->second);
  const auto& table = coded.employment;
  for (std::size_t region = 0; region < table.regions; ++region) {
    const auto first = region * table.industries;
    bool all = true;
    for (std::size_t i = 0; i < table.industries; ++i) all = all && known(table, first + i);
    if (!all) continue;
    const auto found = measure::variety(std::span{table.jobs}.subspan(first, table.industries), group_of);
    if (found) asked.answer.row({coded.regions[region], found->unrelated, found->related});
  }
}

}  // namespace trivium::analysis

#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/concentration.hpp"
#include "measure/ellison_glaeser.hpp"
#include "measure/location_quotient.hpp"

#include <map>

namespace trivium::analysis {

using evidence::Cell;

namespace {

// One row or one column of the table, with what all of them add up to. None where a part of it is suppressed.
struct Slice {
  std::vector<double> parts;
  std::vector<double> whole;
};

enum class Along { regions, industries };

// For an industry its regions, for a region its industries, and the same of everybody. Where the whole of a part is
// not known, neither is any share of it: the part is left out on both sides.
std::optional<Slice> slice(const measure::Employment& table, const measure::Totals& totals, Along along,
                           std::size_t which) {
  const auto& wholes = along == Along::regions ? totals.regions : totals.industries;
  Slice found;
  for (std::size_t part = 0; part < wholes.size(); ++part) {
    const auto at = along == Along::regions ? part * table.industries + which : which * table.industries + part;
    if (!table.suppressed.empty() && table.suppressed[at]) return std::nullopt;
    if (!wholes[part]) continue;
    found.parts.push_back(table.jobs[at]);
    found.whole.push_back(*wholes[part]);
  }
  return found;
}

void spread(const Asked& asked, Along along) {
  const auto coded = employment(asked);
  const auto totals = measure::totals(coded.employment);
  const auto& names = along == Along::regions ? coded.industries : coded.regions;
  for (std::size_t which = 0; which < names.size(); ++which) {
    const auto parts = slice(coded.employment, totals, along, which);
    if (!parts) continue;
    const measure::Compared compared{parts->parts, parts->whole};
    double jobs = 0;
    for (const double part : parts->parts) jobs += part;
    asked.answer.row({names[which], jobs, cell(measure::herfindahl(parts->parts)), cell(measure::gini(parts->parts)),
                      cell(measure::entropy(parts->parts)), cell(measure::locational_gini(compared)),
                      cell(measure::krugman(compared))});
  }
}

}  // namespace

void location_quotients(const Asked& asked) {
  const auto coded = employment(asked);
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
    bool known = true;
    for (std::size_t i = 0; i < table.industries && !table.suppressed.empty(); ++i)
      known = known && !table.suppressed[first + i];
    if (!known) continue;
    const auto found = measure::variety(std::span{table.jobs}.subspan(first, table.industries), group_of);
    if (found) asked.answer.row({coded.regions[region], found->unrelated, found->related});
  }
}

void ellison_glaeser(const Asked& asked) {
  const auto regions = make_codes(asked, "regions", "select distinct region as code from plants");
  const auto industries = make_codes(asked, "industries", "select distinct industry as code from plants");
  std::vector<std::uint32_t> region;
  std::vector<std::uint32_t> industry;
  std::vector<double> jobs;
  asked.tables.each(
      "select r.place, i.place, jobs from plants p join regions r on p.region = r.code "
      "join industries i on p.industry = i.code where jobs is not null",
      {}, asked.work, [&](const evidence::Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
          region.push_back(static_cast<std::uint32_t>(chunk.values<std::int64_t>(0)[row]));
          industry.push_back(static_cast<std::uint32_t>(chunk.values<std::int64_t>(1)[row]));
          jobs.push_back(chunk.values<double>(2)[row]);
        }
      });
  const auto found = measure::ellison_glaeser({.region = region, .industry = industry, .jobs = jobs},
                                              {.regions = regions.size(), .industries = industries.size()});
  for (std::size_t which = 0; which < found.size(); ++which) {
    if (const auto& one = found[which])
      asked.answer.row({industries[which], count(one->plants), one->jobs, one->raw, one->herfindahl, cell(one->gamma)});
  }
}

}  // namespace trivium::analysis

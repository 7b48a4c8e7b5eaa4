#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/concentration.hpp"

#include <numeric>

namespace trivium::analysis {
namespace {

struct Industry {
  std::vector<double> firms;  // their jobs
  bool known = true;          // of every firm
};

}  // namespace

// The table firm-sizes (firm, industry, jobs). Of a firm with several rows in an industry the jobs are added up; where
// one firm's are not known, nobody's share of the industry is.
void firm_concentration(const Asked& asked) {
  const auto codes = make_codes(asked, "industries", "select distinct industry as code from \"firm-sizes\"");
  std::vector<Industry> industries(codes.size());
  // In an order, so that sums are the same to the last digit whatever the threads.
  asked.tables.each(
      "select place, coalesce(jobs, 0)::double, jobs is null, coalesce(firm = lag(firm) over by_firm, false) "
      "from \"firm-sizes\" join industries on industry = code "
      "window by_firm as (partition by place order by firm, jobs) order by place, firm, jobs",
      {}, asked.work, [&](const evidence::Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
          auto& one = industries[static_cast<std::size_t>(chunk.values<std::int64_t>(0)[row])];
          const double jobs = chunk.values<double>(1)[row];
          if (chunk.values<bool>(3)[row]) one.firms.back() += jobs;
          else one.firms.push_back(jobs);
          one.known = one.known && !chunk.values<bool>(2)[row];
        }
      });
  for (std::size_t which = 0; which < industries.size(); ++which) {
    const auto& [firms, known] = industries[which];
    const auto spread = measure::herfindahl(firms);
    if (!known || !spread) continue;
    asked.answer.row({codes[which], count(firms.size()), std::accumulate(firms.begin(), firms.end(), 0.0), *spread,
                      1 / *spread, cell(measure::largest_share(firms)), cell(measure::gini(firms))});
  }
}

}  // namespace trivium::analysis

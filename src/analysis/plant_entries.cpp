#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/ellison_glaeser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace trivium::analysis {
namespace {

using evidence::Chunk;

constexpr auto kTotals = "region-totals";

bool has_totals(const Asked& asked) {
  const auto rows = asked.tables.rows(R"(select count(*) from "region-totals")", {}, {.stop = asked.work.stop});
  return std::get<std::int64_t>(rows.at(0).at(0)) > 0;
}

std::vector<std::string> codes(const Asked& asked, const std::string& query) {
  std::vector<std::string> found;
  for (const auto& row : asked.tables.rows(query, {}, {.stop = asked.work.stop}))
    found.push_back(std::get<std::string>(row.front()));
  return found;
}

// Published sums that are less than the jobs of the plants, which cannot be.
void remark_less(const Asked& asked) {
  auto less = codes(asked,
                    R"(with parts as (select region, sum(jobs) as jobs from plants group by 1),
                            published as (select region, sum(jobs) as jobs from "region-totals" group by 1)
                       select region from published join parts using (region)
                       where published.jobs < parts.jobs * (1 - 1e-9) order by 1)");
  if (less.empty()) return;
  Remark remark{.name = "less_than_parts", .code = kTotals, .codes = std::move(less)};
  remark.values = static_cast<std::int64_t>(remark.codes.size());
  asked.remarks.push_back(std::move(remark));
}

// All jobs of a region, in the order of the table regions; 0 where none were published.
std::vector<double> published(const Asked& asked, std::size_t regions) {
  std::vector<double> jobs(regions, 0.0);
  // In an order, so that the sum is the same to the last digit whatever the threads.
  asked.tables.each(R"(select place, jobs from "region-totals" join regions on region = code order by 1, 2)", {},
                    {.stop = asked.work.stop}, [&](const Chunk& chunk) {
                      for (std::size_t row = 0; row < chunk.rows(); ++row)
                        jobs[static_cast<std::size_t>(chunk.values<std::int64_t>(0)[row])] +=
                            chunk.values<double>(1)[row];
                    });
  return jobs;
}

}  // namespace

// A share of all jobs needs all of them: where one region's are not known, no region's share is.
std::optional<Refusal> wrong_region_totals(const Asked& asked) {
  if (!has_totals(asked)) return std::nullopt;
  const auto unknown = codes(asked,
                             R"(with known as (select region, sum(jobs) as jobs from "region-totals"
                                               group by 1 having count(*) = count(jobs)),
                                     parts as (select region, sum(jobs) as jobs from plants group by 1 union all
                                               select region, 0 from "region-totals")
                                select distinct parts.region from parts left join known using (region)
                                where known.jobs is null or known.jobs = 0 and parts.jobs > 0 order by 1)");
  if (unknown.empty()) return std::nullopt;
  return Refusal{.input = {},
                 .flaws = {{"/region-totals",
                            "flaw.without_region_total",
                            {{"codes", fmt::format("{}", fmt::join(unknown, ", "))}}}},
                 .rows = 0};
}

void plants_of_industries(const Asked& asked) {
  // A region without any plant has its share of all jobs too.
  const auto regions =
      make_codes(asked, "regions", R"(select region as code from plants union select region from "region-totals")");
  const auto industries = make_codes(asked, "industries", "select distinct industry as code from plants");
  std::vector<std::uint32_t> region;
  std::vector<std::uint32_t> industry;
  std::vector<double> jobs;
  asked.tables.each(
      "select r.place, i.place, jobs from plants p join regions r on p.region = r.code "
      "join industries i on p.industry = i.code where jobs is not null order by 1, 2, 3",
      {}, asked.work, [&](const Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
          region.push_back(static_cast<std::uint32_t>(chunk.values<std::int64_t>(0)[row]));
          industry.push_back(static_cast<std::uint32_t>(chunk.values<std::int64_t>(1)[row]));
          jobs.push_back(chunk.values<double>(2)[row]);
        }
      });
  const measure::Plants plants{.region = region, .industry = industry, .jobs = jobs};
  const measure::Size size{.regions = regions.size(), .industries = industries.size()};
  const bool against_all = has_totals(asked);
  if (against_all) remark_less(asked);
  const auto found = against_all ? measure::ellison_glaeser(plants, size, published(asked, size.regions))
                                 : measure::ellison_glaeser(plants, size);
  for (std::size_t which = 0; which < found.size(); ++which) {
    if (const auto& one = found[which])
      asked.answer.row({industries[which], count(one->plants), one->jobs, one->raw, one->herfindahl, cell(one->gamma)});
  }
}

}  // namespace trivium::analysis

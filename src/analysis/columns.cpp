#include "analysis/columns.hpp"

namespace trivium::analysis {

using evidence::Chunk;

namespace {

// Sums that were published stand in place of those of the table.
void publish(std::vector<std::optional<double>>& sums, const Asked& asked, const std::string& table,
             const std::string& of, const std::string& codes) {
  asked.tables.each("select place, sum(jobs)::double from " + evidence::sql_name(table) + " join " + codes + " on " +
                        of + " = code where jobs is not null group by place",
                    {}, {.stop = asked.work.stop}, [&](const Chunk& chunk) {
                      for (std::size_t row = 0; row < chunk.rows(); ++row)
                        sums[static_cast<std::size_t>(chunk.values<std::int64_t>(0)[row])] =
                            chunk.values<double>(1)[row];
                    });
}

// Published sums that are less than the parts that are known, which cannot be, and of codes that have no part here.
void remark_published(const Asked& asked, const std::string& table, const std::string& of) {
  const auto named = [&](std::string name, const std::string& query) {
    Remark remark{.name = std::move(name), .code = table};
    for (const auto& row : asked.tables.rows(query, {}, {.stop = asked.work.stop}))
      remark.codes.push_back(std::get<std::string>(row.front()));
    if (remark.codes.empty()) return;
    remark.values = static_cast<std::int64_t>(remark.codes.size());
    asked.remarks.push_back(std::move(remark));
  };
  const auto name = evidence::sql_name(table);
  named("sum_of_nobody", "select distinct " + of + " from " + name + " where " + of + " not in (select " + of +
                             " from employment) order by 1");
  named("less_than_parts", "with published as (select " + of + ", sum(jobs) as jobs from " + name +
                               " where jobs is not null group by 1), "
                               "parts as (select " +
                               of +
                               ", sum(jobs) as jobs from employment group by 1) "
                               "select " +
                               of + " from published join parts using (" + of +
                               ") "
                               "where published.jobs < parts.jobs * (1 - 1e-9) order by 1");
}

// Which published sums would help: names a remark after the kind of sums that are not known.
void remark_without(const std::vector<std::optional<double>>& sums, const Codes& codes, std::string name,
                    std::vector<Remark>& remarks) {
  Remark remark{.name = std::move(name)};
  for (std::size_t place = 0; place < sums.size(); ++place) {
    if (!sums[place]) remark.codes.push_back(codes[place]);
  }
  if (remark.codes.empty()) return;
  remark.values = static_cast<std::int64_t>(remark.codes.size());
  remarks.push_back(std::move(remark));
}

}  // namespace

Codes make_codes(const Asked& asked, const std::string& table, const std::string& query) {
  const measure::Work work{.stop = asked.work.stop};
  asked.tables.run("create table " + table + " as select code, row_number() over (order by code) - 1 as place from (" +
                       query + ") where code is not null",
                   {}, work);
  Codes codes;
  asked.tables.each("select code from " + table + " order by place", {}, work, [&](const Chunk& chunk) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) codes.names.emplace_back(chunk.text(row, 0));
  });
  return codes;
}

CodedEmployment employment(const Asked& asked) {
  CodedEmployment coded;
  coded.regions = make_codes(asked, "regions", "select distinct region as code from employment");
  coded.industries = make_codes(asked, "industries", "select distinct industry as code from employment");
  auto& cells = coded.employment;
  cells.regions = coded.regions.size();
  cells.industries = coded.industries.size();
  cells.jobs.assign(cells.regions * cells.industries, 0.0);
  bool any = false;
  std::size_t met = 0;
  std::vector<bool> suppressed(cells.jobs.size(), false);
  asked.tables.each(
      "select r.place * $1 + i.place, coalesce(sum(jobs), 0)::double, bool_or(jobs_mark <> 'stated') "
      "from employment e join regions r on e.region = r.code join industries i on e.industry = i.code group by 1 "
      "order by 1",
      {static_cast<std::int64_t>(cells.industries)}, {.stop = asked.work.stop}, [&](const Chunk& chunk) {
        const auto* cell = chunk.values<std::int64_t>(0);
        const auto* jobs = chunk.values<double>(1);
        const auto* kept = chunk.values<bool>(2);
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
          const auto at = static_cast<std::size_t>(cell[row]);
          cells.jobs[at] = jobs[row];
          suppressed[at] = kept[row];
          any = any || kept[row];
        }
        met += chunk.rows();
      });
  if (any) cells.suppressed = std::move(suppressed);
  if (met < cells.jobs.size())
    asked.remarks.push_back({.name = "no_row",
                             .value = static_cast<double>(cells.jobs.size()),
                             .values = static_cast<std::int64_t>(cells.jobs.size() - met)});
  return coded;
}

measure::Totals totals(const Asked& asked, const CodedEmployment& coded) {
  auto sums = measure::totals(coded.employment);
  remark_published(asked, "region-totals", "region");
  remark_published(asked, "industry-totals", "industry");
  double parts = 0;
  for (const double jobs : coded.employment.jobs) parts += jobs;
  publish(sums.regions, asked, "region-totals", "region", "regions");
  publish(sums.industries, asked, "industry-totals", "industry", "industries");
  if (const auto all = asked.settings.number_if_set("total")) {
    sums.all = all;
    if (*all < parts * (1 - 1e-9)) asked.remarks.push_back({.name = "total_less_than_parts", .value = parts});
  }
  if (!sums.all) asked.remarks.push_back({.name = "without_total"});
  remark_without(sums.regions, coded.regions, "without_region_totals", asked.remarks);
  remark_without(sums.industries, coded.industries, "without_industry_totals", asked.remarks);
  return sums;
}

namespace {

std::string codes_of_flows(const std::string& table) {
  const auto name = evidence::sql_name(table);
  return "select \"from\" as code from " + name + " union select \"to\" from " + name;
}

// By the codes of the table industries.
std::vector<measure::Flow> coded_flows(const Asked& asked, const std::string& table) {
  std::vector<measure::Flow> flows;
  asked.tables.each(
      "select f.place, t.place, sum(count)::bigint from " + evidence::sql_name(table) +
          " join industries f on \"from\" = f.code join industries t on \"to\" = t.code "
          "where count is not null group by 1, 2 order by 1, 2",
      {}, {.stop = asked.work.stop}, [&](const Chunk& chunk) {
        const auto* from = chunk.values<std::int64_t>(0);
        const auto* to = chunk.values<std::int64_t>(1);
        const auto* count = chunk.values<std::int64_t>(2);
        for (std::size_t row = 0; row < chunk.rows(); ++row)
          flows.push_back({static_cast<measure::Industry>(from[row]), static_cast<measure::Industry>(to[row]),
                           static_cast<std::uint64_t>(count[row])});
      });
  return flows;
}

}  // namespace

CodedFlows flows(const Asked& asked) {
  auto industries = make_codes(asked, "industries", codes_of_flows("flows"));
  return {.industries = std::move(industries), .flows = coded_flows(asked, "flows")};
}

FlowsOfTwoTimes flows_of_two_times(const Asked& asked, const std::string& before) {
  auto industries = make_codes(asked, "industries", codes_of_flows("flows") + " union " + codes_of_flows(before));
  return {
      .industries = std::move(industries), .now = coded_flows(asked, "flows"), .before = coded_flows(asked, before)};
}

}  // namespace trivium::analysis

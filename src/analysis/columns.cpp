#include "analysis/columns.hpp"

#include "analysis/does_not_fit.hpp"
#include "analysis/sums_disagree.hpp"
#include "measure/exact_sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace trivium::analysis {

using evidence::Chunk;

namespace {

// What threads meet in no certain order is added up exactly.
std::vector<std::optional<double>> added_up(const Asked& asked, const std::string& query, std::size_t places) {
  measure::ExactSums sums{places};
  std::vector<bool> met(places, false);
  asked.tables.each(query, {}, {.stop = asked.work.stop}, [&](const Chunk& chunk) {
    const auto* place = chunk.values<std::int64_t>(0);
    const auto* amount = chunk.values<double>(1);
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      const auto at = static_cast<std::size_t>(place[row]);
      sums.add(at, amount[row]);
      met[at] = true;
    }
  });
  std::vector<std::optional<double>> all(places);
  for (std::size_t place = 0; place < places; ++place) {
    if (met[place]) all[place] = sums[place];
  }
  return all;
}

// What is added up along one side of the table: its codes, what is known of their parts, and their sums.
struct Side {
  std::string of;     // region or industry
  std::string codes;  // the table of its codes
  const Codes& names;
  std::vector<double> parts;
};

void remark_codes(const Asked& asked, std::string name, std::string code, std::vector<std::string> codes) {
  if (codes.empty()) return;
  const auto values = static_cast<std::int64_t>(codes.size());
  asked.remarks.push_back(
      {.name = std::move(name), .code = std::move(code), .codes = std::move(codes), .values = values});
}

// Published sums are this much alike that were rounded or revised each for itself.
constexpr double kAlike = 0.005;

// As people read them, without what adding up leaves in the last digits.
std::string told(double amount) { return fmt::format("{:.10g}", amount); }

// Sums that were published stand in place of those of the table. Those of codes that have no part here are remarked,
// and so are those that are less than the parts that are known by little, as rounding brings about; with less they
// cannot be true.
void publish(std::vector<std::optional<double>>& sums, const Asked& asked, const Side& side) {
  const auto table = side.of + "-totals";
  const auto name = evidence::sql_name(table);
  std::vector<std::string> of_nobody;
  for (const auto& row : asked.tables.rows("select distinct " + side.of + " from " + name + " where " + side.of +
                                               " not in (select " + side.of + " from employment) order by 1",
                                           {}, {.stop = asked.work.stop}))
    of_nobody.push_back(std::get<std::string>(row.front()));
  remark_codes(asked, "sum_of_nobody", table, std::move(of_nobody));
  const auto published = added_up(asked,
                                  "select place, jobs::double from " + name + " join " + side.codes + " on " + side.of +
                                      " = code where jobs is not null",
                                  sums.size());
  std::vector<std::string> less;
  for (std::size_t place = 0; place < sums.size(); ++place) {
    if (!published[place]) continue;
    const double parts = side.parts[place];
    if (*published[place] < parts * (1 - kAlike))
      throw SumsDisagree{{"/" + table,
                          "flaw.sum_less_than_parts",
                          {{"code", side.names[place]}, {"given", told(*published[place])}, {"parts", told(parts)}}}};
    if (*published[place] < parts * (1 - 1e-9)) less.push_back(side.names[place]);
    sums[place] = published[place];
  }
  remark_codes(asked, "less_than_parts", table, std::move(less));
}

// All of them together, where each is known.
std::optional<double> together(const std::vector<std::optional<double>>& sums) {
  double all = 0;
  for (const auto& sum : sums) {
    if (!sum) return std::nullopt;
    all += *sum;
  }
  return all;
}

// Everything there is, from what was given of it. Where the sums of the regions are not those of the industries, the
// table is a part of something else, and nobody but who asks knows of what.
struct Given {
  bool regions;  // sums of them
  bool industries;
};
std::optional<double> everything(const Asked& asked, const measure::Totals& sums, const Given& given, double parts) {
  const auto regions = together(sums.regions);
  const auto industries = together(sums.industries);
  if (const auto said = asked.settings.number_if_set("total")) {
    const auto least = std::max({parts, regions.value_or(0), industries.value_or(0)});
    if (*said < least * (1 - kAlike))
      throw SumsDisagree{{"/total",
                          "flaw.total_less_than_sums",
                          {{"given", *asked.settings.if_said("total")}, {"least", told(least)}}}};
    if (*said < least * (1 - 1e-9)) asked.remarks.push_back({.name = "total_less_than_parts", .value = least});
    // With more jobs in all than the table has, and sums that are the table's own, every quotient is too high.
    if (!given.regions && !given.industries && regions && industries && *said > least * (1 + kAlike))
      asked.remarks.push_back({.name = "total_without_sums", .value = least});
    return said;
  }
  // One side alone is everything only where nothing was said of the other, which may be larger.
  if (!regions) return given.regions ? std::nullopt : industries;
  if (!industries) return given.industries ? std::nullopt : regions;
  if (std::abs(*regions - *industries) > kAlike * std::max(*regions, *industries))
    throw SumsDisagree{
        {"/total", "flaw.sums_disagree", {{"regions", told(*regions)}, {"industries", told(*industries)}}}};
  return regions;
}

bool has_rows(const Asked& asked, std::string_view table) {
  return !asked.tables.rows(fmt::format("select 1 from {} limit 1", evidence::sql_name(table)), {}, {}).empty();
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
  const auto size = cells.regions * cells.industries;
  if (size > memory_there_is() / sizeof(double))
    throw DoesNotFit{{"/employment",
                      "flaw.pairs_do_not_fit",
                      {{"regions", std::to_string(cells.regions)},
                       {"industries", std::to_string(cells.industries)},
                       {"pairs", std::to_string(size)}}}};
  measure::ExactSums jobs{size};
  std::vector<bool> suppressed(size, false);
  std::vector<bool> met(size, false);
  bool any = false;
  asked.tables.each(
      "select r.place * $1 + i.place, coalesce(jobs, 0)::double, jobs_mark <> 'stated' "
      "from employment e join regions r on e.region = r.code join industries i on e.industry = i.code",
      {static_cast<std::int64_t>(cells.industries)}, {.stop = asked.work.stop}, [&](const Chunk& chunk) {
        const auto* cell = chunk.values<std::int64_t>(0);
        const auto* amount = chunk.values<double>(1);
        const auto* kept = chunk.values<bool>(2);
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
          const auto at = static_cast<std::size_t>(cell[row]);
          jobs.add(at, amount[row]);
          met[at] = true;
          if (!kept[row]) continue;
          suppressed[at] = true;
          any = true;
        }
      });
  cells.jobs = std::move(jobs).all();
  if (any) cells.suppressed = std::move(suppressed);
  if (const auto without = std::ranges::count(met, false); without > 0)
    asked.remarks.push_back({.name = "no_row", .value = static_cast<double>(size), .values = std::int64_t{without}});
  return coded;
}

measure::Totals totals(const Asked& asked, const CodedEmployment& coded) {
  const auto& cells = coded.employment;
  auto sums = measure::totals(cells);
  Side regions{"region", "regions", coded.regions, std::vector<double>(cells.regions, 0.0)};
  Side industries{"industry", "industries", coded.industries, std::vector<double>(cells.industries, 0.0)};
  for (std::size_t cell = 0; cell < cells.jobs.size(); ++cell) {
    const double jobs = cells.jobs[cell];
    regions.parts[cell / cells.industries] += jobs;
    industries.parts[cell % cells.industries] += jobs;
  }
  const Given given{.regions = has_rows(asked, "region-totals"), .industries = has_rows(asked, "industry-totals")};
  if (given.regions || given.industries || asked.settings.number_if_set("total")) {
    publish(sums.regions, asked, regions);
    publish(sums.industries, asked, industries);
    const auto parts = std::accumulate(regions.parts.begin(), regions.parts.end(), 0.0);
    sums.all = everything(asked, sums, given, parts);
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

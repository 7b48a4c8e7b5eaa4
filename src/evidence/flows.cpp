#include "evidence/flows.hpp"

#include "measure/job_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace trivium::evidence {
namespace {

// All that differs between engines.
struct Writing {
  char quote;
  std::string_view text_type;
};

Writing writing(Dialect dialect) {
  switch (dialect) {
    case Dialect::spark: return {.quote = '`', .text_type = "string"};
    case Dialect::duckdb:
    case Dialect::postgresql:
    case Dialect::trino: break;
  }
  return {.quote = '"', .text_type = "varchar"};
}

std::string name(std::string_view plain, char quote) {
  std::string made{quote};
  for (const char letter : plain) {
    if (letter == quote) made += quote;
    made += letter;
  }
  return made += quote;
}

std::string table_name(const PanelTable& panel, char quote) {
  std::string made;
  for (const auto& part : panel.table) made += (made.empty() ? "" : ".") + name(part, quote);
  return made;
}

std::int64_t whole_of(const Cell& cell) { return std::get<std::int64_t>(cell); }

}  // namespace

std::string flows_sql(const PanelTable& panel, Threshold threshold, Dialect dialect) {
  const auto [quote, text_type] = writing(dialect);
  return fmt::format(R"sql(with one_job_a_year as (
  select {worker} as worker, {year} as year, {establishment} as establishment, {industry} as industry,
         row_number() over (partition by {worker}, {year} order by {establishment}, {industry}) as place
  from {table}
  where {worker} is not null and {year} is not null and {establishment} is not null and {industry} is not null
), spells as (
  select year, establishment, industry,
         lead(year) over (partition by worker order by year) as next_year,
         lead(establishment) over (partition by worker order by year) as next_establishment,
         lead(industry) over (partition by worker order by year) as next_industry
  from one_job_a_year
  where place = 1
)
select cast(industry as {text}) as from_industry, cast(next_industry as {text}) as to_industry, count(*) as changes
from spells
where next_year = year + 1 and next_establishment <> establishment and next_industry <> industry
group by industry, next_industry
having count(*) >= {least})sql",
                     fmt::arg("worker", name(panel.worker, quote)), fmt::arg("year", name(panel.year, quote)),
                     fmt::arg("establishment", name(panel.establishment, quote)),
                     fmt::arg("industry", name(panel.industry, quote)), fmt::arg("table", table_name(panel, quote)),
                     fmt::arg("text", text_type), fmt::arg("least", std::max<std::uint64_t>(1, threshold.least)));
}

std::vector<Flow> in_order(std::vector<Flow> flows, Threshold threshold) {
  for (const auto& flow : flows) {
    if (flow.count < threshold.least) throw Fault{"the engine gave a count under the threshold"};
  }
  std::ranges::sort(flows);
  return flows;
}

std::vector<Flow> flows_in_duck(Duck& duck, const PanelTable& panel, Threshold threshold, const measure::Work& work) {
  std::vector<Flow> flows;
  duck.each(flows_sql(panel, threshold, Dialect::duckdb), {}, work, [&](const Chunk& chunk) {
    for (std::size_t row = 0; row < chunk.rows(); ++row)
      flows.push_back({.from = std::string{chunk.text(row, 0)},
                       .to = std::string{chunk.text(row, 1)},
                       .count = static_cast<std::uint64_t>(chunk.values<std::int64_t>(2)[row])});
  });
  return in_order(std::move(flows), threshold);
}

std::vector<Flow> swept_flows(Duck& duck, const PanelTable& panel, Threshold threshold, const measure::Work& work) {
  const auto table = table_name(panel, '"');
  const auto worker = sql_name(panel.worker);
  const auto year = sql_name(panel.year);
  const auto establishment = sql_name(panel.establishment);
  const auto industry = sql_name(panel.industry);
  const auto present = fmt::format("{} is not null and {} is not null and {} is not null and {} is not null", worker,
                                   year, establishment, industry);
  // Only columns of whole numbers have bounds that the sweep can use.
  for (const auto* column : {&worker, &year, &establishment, &industry}) {
    const auto kind = duck.rows(fmt::format("select typeof({}) from {} limit 1", *column, table), {}, work);
    if (kind.empty()) return {};
    const auto& type = std::get<std::string>(kind.front().front());
    constexpr std::array<std::string_view, 7> kWhole{"TINYINT",  "SMALLINT",  "INTEGER", "BIGINT",
                                                     "UTINYINT", "USMALLINT", "UINTEGER"};
    if (std::ranges::find(kWhole, type) == kWhole.end()) return flows_in_duck(duck, panel, threshold, work);
  }
  const auto bounds = duck.rows(
      fmt::format(
          "select count(*), min({0})::bigint, max({0})::bigint, min({1})::bigint, max({1})::bigint, min({2})::bigint, "
          "max({2})::bigint, min({3})::bigint, max({3})::bigint from {4} where {5}",
          worker, year, establishment, industry, table, present),
      {}, work);
  const auto& bound = bounds.front();
  if (whole_of(bound[0]) == 0) return {};
  const auto within = [&](std::size_t at, auto smallest) {
    using Number = decltype(smallest);
    return whole_of(bound[at]) >= smallest && whole_of(bound[at + 1]) <= std::numeric_limits<Number>::max();
  };
  constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
  const bool narrow = within(1, kLeast) && within(3, std::numeric_limits<std::int16_t>::min()) && within(5, kLeast) &&
                      within(7, kLeast);
  // A table of workers and years that would be mostly empty is not worth making.
  constexpr double kMostEmpty = 16;
  const double slots = static_cast<double>(whole_of(bound[2]) - whole_of(bound[1]) + 1) *
                       static_cast<double>(whole_of(bound[4]) - whole_of(bound[3]) + 1);
  if (!narrow || slots > kMostEmpty * static_cast<double>(whole_of(bound[0])) + 1e6)
    return flows_in_duck(duck, panel, threshold, work);

  const auto narrowed = [&](std::size_t at) { return static_cast<std::int32_t>(whole_of(bound[at])); };
  const measure::Extent extent{.first_worker = narrowed(1),
                               .last_worker = narrowed(2),
                               .first_year = static_cast<std::int16_t>(narrowed(3)),
                               .last_year = static_cast<std::int16_t>(narrowed(4)),
                               .first_industry = narrowed(7),
                               .last_industry = narrowed(8)};
  const auto sql =
      fmt::format("select {}::integer, {}::smallint, {}::integer, {}::integer from {} where {} and {} between ? and ?",
                  worker, year, establishment, industry, table, present, worker);
  const auto source = [&](std::int32_t first, std::int32_t last,
                          const std::function<void(const measure::Panel&)>& piece) {
    duck.each(sql, {std::int64_t{first}, std::int64_t{last}}, {.stop = work.stop}, [&](const Chunk& chunk) {
      const auto rows = chunk.rows();
      piece({.worker = {chunk.values<std::int32_t>(0), rows},
             .year = {chunk.values<std::int16_t>(1), rows},
             .establishment = {chunk.values<std::int32_t>(2), rows},
             .industry = {chunk.values<std::int32_t>(3), rows}});
    });
  };
  std::vector<Flow> flows;
  for (const auto& pair : measure::job_changes(extent, source, {}, work).pairs) {
    if (pair.count >= std::max<std::uint64_t>(1, threshold.least))
      flows.push_back({.from = fmt::format("{}", pair.from), .to = fmt::format("{}", pair.to), .count = pair.count});
  }
  return in_order(std::move(flows), threshold);
}

}  // namespace trivium::evidence

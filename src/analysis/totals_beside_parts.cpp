#include "analysis/totals_beside_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace trivium::analysis {
namespace {

// What the sum of all is called, in small letters:
//   total, alone or of what it is the total   Eurostat (TOTAL), INE (Total Nacional), BLS (Total, all industries)
//   tot, _t                                   OECD; SDMX, and so the ILO and the OECD of today
//   all, todos, insgesamt, ogółem, ensemble   what spreadsheets and menus of statistical offices say for it
//   00-99, 01-99, 01t99, a-u                  all divisions, all sections of NACE and ISIC, which some tables know but
//   to R
// Not T, 10 or 0, which are totals in some tables (QCEW's 10) and industries in others (NACE: households that employ
// somebody, food): what they hold tells it.
constexpr std::string_view kCalled =
    R"((total|totals|totales)([ ]*[,:(\-].*| nacional| national| general| of .*| all .*)?|tot|_t)"
    R"(|all|all industries|all sectors|all regions|todos|todas)"
    R"(|(.* )?insgesamt|zusammen|ogółem|razem|ensemble)"
    R"(|todos los sectores|todas las actividades|todas las ramas|0[01]-99|01t99|a-[r-u])";

std::vector<std::string> codes(evidence::Duck& tables, const std::string& query, const measure::Work& work) {
  std::vector<std::string> found;
  for (const auto& row : tables.rows(query, {}, work)) found.push_back(std::get<std::string>(row.front()));
  return found;
}

// As much as all others together, as far as it can be told: in each whole of which everything is known, but for what
// rounding brings about. Two wholes have to speak for it: rounding is small beside them, or nothing was rounded in any;
// four, where it has but two parts, which can be alike by chance. Where nothing is known as a whole, at least as much
// as all that is known, in five of them and in most.
struct LikeTotals {
  std::vector<std::string> as_much;
  std::vector<std::string> at_least_as_much;
};
LikeTotals like_totals(const SharedOut& shared, const std::string& table, double unit, evidence::Duck& tables,
                       const measure::Work& work) {
  LikeTotals found;
  if (shared.of.empty()) return found;
  const auto rows = tables.rows(fmt::format(R"(
      with cells as (select {1} as whole, {0} as code, coalesce(sum({2}), 0)::double as amount,
                            count(*) = count({2}) as known
                     from {3} group by 1, 2),
           wholes as (select whole, sum(amount) as everything, count(*) filter (where amount > 0 or not known) as parts,
                             bool_and(known) as known, {4} / 2 * (count(*) + 1) as rounded
                      from cells group by 1 having sum(amount) > 0),
           held as (select code, w.known as all_known, parts > 3 as several, parts = 3 as three, c.known as itself,
                           2 * amount - everything as beyond, abs(beyond) <= 1e-9 * everything as exact,
                           exact or abs(beyond) <= rounded as near, rounded <= 0.025 * everything as small
                    from cells c join wholes w using (whole))
      select code, (count(*) filter (where all_known) = 0)::bigint from held
      group by 1
      having count(*) = (select count(*) from wholes)
         and count(*) filter (where all_known and not near) = 0
         and count(*) filter (where not all_known and itself and beyond < 0 and not near) = 0
         and (count(*) filter (where all_known and several and small) > 1
              or (count(*) filter (where all_known and several and exact) > 1
                  and count(*) filter (where all_known and not exact) = 0)
              or (count(*) filter (where all_known and three and (exact or small)) > 3
                  and count(*) filter (where all_known and not exact and not small) = 0)
              or (count(*) filter (where all_known) = 0 and count(*) filter (where itself and several) > 4
                  and 2 * count(*) filter (where itself) > count(*)))
      order by 1)",
                                            evidence::sql_name(shared.over), evidence::sql_name(shared.of),
                                            evidence::sql_name(shared.amount), table, unit),
                                {}, work);
  for (const auto& row : rows) {
    const bool at_least = std::get<std::int64_t>(row[1]) != 0;
    (at_least ? found.at_least_as_much : found.as_much).push_back(std::get<std::string>(row[0]));
  }
  return found;
}

std::vector<std::string> called_totals(std::string_view over, const std::string& table, evidence::Duck& tables,
                                       const measure::Work& work) {
  return codes(tables,
               fmt::format(R"(
      select distinct {0} as code from {1}
      where regexp_full_match(lower(trim({0})), '{2}') and (select count(distinct {0}) from {1}) > 1
      order by 1)",
                           evidence::sql_name(over), table, kCalled),
               work);
}

void remark(std::string name, std::string where, std::vector<std::string> codes, std::vector<Remark>& remarks) {
  if (codes.empty()) return;
  const auto values = static_cast<std::int64_t>(codes.size());
  remarks.push_back({.name = std::move(name), .code = std::move(where), .codes = std::move(codes), .values = values});
}

}  // namespace

void remark_totals(const Input& input, double unit, evidence::Duck& tables, const measure::Work& work,
                   std::vector<Remark>& remarks) {
  const auto table = evidence::sql_name(input.name);
  for (const auto& shared : input.shared_out) {
    auto by_amount = like_totals(shared, table, unit, tables, work);
    auto by_name = called_totals(shared.over, table, tables, work);
    std::erase_if(by_name, [&](const std::string& one) {
      return std::ranges::count(by_amount.as_much, one) + std::ranges::count(by_amount.at_least_as_much, one) > 0;
    });
    const auto where = fmt::format("{}.{}", input.name, shared.over);
    remark("like_a_total", where, std::move(by_amount.as_much), remarks);
    remark("at_least_a_total", where, std::move(by_amount.at_least_as_much), remarks);
    remark("called_a_total", where, std::move(by_name), remarks);
  }
}

void remark_called_totals(const Input& input, evidence::Duck& tables, const measure::Work& work,
                          std::vector<Remark>& remarks) {
  if (input.about == About::persons) return;
  for (const auto& column : input.columns) {
    if (column.kind == evidence::Kind::code)
      remark("called_a_total_alone", fmt::format("{}.{}", input.name, column.name),
             called_totals(column.name, evidence::sql_name(input.name), tables, work), remarks);
  }
}

}  // namespace trivium::analysis

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
//   00-99, 01-99, 01t99, a-u                  all divisions, all sections of NACE and ISIC
// Not T, 10 or 0, which are totals in some tables (QCEW's 10) and industries in others (NACE: households that employ
// somebody, food): what they hold tells it.
constexpr std::string_view kCalled =
    R"((total|totals|totales)([ ]*[,:(\-].*| nacional| national| general| of .*| all .*)?|tot|_t)"
    R"(|all|all industries|all sectors|all regions|todos|todas)"
    R"(|(.* )?insgesamt|zusammen|ogółem|razem|ensemble)"
    R"(|todos los sectores|todas las actividades|todas las ramas|0[01]-99|01t99|a-u)";

std::vector<std::string> codes(evidence::Duck& tables, const std::string& query, const measure::Work& work) {
  std::vector<std::string> found;
  for (const auto& row : tables.rows(query, {}, work)) found.push_back(std::get<std::string>(row.front()));
  return found;
}

// As much as all others together, in each whole of which everything is known.
std::vector<std::string> like_totals(const SharedOut& shared, const std::string& table, evidence::Duck& tables,
                                     const measure::Work& work) {
  if (shared.of.empty()) return {};
  return codes(tables,
               fmt::format(R"(
      with cells as (select {1} as whole, {0} as code, coalesce(sum({2}), 0)::double as amount,
                            count(*) = count({2}) as known
                     from {3} group by 1, 2),
           wholes as (select whole, sum(amount) as everything, count(*) filter (where amount > 0) as parts
                      from cells group by 1 having bool_and(known) and sum(amount) > 0)
      select code from cells join wholes using (whole)
      where abs(2 * amount - everything) <= 1e-9 * everything
      group by 1
      having count(*) = (select count(*) from wholes) and count(*) filter (where parts > 3) > 1
      order by 1)",
                           evidence::sql_name(shared.over), evidence::sql_name(shared.of),
                           evidence::sql_name(shared.amount), table),
               work);
}

std::vector<std::string> called_totals(const SharedOut& shared, const std::string& table, evidence::Duck& tables,
                                       const measure::Work& work) {
  return codes(tables,
               fmt::format(R"(
      select distinct {0} as code from {1}
      where regexp_full_match(lower(trim({0})), '{2}') and (select count(distinct {0}) from {1}) > 1
      order by 1)",
                           evidence::sql_name(shared.over), table, kCalled),
               work);
}

void remark(std::string name, std::string where, std::vector<std::string> codes, std::vector<Remark>& remarks) {
  if (codes.empty()) return;
  const auto values = static_cast<std::int64_t>(codes.size());
  remarks.push_back({.name = std::move(name), .code = std::move(where), .codes = std::move(codes), .values = values});
}

}  // namespace

void remark_totals(const Input& input, evidence::Duck& tables, const measure::Work& work,
                   std::vector<Remark>& remarks) {
  const auto table = evidence::sql_name(input.name);
  for (const auto& shared : input.shared_out) {
    const auto by_amount = like_totals(shared, table, tables, work);
    auto by_name = called_totals(shared, table, tables, work);
    std::erase_if(by_name,
                  [&](const std::string& one) { return std::ranges::find(by_amount, one) != by_amount.end(); });
    const auto where = fmt::format("{}.{}", input.name, shared.over);
    remark("like_a_total", where, by_amount, remarks);
    remark("called_a_total", where, std::move(by_name), remarks);
  }
}

}  // namespace trivium::analysis

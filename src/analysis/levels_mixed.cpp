#include "analysis/levels_mixed.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace trivium::analysis {
namespace {

constexpr std::size_t kNamed = 20;

// What is shared out, as the engine has it, and what its amounts are rounded to.
struct Shared {
  std::string table;
  std::string whole;
  std::string code;
  std::string amount;
  double unit;
};

// Each code with the longest other one that it begins with: 1011 with 101, and that with 10. Without blanks and with a
// digit, as names begin alike by chance.
std::string above(const Shared& shared) {
  return fmt::format(R"(
      all_codes as (select distinct {0} as code from {1}),
      beginnings as (select code as part, unnest(generate_series(1, length(code) - 1)) as letters from all_codes
                     where length(code) <= 16 and regexp_full_match(code, '[^\s]*[0-9][^\s]*')),
      above as (select part, max_by(code, length(code)) as code
                from beginnings join all_codes on code = left(part, letters) group by 1))",
                     shared.code, shared.table);
}

Remark remark_of(std::string name, std::string where, const std::vector<std::vector<evidence::Cell>>& rows) {
  Remark remark{.name = std::move(name), .code = std::move(where), .values = static_cast<std::int64_t>(rows.size())};
  for (const auto& row : rows) {
    if (remark.codes.size() == kNamed) break;
    remark.codes.push_back(std::get<std::string>(row.front()));
  }
  return remark;
}

// "10 (101, 102)".
std::optional<Remark> beginnings(const Shared& shared, const std::string& where, evidence::Duck& tables,
                                 const measure::Work& work) {
  const auto rows =
      tables.rows(fmt::format(R"(
      with {4},
           cells as (select {0} as whole, {1} as code, coalesce(sum({2}), 0)::double as amount,
                            count(*) = count({2}) as known
                     from {3} where {1} in (select part from above union all select code from above) group by 1, 2),
           named as (select code, list(part order by part) as parts from above group by 1),
           held as (select whole, a.code as code, sum(c.amount) as parts, count(*) as many
                    from above a join cells c on c.code = a.part group by 1, 2),
           slack as (select h.code as code, c.amount, h.parts, many, greatest(1e-9 * h.parts, {5} / 2 * (many + 1)) as slack
                     from held h join cells c on c.whole = h.whole and c.code = h.code where c.known),
           compared as (select code, amount < parts - slack as less,
                               amount > 0 and parts > 0 and (amount >= parts * (1 - 1e-9) or slack <= 0.025 * parts) as speaks,
                               speaks and many > 1 and abs(amount - parts) <= least(slack, 0.025 * parts) as equal
                        from slack)
      select n.code || ' (' || array_to_string(n.parts[1:4], ', ') || case when len(n.parts) > 4 then ', …' else '' end
             || ')'
      from named n where n.code in (select code from compared group by 1
                                          having bool_and(not less)
                                             and (count(*) filter (where speaks) > 1 or bool_or(equal)))
      order by n.code)",
                              shared.whole, shared.code, shared.amount, shared.table, above(shared), shared.unit),
                  {}, work);
  if (rows.empty()) return std::nullopt;
  return remark_of("begin_others", where, rows);
}

// Shapes: every letter as a, every digit as 9. "A … U" beside "01 … 99".
std::optional<Remark> shapes(const Shared& shared, const std::string& where, evidence::Duck& tables,
                             const measure::Work& work) {
  const auto rows = tables.rows(fmt::format(R"(
      with coded as (select {1} as code, regexp_replace(regexp_replace({1}, '\pL', 'a', 'g'), '[0-9]', '9', 'g') as shape
                     from (select distinct {1} from {3}) where length({1}) <= 16),
           shapes as (select shape, min(code) || ' … ' || max(code) as named from coded group by 1 having count(*) > 2),
           cells as (select {0} as whole, {2} as amount, shape from {3} join coded on {1} = code
                     where shape in (select shape from shapes) and (select count(*) from shapes) > 1),
           sums as (select whole, shape, sum(amount)::double as amount, count(*) = count(amount) as known,
                           {4} / 2 * (count(*) + 1) as rounded
                    from cells group by 1, 2 having coalesce(sum(amount), 0) > 0),
           pairs as (select a.shape as one, b.shape as other,
                            abs(a.amount - b.amount) <= 1e-9 * a.amount as exact,
                            abs(a.amount - b.amount) <= a.rounded + b.rounded as near,
                            a.rounded + b.rounded <= 0.025 * a.amount as small
                     from sums a join sums b on a.whole = b.whole and a.shape < b.shape
                     where a.known and b.known),
           alike as (select one, other from pairs group by 1, 2
                     having bool_and(exact or near) and count(*) filter (where exact or (near and small)) > 1),
           sections as (select a.shape as one, b.shape as other from shapes a, shapes b
                        where a.shape = 'a' and b.shape in ('99', '999', '9999')
                          and (select count(*) filter (where not (exact or near)) * 2 <= count(*) from pairs p
                               where p.one = b.shape and p.other = 'a'))
      select distinct named from shapes
      where shape in (select one from alike union all select other from alike union all
                      select one from sections union all select other from sections)
      order by 1)",
                                            shared.whole, shared.code, shared.amount, shared.table, shared.unit),
                                {}, work);
  if (rows.empty()) return std::nullopt;
  return remark_of("several_levels", where, rows);
}

}  // namespace

void remark_levels(const Input& input, double unit, evidence::Duck& tables, const measure::Work& work,
                   std::vector<Remark>& remarks) {
  for (const auto& one : input.shared_out) {
    const Shared shared{.table = evidence::sql_name(input.name),
                        .whole = one.of.empty() ? "''" : evidence::sql_name(one.of),
                        .code = evidence::sql_name(one.over),
                        .amount = evidence::sql_name(one.amount),
                        .unit = unit};
    const auto where = fmt::format("{}.{}", input.name, one.over);
    auto found = beginnings(shared, where, tables, work);
    if (!found) found = shapes(shared, where, tables, work);
    if (found) remarks.push_back(std::move(*found));
  }
}

}  // namespace trivium::analysis

#include "analysis/input_remarks.hpp"

#include "shape/names.hpp"

#include <fmt/format.h>

namespace trivium::analysis {
namespace {

constexpr int kNamed = 20;

}  // namespace

void remark_unknown(const Input& input, const Source& read, std::vector<Remark>& remarks) {
  const auto values = read.suppressed + read.missing;
  if (values == 0) return;
  remarks.push_back({.name = std::string{shape::name_of(input.unknown)}, .code = read.table, .values = values});
}

void remark_decimals(const Input& input, const evidence::Tally& tally, std::vector<Remark>& remarks) {
  for (std::size_t column = 0; column < tally.stood.size(); ++column) {
    const auto& stood = tally.stood[column];
    if (stood.like_thousands == 0 || stood.other_decimals > 0) continue;
    remarks.push_back({.name = "like_thousands",
                       .code = std::string{input.name},
                       .codes = {input.columns[column].name},
                       .values = static_cast<std::int64_t>(stood.like_thousands)});
  }
}

void remark_again(const Input& input, evidence::Duck& tables, const measure::Work& work, std::vector<Remark>& remarks) {
  if (!input.once) return;
  std::string columns;
  for (const auto column : input.once->columns) columns += (columns.empty() ? "" : ", ") + evidence::sql_name(column);
  const auto again = fmt::format("from {} group by {} having count(*) > 1", evidence::sql_name(input.name), columns);
  const auto met = tables.rows(fmt::format("select count(*) from (select 1 {})", again), {}, work);
  const auto values = std::get<std::int64_t>(met.at(0).at(0));
  if (values == 0) return;
  Remark remark{
      .name = std::string{shape::name_of(input.once->again)}, .code = std::string{input.name}, .values = values};
  const auto first = fmt::format("select concat_ws(' ', {0}) {1} order by {0} limit {2}", columns, again, kNamed);
  for (const auto& row : tables.rows(first, {}, work)) remark.codes.push_back(std::get<std::string>(row.front()));
  remarks.push_back(std::move(remark));
}

}  // namespace trivium::analysis

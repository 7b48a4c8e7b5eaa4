#include "analysis/input_remarks.hpp"

#include "shape/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace trivium::analysis {
namespace {

constexpr std::size_t kNamed = 20;

// Names without capitals, accents, blanks and hyphens; numbers without blanks and zeros in front, as 31-33 is not 3133.
constexpr std::string_view kAlike =
    R"(case when regexp_matches(code, '\pL') then regexp_replace(strip_accents(lower(code)), '[\s\-\x{2010}-\x{2015}]+', '', 'g')
            else regexp_replace(replace(code, ' ', ''), '^0+(.)', '\1') end)";

// The columns with codes, those of one list together. Of a table about persons only their industries: an id is no word
// to be shown.
std::vector<std::vector<std::string_view>> lists(const Input& input) {
  std::vector<std::vector<std::string_view>> made;
  if (!input.one_list.empty()) made.push_back(input.one_list);
  for (const auto& column : input.columns) {
    const bool shown = input.about == About::things || column.name == "industry";
    if (column.kind == evidence::Kind::code && shown &&
        std::ranges::find(input.one_list, column.name) == input.one_list.end())
      made.push_back({column.name});
  }
  return made;
}

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

void remark_unlisted(const Input& input, evidence::Duck& tables, const measure::Work& work,
                     std::vector<Remark>& remarks) {
  if (!input.listed_in) return;
  std::string all;
  for (const auto column : input.one_list)
    all += fmt::format("{}select {} as code from {}", all.empty() ? "" : " union ", evidence::sql_name(column),
                       evidence::sql_name(input.name));
  Remark remark{.name = std::string{input.listed_in->remarked}, .code = std::string{input.name}, .values = 0};
  const auto unlisted =
      fmt::format("select code from ({}) where code not in (select {} from {}) order by 1", all,
                  evidence::sql_name(input.listed_in->column), evidence::sql_name(input.listed_in->table));
  for (const auto& row : tables.rows(unlisted, {}, work)) {
    ++*remark.values;
    if (remark.codes.size() < kNamed) remark.codes.push_back(std::get<std::string>(row.front()));
  }
  if (*remark.values > 0) remarks.push_back(std::move(remark));
}

void remark_spellings(const Input& input, evidence::Duck& tables, const measure::Work& work,
                      std::vector<Remark>& remarks) {
  Remark remark{.name = "spelled_alike", .code = std::string{input.name}, .values = 0};
  for (const auto& list : lists(input)) {
    std::string all;
    for (const auto column : list)
      all += fmt::format("{}select {} as code from {}", all.empty() ? "" : " union ", evidence::sql_name(column),
                         evidence::sql_name(input.name));
    const auto alike = fmt::format(
        "select string_agg(code, ' = ' order by code) as spellings from (select distinct code from ({}) where code is "
        "not null) group by {} having count(*) > 1 order by 1",
        all, kAlike);
    for (const auto& row : tables.rows(alike, {}, work)) {
      ++*remark.values;
      if (remark.codes.size() < kNamed) remark.codes.push_back(std::get<std::string>(row.front()));
    }
  }
  if (*remark.values > 0) remarks.push_back(std::move(remark));
}

void remark_side_by_side(const evidence::DescribedTable& table, evidence::Duck& tables, const measure::Work& work,
                         std::vector<Remark>& remarks) {
  if (!table.side_by_side) return;
  const auto& names = table.side_by_side->names;
  Remark remark{.name = "side_by_side", .code = table.name + "." + names, .values = 0};
  for (const auto& row :
       tables.rows(fmt::format("select distinct {0}::varchar from {1} where {0} is not null order by 1",
                               evidence::sql_name(names), evidence::sql_name(table.name)),
                   {}, work)) {
    ++*remark.values;
    remark.codes.push_back(std::get<std::string>(row.front()));
  }
  remarks.push_back(std::move(remark));
}

}  // namespace trivium::analysis

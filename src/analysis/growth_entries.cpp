#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/demography.hpp"
#include "measure/growth.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace trivium::analysis {
namespace {

using evidence::Cell;

// A table of firms (type, first, last), of the types in the table types, years as its description holds them; a firm
// without a last year lives.
std::vector<measure::Life> lives(const Asked& asked, const std::string& table) {
  std::vector<measure::Life> found;
  asked.tables.each("select place, first, coalesce(last, 0), last is not null from " + evidence::sql_name(table) +
                        " join types on type = code",
                    {}, {.stop = asked.work.stop}, [&](const evidence::Chunk& chunk) {
                      for (std::size_t row = 0; row < chunk.rows(); ++row) {
                        const auto year = [&](std::size_t column) {
                          return static_cast<measure::Year>(chunk.values<std::int64_t>(column)[row]);
                        };
                        found.push_back({.type = static_cast<std::size_t>(chunk.values<std::int64_t>(0)[row]),
                                         .first = year(1),
                                         .last = chunk.values<bool>(3)[row] ? std::optional{year(2)} : std::nullopt});
                      }
                    });
  return found;
}

// Firms, and those of the larger area of the same types: none where there is no such table.
struct CodedLives {
  Codes types;
  std::vector<measure::Life> here;
  std::vector<measure::Life> larger;
};

CodedLives lives(const Asked& asked) {
  auto types = make_codes(asked, "types", "select distinct type as code from firms");
  auto here = lives(asked, "firms");
  return {.types = std::move(types), .here = std::move(here), .larger = lives(asked, "larger-firms")};
}

measure::Change together(const measure::Change& one, const measure::Change& other) {
  return {.then = one.then + other.then, .now = one.now + other.now};
}

// Of the firms there were.
std::optional<double> growth(const measure::Turnover& before, const measure::Turnover& year) {
  return measure::growth({.then = static_cast<double>(before.active), .now = static_cast<double>(year.active)});
}

// Types of which the larger area has no firm, where there is one: its numbers are blank then.
void remark_not_in_larger(const Asked& asked) {
  Remark remark{.name = "not_in_larger"};
  for (const auto& row : asked.tables.rows(
           R"(select code from types where code not in (select type from "larger-firms")
              and exists (select 1 from "larger-firms") order by 1)",
           {}, {.stop = asked.work.stop}))
    remark.codes.push_back(std::get<std::string>(row.front()));
  if (remark.codes.empty()) return;
  remark.values = static_cast<std::int64_t>(remark.codes.size());
  asked.remarks.push_back(std::move(remark));
}

// Types of which the region has more firms than the larger area that it should be a part of.
void remark_larger_is_smaller(const Asked& asked) {
  Remark remark{.name = "larger_is_smaller"};
  for (const auto& row : asked.tables.rows(
           R"(select code from types where (select count(*) from firms where type = code)
                > (select count(*) from "larger-firms" where type = code)
              and code in (select type from "larger-firms") order by 1)",
           {}, {.stop = asked.work.stop}))
    remark.codes.push_back(std::get<std::string>(row.front()));
  if (remark.codes.empty()) return;
  remark.values = static_cast<std::int64_t>(remark.codes.size());
  asked.remarks.push_back(std::move(remark));
}

void remark_larger(const Asked& asked) {
  remark_not_in_larger(asked);
  remark_larger_is_smaller(asked);
}

measure::Period period(const Settings& settings) {
  return {.from = static_cast<measure::Year>(settings.number("from")),
          .to = static_cast<measure::Year>(settings.number("to"))};
}

}  // namespace

// The last row, without an industry, is the region as a whole.
void shift_share(const Asked& asked) {
  std::vector<std::string> industries;
  std::vector<measure::Areas> areas;
  asked.tables.each(
      "select industry, region_then, region_now, larger_then, larger_now from change where region_then is not null and "
      "region_now is not null and larger_then is not null and larger_now is not null order by all",
      {}, asked.work, [&](const evidence::Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row) {
          const auto amount = [&](std::size_t column) { return chunk.values<double>(column)[row]; };
          industries.emplace_back(chunk.text(row, 0));
          areas.push_back(
              {.region = {.then = amount(1), .now = amount(2)}, .larger = {.then = amount(3), .now = amount(4)}});
        }
      });
  const auto found = measure::shift_share(areas);
  if (!found) {
    asked.remarks.push_back({.name = "nothing_then"});
    return;
  }
  Remark without_pace{.name = "no_pace"};
  measure::Areas all{};
  auto split = found->industries.begin();
  for (std::size_t industry = 0; industry < areas.size(); ++industry) {
    const auto& one = areas[industry];
    const double change = measure::change(one.region);
    all.region = together(all.region, one.region);
    all.larger = together(all.larger, one.larger);
    if (split != found->industries.end() && split->industry == industry) {
      asked.answer.row({industries[industry], change, split->national, split->mix, split->regional, 0.0,
                        cell(measure::growth_against(one))});
      ++split;
      continue;
    }
    asked.answer.row({industries[industry], change, Cell{}, Cell{}, Cell{}, change, Cell{}});
    without_pace.codes.push_back(industries[industry]);
  }
  asked.answer.row({Cell{}, measure::change(all.region), found->national, found->mix, found->regional,
                    found->unexplained, cell(measure::growth_against(all))});
  if (without_pace.codes.empty()) return;
  without_pace.values = static_cast<std::int64_t>(without_pace.codes.size());
  asked.remarks.push_back(std::move(without_pace));
}

std::optional<Refusal> wrong_years(const Asked& asked) {
  const auto years = period(asked.settings);
  if (years.from <= years.to) return std::nullopt;
  return Refusal{.input = {},
                 .flaws = {{"/to",
                            "flaw.years_backwards",
                            {{"from", std::to_string(years.from)}, {"to", std::to_string(years.to)}}}},
                 .rows = 0};
}

void turnover(const Asked& asked) {
  const auto coded = lives(asked);
  const auto years = period(asked.settings);
  // Type by type, each year of the period.
  const auto here = measure::turnover(coded.here, years);
  std::map<std::pair<std::size_t, measure::Year>, measure::Turnover> larger;
  for (const auto& year : measure::turnover(coded.larger, years)) larger.emplace(std::pair{year.type, year.year}, year);
  const auto beside = [&](const measure::Turnover& year) {
    const auto found = larger.find({year.type, year.year});
    return found == larger.end() ? std::nullopt : std::optional{found->second};
  };
  for (std::size_t i = 0; i < here.size(); ++i) {
    const auto& year = here[i];
    const auto* before = year.year > years.from ? &here[i - 1] : nullptr;
    const auto there = beside(year);
    const auto there_before = before == nullptr ? std::nullopt : beside(*before);
    asked.answer.row({coded.types[year.type], std::int64_t{year.year}, count(year.active), count(year.entries),
                      count(year.exits), measure::net_entry(year), cell(measure::entry_rate(year)),
                      cell(measure::exit_rate(year)), before == nullptr ? Cell{} : cell(growth(*before, year)),
                      there ? cell(measure::entry_rate(*there)) : Cell{},
                      there ? cell(measure::exit_rate(*there)) : Cell{},
                      there && there_before ? cell(growth(*there_before, *there)) : Cell{}});
  }
  remark_larger(asked);
}

void survival(const Asked& asked) {
  const auto coded = lives(asked);
  const auto years = period(asked.settings);
  const auto share = [](const measure::Survival& one) {
    return static_cast<double>(one.alive) / static_cast<double>(one.of);
  };
  std::map<std::tuple<std::size_t, measure::Year, int>, double> larger;
  for (const auto& one : measure::survival(coded.larger, years))
    larger.emplace(std::tuple{one.type, one.born, one.age}, share(one));
  for (const auto& one : measure::survival(coded.here, years)) {
    const auto beside = larger.find({one.type, one.born, one.age});
    asked.answer.row({coded.types[one.type], std::int64_t{one.born}, std::int64_t{one.age}, count(one.of),
                      count(one.alive), share(one), beside == larger.end() ? Cell{} : Cell{beside->second}});
  }
  remark_larger(asked);
}

}  // namespace trivium::analysis

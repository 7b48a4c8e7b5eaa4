#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/exact_sums.hpp"
#include "measure/local_moran.hpp"

#include <algorithm>

namespace trivium::analysis {
namespace {

using evidence::Chunk;

struct CodedAreas {
  Codes areas;
  std::vector<std::optional<double>> values;
  measure::Places neighbours;
};

// Of each place; threads meet the rows in no certain order, so they are added up exactly.
std::vector<std::optional<double>> averages(const Asked& asked, std::size_t places) {
  measure::ExactSums sums{places};
  std::vector<std::size_t> rows(places, 0);
  asked.tables.each("select place, value::double from areas join places on area = code where value is not null", {},
                    {.stop = asked.work.stop}, [&](const Chunk& chunk) {
                      for (std::size_t row = 0; row < chunk.rows(); ++row) {
                        const auto place = static_cast<std::size_t>(chunk.values<std::int64_t>(0)[row]);
                        sums.add(place, chunk.values<double>(1)[row]);
                        ++rows[place];
                      }
                    });
  std::vector<std::optional<double>> values(places);
  for (std::size_t place = 0; place < places; ++place) {
    if (rows[place] > 0) values[place] = sums[place] / static_cast<double>(rows[place]);
  }
  return values;
}

// The tables areas (area, value) and neighbours (one, other, weight). Of an area that stands there twice the mean
// counts; neighbours that are no area are left out, and so are pairs of weight 0, which say that two are none.
CodedAreas areas(const Asked& asked) {
  auto& tables = asked.tables;
  const measure::Work work{.stop = asked.work.stop};
  CodedAreas coded;
  coded.areas = make_codes(asked, "places", "select distinct area as code from areas");
  coded.values = averages(asked, coded.areas.size());
  std::vector<measure::Border> borders;
  tables.each(
      "select o.place, t.place from neighbours join places o on one = o.code join places t on other = t.code "
      "where coalesce(weight, 1) <> 0 order by "
      "1, "
      "2",
      {}, work, [&](const Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row)
          borders.push_back({.one = static_cast<std::uint32_t>(chunk.values<std::int64_t>(0)[row]),
                             .other = static_cast<std::uint32_t>(chunk.values<std::int64_t>(1)[row])});
      });
  const auto sides = asked.settings.choice("borders") == "as_given" ? measure::Sides::as_given : measure::Sides::both;
  coded.neighbours = measure::bordering(coded.areas.size(), borders, sides);
  return coded;
}

// Areas that have a value and no part, as they have no neighbour with one; and where there is no number, why.
void remark_left_out(const Asked& asked, const CodedAreas& coded, bool answered) {
  constexpr std::size_t kLeast = 4;
  const auto left = measure::settled(coded.values, coded.neighbours);
  Remark alone{.name = "areas_without_neighbour"};
  for (std::size_t area = 0; area < coded.values.size(); ++area) {
    if (coded.values[area] && !std::ranges::binary_search(left.areas, area)) alone.codes.push_back(coded.areas[area]);
  }
  if (!alone.codes.empty()) {
    alone.values = static_cast<std::int64_t>(alone.codes.size());
    asked.remarks.push_back(std::move(alone));
  }
  if (answered) return;
  const auto counted = left.areas.size();
  asked.remarks.push_back(
      {.name = counted < kLeast ? "too_few_areas" : "areas_all_alike", .values = static_cast<std::int64_t>(counted)});
}

measure::Draws draws(const Asked& asked) {
  return {.count = static_cast<std::uint32_t>(*asked.settings.whole("draws")), .seed = asked.seed};
}

std::string name(measure::Among among) {
  switch (among) {
    case measure::Among::high_high: return "high among high";
    case measure::Among::low_high: return "low among high";
    case measure::Among::low_low: return "low among low";
    case measure::Among::high_low: return "high among low";
  }
  return {};
}

}  // namespace

std::optional<Refusal> neighbours_weighed(const Asked& asked) {
  const auto weights = asked.tables.rows(
      "select count(distinct coalesce(weight, -1)) from neighbours where weight <> 0 or weight is null", {},
      {.stop = asked.work.stop});
  if (std::get<std::int64_t>(weights.at(0).at(0)) < 2 || asked.settings.if_said("weights")) return std::nullopt;
  return Refusal{.input = {}, .flaws = {{"/weights", "flaw.neighbours_weighed", {}}}, .rows = 0};
}

void autocorrelation(const Asked& asked) {
  const auto coded = areas(asked);
  const auto found = measure::moran(coded.values, coded.neighbours, draws(asked), asked.work);
  remark_left_out(asked, coded, found.has_value());
  if (!found) return;
  asked.answer.row({static_cast<std::int64_t>(found->areas), found->i, found->expected, found->deviation,
                    found->chance.as_high, found->chance.as_low, measure::either_side(found->chance)});
}

void local_autocorrelation(const Asked& asked) {
  const auto coded = areas(asked);
  const auto found = measure::local_moran(coded.values, coded.neighbours, draws(asked), asked.work);
  remark_left_out(asked, coded, !found.empty());
  for (const auto& one : found)
    asked.answer.row({coded.areas[one.area], one.i, one.neighbours, name(one.among), one.chance.as_high,
                      one.chance.as_low, measure::either_side(one.chance)});
}

}  // namespace trivium::analysis

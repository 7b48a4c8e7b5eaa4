#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/boundary.hpp"

#include <algorithm>

namespace trivium::analysis {
namespace {

measure::Counting counting(const Settings& settings) {
  return {.within = settings.choice("within") == "counted" ? measure::Within::counted : measure::Within::left_out,
          .unseen = settings.whole("unseen")};
}

std::vector<measure::Neighbours> neighbours(const CodedFlows& coded, const Settings& settings) {
  return measure::both_ways(measure::skill_relatedness(coded.flows, counting(settings)));
}

// The codes of a table of one column, those that nobody moved from or to left out.
std::vector<measure::Industry> places(evidence::Duck& tables, const std::string& table) {
  std::vector<measure::Industry> found;
  tables.each("select distinct place from " + table + " join industries on industry = code order by 1", {}, {},
              [&](const evidence::Chunk& chunk) {
                for (std::size_t row = 0; row < chunk.rows(); ++row)
                  found.push_back(static_cast<measure::Industry>(chunk.values<std::int64_t>(0)[row]));
              });
  return found;
}

}  // namespace

void relatedness(const Asked& asked) {
  const auto coded = flows(asked.tables);
  const bool each_way = asked.settings.choice("ways") == "each";
  const auto related = measure::skill_relatedness(coded.flows, counting(asked.settings));
  if (each_way) {
    for (const auto& one : related)
      asked.answer.row({coded.industries[one.from], coded.industries[one.to], count(one.count), evidence::Cell{},
                        one.ratio, one.related});
    return;
  }
  for (const auto& pair : measure::both_ways(related))
    asked.answer.row({coded.industries[pair.one], coded.industries[pair.other], count(pair.there), count(pair.back),
                      evidence::Cell{}, pair.related});
}

void functional_boundary(const Asked& asked) {
  const auto coded = flows(asked.tables);
  const auto core = places(asked.tables, "core");
  for (const auto& member :
       measure::functional_boundary(neighbours(coded, asked.settings), core, asked.settings.number("threshold")))
    asked.answer.row({coded.industries[member.industry], coded.industries[member.through], member.related});
}

void targets(const Asked& asked) {
  const auto coded = flows(asked.tables);
  const auto found = measure::targets(neighbours(coded, asked.settings), places(asked.tables, "targeted"),
                                      asked.settings.number("threshold"));
  for (const auto& pair : found.unrelated)
    asked.answer.row({std::string{"unrelated"}, coded.industries[pair.one], coded.industries[pair.other],
                      pair.related ? evidence::Cell{*pair.related} : evidence::Cell{}});
  for (const auto& member : found.left_outside)
    asked.answer.row({std::string{"left_outside"}, coded.industries[member.industry], coded.industries[member.through],
                      member.related});
}

}  // namespace trivium::analysis

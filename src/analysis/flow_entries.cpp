#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/boundary.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace trivium::analysis {
namespace {

measure::Counting counting(const Settings& settings) {
  return {.within = settings.choice("within") == "counted" ? measure::Within::counted : measure::Within::left_out,
          .unseen = settings.whole("unseen")};
}

// Both ways as one number. Where the other way of a pair was not seen, and nothing is assumed for it, the pair cannot
// be above 0, however many moved: how many there are is remarked, by this name.
std::vector<measure::Neighbours> neighbours(const Asked& asked, std::span<const measure::Relatedness> related,
                                            std::string remarked = "seen_one_way") {
  auto pairs = measure::both_ways(related);
  const auto one_way = std::ranges::count_if(pairs, [](const auto& pair) { return pair.there == 0 || pair.back == 0; });
  if (one_way > 0)
    asked.remarks.push_back(
        {.name = std::move(remarked), .value = static_cast<double>(pairs.size()), .values = std::int64_t{one_way}});
  return pairs;
}

// Of how many moves of a way it is only assumed that there are as many.
class Guessed {
 public:
  explicit Guessed(const std::vector<measure::Flow>& flows) {
    for (const auto& flow : flows) {
      if (flow.count > 0) seen_.emplace(flow.from, flow.to);
    }
  }
  std::uint64_t of(measure::Industry from, measure::Industry to, std::uint64_t count) const {
    return seen_.contains({from, to}) ? 0 : count;
  }

 private:
  std::set<std::pair<measure::Industry, measure::Industry>> seen_;
};

// The codes of a table of one column; those that nobody moved from or to are left out, and remarked.
std::vector<measure::Industry> places(const Asked& asked, const std::string& table) {
  auto& tables = asked.tables;
  Remark unmoved{.name = "nobody_moved", .code = table};
  for (const auto& row : tables.rows(
           "select distinct industry from " + table + " where industry not in (select code from industries) order by 1",
           {}, {.stop = asked.work.stop}))
    unmoved.codes.push_back(std::get<std::string>(row.front()));
  if (!unmoved.codes.empty()) {
    unmoved.values = static_cast<std::int64_t>(unmoved.codes.size());
    asked.remarks.push_back(std::move(unmoved));
  }
  std::vector<measure::Industry> found;
  tables.each("select distinct place from " + table + " join industries on industry = code order by 1", {},
              {.stop = asked.work.stop}, [&](const evidence::Chunk& chunk) {
                for (std::size_t row = 0; row < chunk.rows(); ++row)
                  found.push_back(static_cast<measure::Industry>(chunk.values<std::int64_t>(0)[row]));
              });
  return found;
}

}  // namespace

void relatedness(const Asked& asked) {
  const auto coded = flows(asked);
  const auto& ways = asked.settings.choice("ways");
  if (ways == "together") {
    // Of both ways the sum is the same, so one is said; nothing is left to be assumed.
    for (const auto& one : measure::skill_relatedness(measure::connections(coded.flows), counting(asked.settings))) {
      if (one.from < one.to)
        asked.answer.row({coded.industries[one.from], coded.industries[one.to], count(one.count), evidence::Cell{},
                          one.ratio, one.related, count(0)});
    }
    return;
  }
  const auto related = measure::skill_relatedness(coded.flows, counting(asked.settings));
  const Guessed guessed{coded.flows};
  if (ways == "each") {
    for (const auto& one : related)
      asked.answer.row({coded.industries[one.from], coded.industries[one.to], count(one.count), evidence::Cell{},
                        one.ratio, one.related, count(guessed.of(one.from, one.to, one.count))});
    return;
  }
  for (const auto& pair : neighbours(asked, related))
    asked.answer.row(
        {coded.industries[pair.one], coded.industries[pair.other], count(pair.there), count(pair.back),
         evidence::Cell{}, pair.related,
         count(guessed.of(pair.one, pair.other, pair.there) + guessed.of(pair.other, pair.one, pair.back))});
}

// With flows of earlier years, also how the boundary moved since: who left stands at the end, with what tied it to the
// core before.
void functional_boundary(const Asked& asked) {
  const auto coded = flows_of_two_times(asked, "flows-before");
  const auto core = places(asked, "core");
  const auto boundary = [&](const std::vector<measure::Flow>& flows, std::string remarked) {
    const auto related = measure::skill_relatedness(flows, counting(asked.settings));
    return measure::functional_boundary(neighbours(asked, related, std::move(remarked)), core,
                                        asked.settings.number("threshold"));
  };
  const auto now = boundary(coded.now, "seen_one_way");
  const auto then = boundary(coded.before, "seen_one_way_before");
  const auto moved = measure::moved(then, now);
  const auto before = [&](measure::Industry industry) -> evidence::Cell {
    const auto found = std::ranges::find(then, industry, &measure::Member::industry);
    return found == then.end() ? evidence::Cell{} : evidence::Cell{found->related};
  };
  for (const auto& member : now) {
    const bool joined = std::ranges::binary_search(moved.joined, member.industry);
    asked.answer.row(
        {coded.industries[member.industry], coded.industries[member.through], member.related,
         coded.before.empty() ? evidence::Cell{} : evidence::Cell{std::string{joined ? "joined" : "stayed"}},
         before(member.industry)});
  }
  for (const auto& member : then) {
    if (std::ranges::binary_search(moved.left, member.industry))
      asked.answer.row({coded.industries[member.industry], coded.industries[member.through], evidence::Cell{},
                        std::string{"left"}, member.related});
  }
}

void targets(const Asked& asked) {
  const auto coded = flows(asked);
  const auto related = measure::skill_relatedness(coded.flows, counting(asked.settings));
  const auto found =
      measure::targets(neighbours(asked, related), places(asked, "targeted"), asked.settings.number("threshold"));
  for (const auto& pair : found.unrelated)
    asked.answer.row({std::string{"unrelated"}, coded.industries[pair.one], coded.industries[pair.other],
                      pair.related ? evidence::Cell{*pair.related} : evidence::Cell{}});
  for (const auto& member : found.left_outside)
    asked.answer.row({std::string{"left_outside"}, coded.industries[member.industry], coded.industries[member.through],
                      member.related});
}

}  // namespace trivium::analysis

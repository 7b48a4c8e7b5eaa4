#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/boundary.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace trivium::analysis {
namespace {

using evidence::Cell;

measure::Counting counting(const Settings& settings) {
  return {.within = settings.choice("within") == "counted" ? measure::Within::counted : measure::Within::left_out,
          .unseen = settings.whole("unseen")};
}

// Ways of which a count is missing or kept back: that is not nobody.
class NotKnown {
 public:
  // Once the flows have their codes. Where something is assumed for a way that was not seen, it is not unknown.
  NotKnown(const Asked& asked, const std::string& table) {
    asked.tables.each("select distinct f.place, t.place from " + evidence::sql_name(table) +
                          " join industries f on \"from\" = f.code join industries t on \"to\" = t.code "
                          "where count is null and f.place <> t.place",
                      {}, {.stop = asked.work.stop}, [&](const evidence::Chunk& chunk) {
                        for (std::size_t row = 0; row < chunk.rows(); ++row)
                          ways_.emplace(static_cast<measure::Industry>(chunk.values<std::int64_t>(0)[row]),
                                        static_cast<measure::Industry>(chunk.values<std::int64_t>(1)[row]));
                      });
  }
  bool way(measure::Industry from, measure::Industry to) const { return ways_.contains({from, to}); }
  bool pair(measure::Industry one, measure::Industry other) const { return way(one, other) || way(other, one); }
  bool with_one_of(measure::Industry industry, const std::vector<measure::Industry>& others) const {
    return std::ranges::any_of(others, [&](auto other) { return pair(industry, other); });
  }

 private:
  std::set<std::pair<measure::Industry, measure::Industry>> ways_;
};

bool assumed(const Asked& asked) { return asked.settings.whole("unseen").has_value(); }

void remark_not_known(const Asked& asked, std::string name, std::string table, std::int64_t pairs) {
  if (pairs > 0) asked.remarks.push_back({.name = std::move(name), .code = std::move(table), .values = pairs});
}

// Both ways as one number. Where the other way of a pair was not seen, and nothing is assumed for it, the pair cannot
// be above 0, however many moved: how many there are is remarked, by this name. Pairs of which a way is not known are
// among them, and not counted.
std::vector<measure::Neighbours> both_ways(const Asked& asked, std::span<const measure::Relatedness> related,
                                           const NotKnown& not_known, std::string remarked = "seen_one_way") {
  auto pairs = measure::both_ways(related);
  const auto one_way = std::ranges::count_if(pairs, [&](const auto& pair) {
    return (pair.there == 0 || pair.back == 0) && !not_known.pair(pair.one, pair.other);
  });
  if (one_way > 0)
    asked.remarks.push_back(
        {.name = std::move(remarked), .value = static_cast<double>(pairs.size()), .values = std::int64_t{one_way}});
  return pairs;
}

// The same without pairs of which a way is not known, which is remarked.
std::vector<measure::Neighbours> neighbours(const Asked& asked, std::span<const measure::Relatedness> related,
                                            const NotKnown& not_known, const std::string& table = "flows",
                                            std::string remarked = "seen_one_way") {
  auto pairs = both_ways(asked, related, not_known, std::move(remarked));
  if (assumed(asked)) return pairs;
  const auto gone = std::erase_if(pairs, [&](const auto& pair) { return not_known.pair(pair.one, pair.other); });
  remark_not_known(asked, "way_kept_back_left_out", table, static_cast<std::int64_t>(gone));
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

// Where a way is not known, and nothing is assumed for it, neither is what it takes part in.
void relatedness(const Asked& asked) {
  const auto coded = flows(asked);
  const NotKnown not_known{asked, "flows"};
  const bool blank = !assumed(asked);
  std::int64_t blanks = 0;
  const auto counted = [&](measure::Industry from, measure::Industry to, std::uint64_t moves) {
    return blank && not_known.way(from, to) ? Cell{} : count(moves);
  };
  const auto& ways = asked.settings.choice("ways");
  if (ways == "together") {
    // Of both ways the sum is the same, so one is said; nothing is left to be assumed.
    for (const auto& one : measure::skill_relatedness(measure::connections(coded.flows), counting(asked.settings))) {
      if (one.from >= one.to) continue;
      // Nothing is assumed here, whatever was said.
      const bool unknown = not_known.pair(one.from, one.to);
      blanks += unknown ? 1 : 0;
      asked.answer.row({coded.industries[one.from], coded.industries[one.to], unknown ? Cell{} : count(one.count),
                        Cell{}, unknown ? Cell{} : Cell{one.ratio}, unknown ? Cell{} : Cell{one.related}, count(0)});
    }
    remark_not_known(asked, "pair_kept_back", "flows", blanks);
    return;
  }
  const auto related = measure::skill_relatedness(coded.flows, counting(asked.settings));
  const Guessed guessed{coded.flows};
  if (ways == "each") {
    // Of a way that stands in several rows, one of them kept back, not even the count is known.
    for (const auto& one : related) {
      const bool unknown = blank && not_known.way(one.from, one.to);
      blanks += unknown ? 1 : 0;
      asked.answer.row({coded.industries[one.from], coded.industries[one.to], counted(one.from, one.to, one.count),
                        Cell{}, unknown ? Cell{} : Cell{one.ratio}, unknown ? Cell{} : Cell{one.related},
                        count(guessed.of(one.from, one.to, one.count))});
    }
    remark_not_known(asked, "way_kept_back", "flows", blanks);
    return;
  }
  for (const auto& pair : both_ways(asked, related, not_known)) {
    const bool unknown = blank && not_known.pair(pair.one, pair.other);
    blanks += unknown ? 1 : 0;
    asked.answer.row(
        {coded.industries[pair.one], coded.industries[pair.other], counted(pair.one, pair.other, pair.there),
         counted(pair.other, pair.one, pair.back), Cell{}, unknown ? Cell{} : Cell{pair.related},
         count(guessed.of(pair.one, pair.other, pair.there) + guessed.of(pair.other, pair.one, pair.back))});
  }
  remark_not_known(asked, "way_kept_back", "flows", blanks);
}

// With flows of earlier years, also how the boundary moved since: who left stands at the end, with what tied it to the
// core before. Where a way between it and the core is not known at one of the times, nobody can say that it moved.
void functional_boundary(const Asked& asked) {
  const auto coded = flows_of_two_times(asked, "flows-before");
  const auto core = places(asked, "core");
  const NotKnown not_known{asked, "flows"};
  const NotKnown not_known_before{asked, "flows-before"};
  const auto boundary = [&](const std::vector<measure::Flow>& flows, const NotKnown& hidden, const std::string& table,
                            std::string remarked) {
    const auto related = measure::skill_relatedness(flows, counting(asked.settings));
    return measure::functional_boundary(neighbours(asked, related, hidden, table, std::move(remarked)), core,
                                        asked.settings.number("threshold"));
  };
  const auto now = boundary(coded.now, not_known, "flows", "seen_one_way");
  const auto then = boundary(coded.before, not_known_before, "flows-before", "seen_one_way_before");
  const auto moved_as = [&](measure::Industry industry, const NotKnown& other_time, const char* how) {
    return !assumed(asked) && other_time.with_one_of(industry, core) ? Cell{} : Cell{std::string{how}};
  };
  const auto moved = measure::moved(then, now);
  const auto before = [&](measure::Industry industry) -> Cell {
    const auto found = std::ranges::find(then, industry, &measure::Member::industry);
    return found == then.end() ? Cell{} : Cell{found->related};
  };
  for (const auto& member : now) {
    const bool joined = std::ranges::binary_search(moved.joined, member.industry);
    asked.answer.row({coded.industries[member.industry], coded.industries[member.through], member.related,
                      coded.before.empty() ? Cell{}
                      : joined             ? moved_as(member.industry, not_known_before, "joined")
                                           : Cell{std::string{"stayed"}},
                      before(member.industry)});
  }
  for (const auto& member : then) {
    if (std::ranges::binary_search(moved.left, member.industry))
      asked.answer.row({coded.industries[member.industry], coded.industries[member.through], Cell{},
                        moved_as(member.industry, not_known, "left"), member.related});
  }
}

void targets(const Asked& asked) {
  const auto coded = flows(asked);
  const auto related = measure::skill_relatedness(coded.flows, counting(asked.settings));
  const NotKnown not_known{asked, "flows"};
  const auto found = measure::targets(neighbours(asked, related, not_known), places(asked, "targeted"),
                                      asked.settings.number("threshold"));
  Remark remark{.name = "pairs_not_known"};
  for (const auto& pair : found.unrelated) {
    if (!pair.related && not_known.pair(pair.one, pair.other)) {
      remark.codes.push_back(coded.industries[pair.one] + " – " + coded.industries[pair.other]);
      continue;
    }
    asked.answer.row(
        {std::string{"unrelated"}, coded.industries[pair.one], coded.industries[pair.other], cell(pair.related)});
  }
  for (const auto& member : found.left_outside)
    asked.answer.row({std::string{"left_outside"}, coded.industries[member.industry], coded.industries[member.through],
                      member.related});
  if (remark.codes.empty()) return;
  remark.values = static_cast<std::int64_t>(remark.codes.size());
  asked.remarks.push_back(std::move(remark));
}

}  // namespace trivium::analysis

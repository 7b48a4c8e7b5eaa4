#include "evidence/recoding.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace trivium::evidence {
namespace {

// The links of each code, with a weight for each.
struct Ways {
  std::vector<Link> links;
  SharedOut how = SharedOut::by_weights;
};

std::map<std::string, Ways> ways(const Correspondence& correspondence) {
  std::map<std::string, Ways> made;
  for (const auto& link : correspondence.links) made[link.from].links.push_back(link);
  for (auto& [code, way] : made) {
    for (auto& link : way.links) {
      if (link.weight) continue;
      link.weight = 1 / static_cast<double>(way.links.size());
      if (way.links.size() > 1) way.how = SharedOut::in_equal_parts;
    }
  }
  return made;
}

// Of a sum: suppressed hides more than missing, and what is not applicable adds nothing.
Mark joined(Mark sum, Mark part) {
  if (sum == Mark::suppressed || part == Mark::suppressed) return Mark::suppressed;
  if (sum == Mark::missing || part == Mark::missing) return Mark::missing;
  if (sum == Mark::not_applicable) return part;
  return sum;
}

}  // namespace

Recoding recoded(const std::vector<Coded>& values, const Correspondence& correspondence) {
  Recoding made{
      .from = correspondence.from, .to = correspondence.to, .values = {}, .splits = {}, .merged = {}, .unmatched = {}};
  const auto leading = ways(correspondence);
  std::map<std::pair<std::string, std::string>, Recoded> sums;
  std::map<std::string, double> split;
  std::map<std::string, Unmatched> unmatched;
  std::map<std::string, std::set<std::string>> sources;
  for (const auto& given : values) {
    const double value = given.mark == Mark::stated ? given.value : 0;
    made.total_before += value;
    const auto found = leading.find(given.code);
    if (found == leading.end()) {
      auto& lost = unmatched[given.code];
      lost.code = given.code;
      lost.value += value;
      ++lost.values;
      if (given.mark != Mark::stated) ++lost.unstated;
      continue;
    }
    const auto& [links, how] = found->second;
    if (links.size() > 1) split[given.code] += value;
    double left = value;
    for (std::size_t i = 0; i < links.size(); ++i) {
      // The last one takes what is left, so that nothing is lost to rounding.
      const double part = i + 1 < links.size() ? value * *links[i].weight : left;
      left -= part;
      sources[links[i].to].insert(given.code);
      const auto [at, is_new] = sums.try_emplace(
          {given.of, links[i].to}, Recoded{.of = given.of, .code = links[i].to, .value = 0, .mark = given.mark});
      auto& sum = at->second;
      sum.value += part;
      if (!is_new) sum.mark = joined(sum.mark, given.mark);
      if (how == SharedOut::in_equal_parts) sum.guessed += part;
    }
  }
  for (auto& [key, sum] : sums) {
    made.total_after += sum.value;
    made.values.push_back(std::move(sum));
  }
  for (const auto& [code, value] : split) {
    const auto& way = leading.at(code);
    made.splits.push_back({.code = code, .links = way.links, .how = way.how, .value = value});
  }
  for (const auto& [code, from] : sources) {
    if (from.size() > 1) made.merged.push_back({.code = code, .from = {from.begin(), from.end()}});
  }
  for (auto& [code, lost] : unmatched) made.unmatched.push_back(std::move(lost));
  return made;
}

std::expected<Correspondence, shape::Flaws> chained(const Correspondence& first, const Correspondence& second) {
  if (first.to != second.from)
    return std::unexpected{
        shape::Flaws{shape::Flaw{.pointer = "",
                                 .key = "evidence.other_list",
                                 .args = {{"first", first.to.list + " " + first.to.version},
                                          {"second", second.from.list + " " + second.from.version}}}}};
  Correspondence made{.from = first.from, .to = second.to, .links = {}};
  const auto onward = ways(second);
  for (const auto& [code, way] : ways(first)) {
    std::map<std::string, double> weights;
    bool guessed = way.how == SharedOut::in_equal_parts;
    double lost = 0;
    for (const auto& link : way.links) {
      const auto next = onward.find(link.to);
      if (next == onward.end()) {
        lost += *link.weight;
        continue;
      }
      guessed = guessed || next->second.how == SharedOut::in_equal_parts;
      for (const auto& further : next->second.links) weights[further.to] += *link.weight * *further.weight;
    }
    // Part of the code would get lost: then it is left out as a whole, and recoding tells of it.
    if (lost > 0 || weights.empty()) continue;
    for (const auto& [to, weight] : weights)
      made.links.push_back({.from = code, .to = to, .weight = guessed ? std::nullopt : std::optional{weight}});
  }
  return made;
}

}  // namespace trivium::evidence

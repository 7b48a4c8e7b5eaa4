#include "measure/boundary.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace trivium::measure {

std::vector<Member> functional_boundary(std::span<const Neighbours> neighbours, std::span<const Industry> core,
                                        double threshold) {
  const std::set<Industry> inside{core.begin(), core.end()};
  std::map<Industry, Member> closest;
  for (const auto& pair : neighbours) {
    const bool one = inside.contains(pair.one);
    if (one == inside.contains(pair.other) || pair.related < threshold) continue;
    const Member member{
        .industry = one ? pair.other : pair.one, .through = one ? pair.one : pair.other, .related = pair.related};
    const auto [found, fresh] = closest.emplace(member.industry, member);
    if (!fresh && member.related > found->second.related) found->second = member;
  }
  std::vector<Member> members;
  for (const auto& [industry, member] : closest) members.push_back(member);
  std::ranges::stable_sort(members, std::ranges::greater{}, &Member::related);
  return members;
}

Moved moved(std::span<const Member> then, std::span<const Member> now) {
  const auto industries = [](std::span<const Member> members) {
    std::set<Industry> all;
    for (const auto& member : members) all.insert(member.industry);
    return all;
  };
  const auto was = industries(then);
  const auto is = industries(now);
  Moved found;
  std::ranges::set_difference(is, was, std::back_inserter(found.joined));
  std::ranges::set_difference(was, is, std::back_inserter(found.left));
  std::ranges::set_intersection(was, is, std::back_inserter(found.stayed));
  return found;
}

Targets targets(std::span<const Neighbours> neighbours, std::span<const Industry> targeted, double threshold) {
  const std::set<Industry> wanted{targeted.begin(), targeted.end()};
  std::map<std::tuple<Industry, Industry>, double> related;
  for (const auto& pair : neighbours) {
    if (wanted.contains(pair.one) && wanted.contains(pair.other)) related[{pair.one, pair.other}] = pair.related;
  }
  Targets found;
  for (auto one = wanted.begin(); one != wanted.end(); ++one) {
    for (auto other = std::next(one); other != wanted.end(); ++other) {
      const auto seen = related.find({*one, *other});
      if (seen == related.end()) found.unrelated.push_back({*one, *other, {}});
      else if (seen->second < threshold) found.unrelated.push_back({*one, *other, seen->second});
    }
  }
  // Nothing is less than any number, as optionals compare: pairs between which nobody moved come first.
  std::ranges::stable_sort(found.unrelated, {}, &Targets::Pair::related);
  found.left_outside = functional_boundary(neighbours, targeted, threshold);
  return found;
}

}  // namespace trivium::measure

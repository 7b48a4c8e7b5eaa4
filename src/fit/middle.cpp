#include "fit/middle.hpp"

#include <algorithm>
#include <set>

namespace trivium::fit {

Middle middle(const MiddleFacts& facts, const std::vector<Chain>& chains) {
  Middle found{};
  for (const auto& answer : facts.cluster) {
    if (answer.not_known) found.not_known.push_back(answer.task);
    else ++found.answered;
    if (!answer.not_known && !answer.ground) ++found.ground_unsaid;
  }
  for (const auto& [name, ground] : trivium_names(Ground{})) {
    const auto count = std::ranges::count_if(
        facts.cluster, [&](const AboutCluster& answer) { return !answer.not_known && answer.ground == ground; });
    if (count > 0) found.grounds.emplace_back(ground, static_cast<int>(count));
  }

  found.gained = static_cast<int>(facts.gained.size());
  found.not_gained = facts.not_gained;
  std::set<Resource> brought;
  for (const auto& backer : facts.gained) brought.insert(backer.brings.begin(), backer.brings.end());
  for (const auto& [name, resource] : trivium_names(Resource{}))
    (brought.contains(resource) ? found.combined : found.missing).push_back(resource);
  const std::set<std::string> kinds(facts.designers.begin(), facts.designers.end());
  found.of_one_kind = kinds.size() == 1;

  found.demands = static_cast<int>(chains.size());
  found.carried = static_cast<int>(std::ranges::count(chains, Standing::carried_through, &Chain::standing));
  found.introductions = facts.introductions;
  found.introductions_that_went_on = facts.introductions_that_went_on;
  return found;
}

}  // namespace trivium::fit

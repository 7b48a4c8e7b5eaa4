#include "library/choice.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace trivium::library {
namespace {

std::set<std::string> shared(const std::set<std::string>& one, const std::set<std::string>& other) {
  std::set<std::string> both;
  std::ranges::set_intersection(one, other, std::inserter(both, both.end()));
  return both;
}

// How many of the cases have the reason too.
std::ptrdiff_t common(const std::vector<Chosen>& all, const Reason& reason) {
  return std::ranges::count_if(
      all, [&](const Chosen& one) { return std::ranges::find(one.reasons, reason) != one.reasons.end(); });
}

std::vector<Reason> rarest_first(const std::vector<Chosen>& all, std::vector<Reason> reasons) {
  std::map<ReasonKind, std::ptrdiff_t> rarest;
  for (const auto& reason : reasons) {
    const auto [kind, first] = rarest.try_emplace(reason.kind, common(all, reason));
    if (!first) kind->second = std::min(kind->second, common(all, reason));
  }
  std::ranges::stable_sort(reasons, {},
                           [&](const Reason& reason) { return std::pair{rarest[reason.kind], reason.kind}; });
  return reasons;
}

}  // namespace

std::vector<Reason> reasons(const Traits& told, const Situation& here) {
  std::vector<Reason> found;
  for (const auto& stage : shared(told.stages, here.stages)) found.push_back({ReasonKind::same_stage, stage, {"A8"}});
  for (const auto& mechanism : shared(told.mechanisms, here.asked_for))
    found.push_back({ReasonKind::shares_mechanism, mechanism, {"A_sum"}});
  for (const auto& mechanism : shared(told.mechanisms, here.weak))
    found.push_back({ReasonKind::lacks_mechanism, mechanism, {"A7"}});
  if (auto tasks = shared(told.tasks, here.broken); !tasks.empty())
    found.push_back({ReasonKind::speaks_to_break, "", std::move(tasks)});
  if (auto tasks = shared(told.tasks, here.left_open); !tasks.empty())
    found.push_back({ReasonKind::names_open_task, "", std::move(tasks)});
  if (told.without_policy && here.without_policy) found.push_back({ReasonKind::without_policy, "", {"B3"}});
  return found;
}

std::vector<Chosen> choose(const std::vector<Traits>& told, const Situation& here) {
  std::vector<Chosen> all;
  for (std::size_t i = 0; i < told.size(); ++i) all.push_back({i, reasons(told[i], here)});
  auto ordered = all;
  for (auto& one : ordered) one.reasons = rarest_first(all, std::move(one.reasons));
  all = std::move(ordered);
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Chosen& one) { return one.reasons.size(); });
  return all;
}

}  // namespace trivium::library

#include "library/choice.hpp"

#include <algorithm>
#include <iterator>

namespace trivium::library {
namespace {

std::set<std::string> shared(const std::set<std::string>& one, const std::set<std::string>& other) {
  std::set<std::string> both;
  std::ranges::set_intersection(one, other, std::inserter(both, both.end()));
  return both;
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
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Chosen& one) { return one.reasons.size(); });
  return all;
}

}  // namespace trivium::library

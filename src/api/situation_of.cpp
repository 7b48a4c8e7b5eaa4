#include "api/situation_of.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using shape::Json;

constexpr std::size_t kFirst = 3;  // breaks, as the map has them

void add_code(std::set<std::string>& codes, const Json& holder, const char* member) {
  const auto found = holder.find(member);
  if (found != holder.end() && found->is_string()) codes.insert(found->get<std::string>());
}

std::set<std::string> stages_in(const AnswersByTask& answers) {
  std::set<std::string> stages;
  const auto answer = answers.find("A8");
  if (answer == answers.end()) return stages;
  add_code(stages, answer->second.facets, "stage");
  for (const auto& part : answer->second.facets.value("parts", Json::array())) add_code(stages, part, "stage");
  return stages;
}

std::set<std::string> weak_in(const AnswersByTask& answers) {
  std::set<std::string> weak;
  const auto answer = answers.find("A7");
  if (answer == answers.end()) return weak;
  for (const char* mechanism : {"sharing", "matching", "learning"}) {
    const auto strength = answer->second.facets.find(mechanism);
    if (strength != answer->second.facets.end() && (*strength == "weak" || *strength == "absent"))
      weak.insert(mechanism);
  }
  return weak;
}

std::set<std::string> broken_in(const fit::Picture& picture) {
  std::set<std::string> tasks;
  const auto breaks = fit::breaks(picture, fit::chains(picture));
  for (std::size_t i = 0; i < std::min(kFirst, breaks.size()); ++i) tasks.merge(tasks_behind(picture, breaks[i]));
  return tasks;
}

}  // namespace

std::set<std::string> tasks_behind(const fit::Picture& picture, const fit::Break& found) {
  std::set<std::string> tasks;
  if (found.demand) tasks.insert(picture.demands[*found.demand].task);
  if (found.instrument) tasks.insert(picture.instruments[*found.instrument].task);
  if (found.practice) tasks.insert(picture.practices[*found.practice].task);
  // What is missing is missing somewhere: strategies and services, or practices.
  if (found.kind == fit::BreakKind::unanswered) tasks.insert({"B3", "B4"});
  if (found.kind == fit::BreakKind::from_below) tasks.insert({"B3", "B4"});
  if (found.kind == fit::BreakKind::on_paper) tasks.insert("C8");
  return tasks;
}

library::Situation situation_of(const framework::Framework& framework, const AnswersByTask& answers,
                                const TablePicture& table) {
  library::Situation here{.stages = stages_in(answers),
                          .asked_for = {},
                          .weak = weak_in(answers),
                          .broken = broken_in(table.picture),
                          .left_open = {},
                          .without_policy = false};
  for (const auto& demand : table.picture.demands) {
    for (const auto mechanism : demand.mechanisms) here.asked_for.insert(std::string{shape::name_of(mechanism)});
  }
  bool policy = false;
  bool anything = false;
  for (const auto& task : framework.tasks) {
    const auto found = answers.find(task.id);
    if (found == answers.end()) continue;
    const auto& answer = found->second;
    if (answer.standing == triangle::Standing::not_known_yet) here.left_open.insert(task.id);
    const bool says = !answer.notes.empty() || !answer.facets.empty();
    (task.vertex == "B" ? policy : anything) |= says;
  }
  here.without_policy = anything && !policy;
  return here;
}

}  // namespace trivium::api

#include "api/cases_beside.hpp"

#include "api/situation_of.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using library::ReasonKind;

// Of the problem, else of what stands alone.
const std::vector<fit::Mechanism>& mechanisms_of(const fit::Picture& picture, const fit::Break& found) {
  if (found.demand) return picture.demands[*found.demand].mechanisms;
  if (found.instrument) return picture.instruments[*found.instrument].mechanisms;
  return picture.practices[*found.practice].mechanisms;
}

library::Situation situation_at(const fit::Picture& picture, const fit::Break& found,
                                const std::set<std::string>& stages) {
  library::Situation here{.stages = stages,
                          .asked_for = {},
                          .weak = {},
                          .broken = tasks_behind(picture, found),
                          .left_open = {},
                          .without_policy = false};
  for (const auto mechanism : mechanisms_of(picture, found))
    here.asked_for.insert(std::string{shape::name_of(mechanism)});
  return here;
}

std::set<std::string> shared(const std::vector<library::Reason>& reasons, ReasonKind kind) {
  std::set<std::string> found;
  for (const auto& reason : reasons) {
    if (reason.kind != kind) continue;
    if (reason.of.empty()) found.insert(reason.tasks.begin(), reason.tasks.end());
    else found.insert(reason.of);
  }
  return found;
}

std::string because(const std::vector<library::Reason>& reasons, const FitSources& from) {
  std::vector<std::string> mechanisms;
  for (const auto& mechanism : shared(reasons, ReasonKind::shares_mechanism))
    mechanisms.push_back(from.words.say(from.language, "fit.mechanism." + mechanism));
  std::vector<std::string> titles;
  const auto tasks = shared(reasons, ReasonKind::speaks_to_break);
  for (const auto& task : from.framework.tasks) {
    if (tasks.contains(task.id)) titles.push_back(from.texts.task(task.id).title);
  }
  for (auto& title : titles) title = from.words.say(from.language, "quoted", {{"text", title}});
  return from.words.say(
      from.language, "fit.beside.because",
      {{"mechanisms", words::joined(from.language, mechanisms)}, {"tasks", words::joined(from.language, titles)}});
}

}  // namespace

void put_cases_beside(std::vector<FitFinding>& findings, std::vector<ToldCase> told, const std::string& city,
                      const FitSources& from) {
  std::erase_if(told, [&](const ToldCase& one) { return of_city(one, city); });
  std::vector<library::Traits> traits;
  for (const auto& one : told) traits.push_back(one.traits);
  const auto table = picture_of(from.guidance, from.words, from.answers, from.links);
  const auto stages = situation_of(from.framework, from.answers, table).stages;
  const auto breaks = fit::breaks(table.picture, fit::chains(table.picture));
  std::set<std::size_t> taken;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    for (const auto& chosen : library::choose(traits, situation_at(table.picture, breaks[i], stages))) {
      const bool both = !shared(chosen.reasons, ReasonKind::shares_mechanism).empty() &&
                        !shared(chosen.reasons, ReasonKind::speaks_to_break).empty();
      if (!both || !taken.insert(chosen.place).second) continue;
      const auto& one = told[chosen.place];
      findings[i].beside = FitCase{one.id, one.text.title, one.told_of, because(chosen.reasons, from)};
      break;
    }
  }
}

}  // namespace trivium::api

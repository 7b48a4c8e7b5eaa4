#include "api/case_words.hpp"

#include <set>

namespace trivium::api {
namespace {

std::string name_of(library::ReasonKind kind) {
  using library::ReasonKind;
  switch (kind) {
    case ReasonKind::same_stage: return "same_stage";
    case ReasonKind::shares_mechanism: return "shares_mechanism";
    case ReasonKind::lacks_mechanism: return "lacks_mechanism";
    case ReasonKind::speaks_to_break: return "speaks_to_break";
    case ReasonKind::names_open_task: return "names_open_task";
    case ReasonKind::without_policy: return "without_policy";
  }
  return {};
}

}  // namespace

std::vector<CaseReason> reasons_in_words(const std::vector<library::Reason>& reasons, const House& house,
                                         const OpenTable& open) {
  std::vector<CaseReason> said;
  // Reasons of one kind are one sentence; the choice gives them one after the other.
  for (auto first = reasons.begin(); first != reasons.end();) {
    std::vector<std::string> names;
    std::set<std::string> tasks;
    auto next = first;
    for (; next != reasons.end() && next->kind == first->kind; ++next) {
      tasks.insert(next->tasks.begin(), next->tasks.end());
      if (next->of.empty()) continue;
      names.push_back(next->kind == library::ReasonKind::same_stage
                          ? open.texts.code("stage", next->of)
                          : house.words.say(open.language, "fit.mechanism." + next->of));
    }
    const std::string kind = name_of(first->kind);
    words::Args args;
    if (!first->of.empty()) args["what"] = words::joined(open.language, names);
    CaseReason one{
        .kind = kind, .sentence = house.words.say(open.language, "cases.because." + kind, args), .records = {}};
    for (const auto& task : open.framework.tasks) {
      if (tasks.contains(task.id)) one.records.push_back({task.id, open.texts.task(task.id).title});
    }
    said.push_back(std::move(one));
    first = next;
  }
  return said;
}

}  // namespace trivium::api

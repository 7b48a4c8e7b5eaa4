#include "api/middle_in_words.hpp"

#include "api/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace trivium::api {
namespace {

using shape::Json;

std::vector<std::string> codes_in(const Json& value) {
  std::vector<std::string> found;
  for (const auto& code : value) {
    if (code.is_string()) found.push_back(code.get<std::string>());
  }
  return found;
}

// Codes, and entries of one's own by their words: whoever stands on no list is a kind of player, too.
std::vector<std::string> kinds_in(const Json& value) {
  std::vector<std::string> found;
  for (const auto& kind : value) {
    auto name = kind.is_string() ? kind.get<std::string>() : text_in(kind, "own");
    const auto same = [&](const std::string& one) { return folded(one) == folded(name); };
    if (!name.empty() && std::ranges::none_of(found, same)) found.push_back(std::move(name));
  }
  return found;
}

std::optional<fit::Resource> brought_as(const std::string& form) {
  if (form == "staff_time") return fit::Resource::people;
  if (form == "expertise") return fit::Resource::skills;
  if (form == "money" || form == "premises") return fit::Resource::money;
  if (form == "political_backing" || form == "joint_projects") return fit::Resource::energy;
  return std::nullopt;
}

std::vector<fit::Backer> backers(const AnswersByTask& answers) {
  std::vector<fit::Backer> found;
  for (const auto& row : rows_in(answers, "B7", "commitments")) {
    if (text_in(row, "actor").empty()) continue;  // nobody is named yet
    fit::Backer backer{.brings = {}};
    for (const auto& form : codes_in(row.value("forms", Json::array()))) {
      if (const auto resource = brought_as(form)) backer.brings.push_back(*resource);
    }
    found.push_back(std::move(backer));
  }
  return found;
}

fit::MiddleFacts facts_in(const FitSources& from) {
  fit::MiddleFacts facts;
  for (const auto& task : from.framework.tasks) {
    const auto answer = from.answers.find(task.id);
    if (task.vertex != "A" || answer == from.answers.end()) continue;
    const auto& given = answer->second;
    const bool not_known = given.standing == triangle::Standing::not_known_yet;
    if (!not_known && triangle::empty(given)) continue;
    fit::AboutCluster about{.task = task.id, .not_known = not_known, .ground = {}};
    if (given.confidence) about.ground = shape::named<fit::Ground>(shape::name_of(*given.confidence));
    facts.cluster.push_back(std::move(about));
  }
  facts.gained = backers(from.answers);
  const auto& absent = rows_in(from.answers, "B8", "absent");
  facts.not_gained =
      static_cast<int>(std::ranges::count_if(absent, [](const Json& row) { return !text_in(row, "actor").empty(); }));
  if (const auto designed = from.answers.find("B6"); designed != from.answers.end())
    facts.designers = kinds_in(designed->second.facets.value("designer_kinds", Json::array()));
  for (const auto& row : rows_in(from.answers, "C9", "introductions")) {
    const auto state = text_in(row, "state");
    ++facts.introductions;
    if (state == "talking" || state == "project" || state == "result") ++facts.introductions_that_went_on;
  }
  return facts;
}

struct Saying {
  const FitSources& from;

  std::string operator()(const std::string& key, const words::Args& args = {}) const {
    return from.words.say(from.language, "middle." + key, args);
  }
  std::string resources(const std::vector<fit::Resource>& all) const {
    std::vector<std::string> names;
    for (const auto resource : all) names.push_back((*this)("resource." + std::string{shape::name_of(resource)}));
    return words::joined(from.language, names);
  }
  FitCapacity capacity(const std::string& key, std::vector<std::string> sentences,
                       const std::vector<std::string>& tasks) const {
    FitCapacity said{.name = (*this)(key), .sentences = std::move(sentences), .records = {}};
    for (const auto& task : tasks) {
      if (from.answers.contains(task)) said.records.push_back({task, from.texts.task(task).title});
    }
    return said;
  }
};

FitCapacity understand(const Saying& say, const fit::Middle& middle) {
  std::vector<std::string> sentences;
  if (middle.answered == 0) {
    sentences.push_back(say("understand.nothing"));
  } else {
    std::vector<std::string> parts;
    for (const auto& [ground, count] : middle.grounds)
      parts.push_back(say("ground." + std::string{shape::name_of(ground)}, {{"count", std::to_string(count)}}));
    if (middle.ground_unsaid > 0)
      parts.push_back(say("ground.unsaid", {{"count", std::to_string(middle.ground_unsaid)}}));
    sentences.push_back(say("understand.answers", {{"count", std::to_string(middle.answered)},
                                                   {"parts", words::joined(say.from.language, parts)}}));
  }
  std::vector<std::string> titles;
  for (const auto& task : middle.not_known) titles.push_back(say.from.texts.task(task).title);
  if (!titles.empty())
    sentences.push_back(say("understand.not_known", {{"tasks", words::joined(say.from.language, titles)}}));
  std::vector<std::string> apart;
  for (const auto& one : say.from.contradictions) {
    if (one.id == "stage")
      sentences.push_back(say("understand.apart", {{"count", std::to_string(one.counted.size())}}));
    else apart.push_back(one.records.front().title);
  }
  if (!apart.empty())
    sentences.push_back(say("understand.apart_elsewhere", {{"tasks", words::joined(say.from.language, apart)}}));
  std::vector<std::string> tasks;
  for (const auto& task : say.from.framework.tasks) {
    if (task.vertex == "A") tasks.push_back(task.id);
  }
  return say.capacity("understand", std::move(sentences), tasks);
}

// That nobody is named is said only of somebody who answered: a blank, or "not known yet", names nobody yet.
bool still_open(const AnswersByTask& answers, const char* task) {
  const auto found = answers.find(task);
  if (found == answers.end() || triangle::empty(found->second)) return true;
  return found->second.standing == triangle::Standing::not_known_yet && found->second.facets.empty();
}

std::string actors(const Saying& say, const fit::Middle& middle) {
  const bool gained = !still_open(say.from.answers, "B7");
  const bool not_gained = !still_open(say.from.answers, "B8");
  if (!gained && !not_gained) return say("mobilise.open");
  const words::Args counts{{"gained", std::to_string(middle.gained)},
                           {"not_gained", std::to_string(middle.not_gained)}};
  if (!gained) return say("mobilise.open_gained", counts);
  return say(not_gained ? "mobilise.actors" : "mobilise.open_not_gained", counts);
}

FitCapacity mobilise(const Saying& say, const fit::Middle& middle, const fit::MiddleFacts& facts) {
  std::vector<std::string> sentences{actors(say, middle)};
  if (!middle.combined.empty())
    sentences.push_back(
        say(middle.missing.empty() ? "mobilise.all" : "mobilise.some",
            {{"combined", say.resources(middle.combined)}, {"missing", say.resources(middle.missing)}}));
  if (middle.of_one_kind)
    sentences.push_back(
        say("mobilise.one_kind", {{"kind", say.from.texts.code("player_kind", facts.designers.front())}}));
  return say.capacity("mobilise", std::move(sentences), {"B6", "B7", "B8"});
}

FitCapacity implement(const Saying& say, const fit::Middle& middle) {
  std::vector<std::string> sentences;
  sentences.push_back(middle.demands == 0 ? say("implement.nothing")
                                          : say("implement.carried", {{"carried", std::to_string(middle.carried)},
                                                                      {"demands", std::to_string(middle.demands)}}));
  if (middle.introductions > 0)
    sentences.push_back(
        say("implement.introductions", {{"count", std::to_string(middle.introductions)},
                                        {"went_on", std::to_string(middle.introductions_that_went_on)}}));
  const auto staff = say.from.answers.find("C1");
  if (staff != say.from.answers.end() && staff->second.facets.contains("adequate") &&
      staff->second.facets["adequate"].is_string())
    sentences.push_back(say("implement.staff_" + staff->second.facets["adequate"].get<std::string>()));
  return say.capacity("implement", std::move(sentences), {"A_sum", "B3", "B4", "C1", "C8", "C9"});
}

}  // namespace

bool in_the_middle(const framework::Task& task) {
  constexpr std::array<std::string_view, 8> kOthers{"B3", "B4", "B6", "B7", "B8", "C1", "C8", "C9"};
  return task.vertex == "A" || std::ranges::find(kOthers, task.id) != kOthers.end();
}

std::vector<FitCapacity> middle_in_words(const FitSources& from, const std::vector<fit::Chain>& chains) {
  const auto facts = facts_in(from);
  const auto middle = fit::middle(facts, chains);
  const Saying say{from};
  return {understand(say, middle), mobilise(say, middle, facts), implement(say, middle)};
}

}  // namespace trivium::api

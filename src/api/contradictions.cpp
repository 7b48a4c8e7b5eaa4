#include "api/contradictions.hpp"

#include "api/numbers_reading.hpp"
#include "api/section_words.hpp"
#include "api/stage_page.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

// Whom one meets is in one's own hands, and so is looking again; how open a circle is, is others' too.
struct AboutClaim {
  const char* task;
  fit::Control control;
};
AboutClaim about(stage::Claim claim) {
  switch (claim) {
    case stage::Claim::stage: return {"A8", fit::Control::by_hand};
    case stage::Claim::newcomers_met: return {"C10", fit::Control::by_hand};
    case stage::Claim::easy_to_plug_in: break;
  }
  return {"A6", fit::Control::influence};
}

const shape::Json* facet_in(const AnswersByTask& answers, const char* task, const char* facet) {
  const auto answer = answers.find(task);
  if (answer == answers.end()) return nullptr;
  const auto found = answer->second.facets.find(facet);
  return found == answer->second.facets.end() ? nullptr : &*found;
}

class Saying {
 public:
  Saying(const FitSources& from, const stage::Thresholds& thresholds, const stage::Claimed& claimed)
      : from_{from}, thresholds_{thresholds}, claimed_{claimed} {}

  FitContradiction operator()(const stage::SpokenAgainst& found) const {
    const auto [task, control] = about(found.claim);
    const auto signal =
        stage::signal_for(found.claim)
            .value_or(found.readings.empty() ? stage::Signal::net_entry : found.readings.front().signal);
    const std::string key = "apart." + std::string{stage::name(found.claim)};
    return {.id = std::string{stage::name(found.claim)},
            .control = control,
            .title = say(key),
            .said = said(key, found.claim),
            .counted = counted(key, found),
            .question = say(key + ".question"),
            .reason = say(key + ".reason", {{"line", line(found.claim)}}),
            .section = section_in_words(from_.words, from_.language, thresholds_.signals.at(signal).section),
            .records = {{task, from_.texts.task(task).title}},
            .source = {},
            .cluster = {}};
  }

 private:
  std::string say(const std::string& key, const words::Args& args = {}) const {
    return from_.words.say(from_.language, key, args);
  }
  std::string hundredths(double share) const { return words::number(from_.language, 100 * share, 1); }
  std::string percent(double share) const { return hundredths(share) + " %"; }

  std::string said(const std::string& key, stage::Claim claim) const {
    if (claim == stage::Claim::stage) return say(key + ".said", {{"stage", from_.texts.code("stage", claimed_.stage)}});
    if (claim == stage::Claim::newcomers_met) return say(key + ".said", {{"share", percent(*claimed_.newcomers)}});
    return say(key + ".said");
  }

  // Of the side that was crossed.
  std::string crossed(const stage::Reading& reading) const {
    const auto& against = *reading.threshold.speaks_against;
    const bool above = against.above && *reading.measured.value > *against.above;
    return above ? say("stage.against_above", {{"above", percent(*against.above)}})
                 : say("stage.against_below", {{"below", percent(*against.below)}});
  }

  std::vector<std::string> counted(const std::string& key, const stage::SpokenAgainst& found) const {
    if (found.claim == stage::Claim::newcomers_met)
      return {say(key + ".counted", {{"share", percent(*found.counted)}, {"year", std::to_string(*found.year)}})};
    if (found.claim == stage::Claim::easy_to_plug_in)
      return {say(key + ".counted", {{"points", hundredths(-*found.counted)}})};
    std::vector<std::string> all;
    for (const auto& reading : found.readings)
      all.push_back(
          say("stage.contradiction", {{"signal", say("stage.signal." + std::string{stage::name(reading.signal)})},
                                      {"value", percent(*reading.measured.value)},
                                      {"line", crossed(reading)}}));
    return all;
  }

  std::string line(stage::Claim claim) const {
    const auto against = stage::line_against(thresholds_, claim);
    return against && against->below ? hundredths(-*against->below) : std::string{};
  }

  const FitSources& from_;
  const stage::Thresholds& thresholds_;
  const stage::Claimed& claimed_;
};

}  // namespace

const std::vector<std::string>& tasks_of_the_claims() {
  static const std::vector<std::string> kTasks = [] {
    std::vector<std::string> tasks;
    for (const auto claim : stage::kClaims) tasks.emplace_back(about(claim).task);
    return tasks;
  }();
  return kTasks;
}

stage::Claimed claimed_in(const AnswersByTask& answers) {
  stage::Claimed claimed{.stage = stage_in(answers), .newcomers = {}};
  if (const auto* share = facet_in(answers, "C10", "newcomers"); share != nullptr && share->is_number())
    claimed.newcomers = share->get<double>() / 100;
  if (const auto* reasons = facet_in(answers, "A6", "reasons"); reasons != nullptr && reasons->is_array())
    claimed.easy_to_plug_in = std::ranges::find(*reasons, "easy_to_plug_in") != reasons->end();
  return claimed;
}

std::vector<FitContradiction> contradictions(const FitSources& from, const stage::Thresholds& thresholds,
                                             std::span<const stage::YearOf> years) {
  const auto claimed = claimed_in(from.answers);
  const Saying in_words{from, thresholds, claimed};
  std::vector<FitContradiction> all;
  for (const auto& found : stage::spoken_against(years, claimed, thresholds)) all.push_back(in_words(found));
  return all;
}

std::vector<FitContradiction> contradictions(store::Session& session, const House& house, const OpenTable& open,
                                             const Asking& asking) {
  if (!access::shares_cases(session, asking.visitor, open.table.cluster)) return {};
  const auto numbers = triangle::numbers_of(session, open.table.cluster);
  if (!numbers) return {};
  const auto years = years_in(numbers->numbers, numbers->decimal);
  if (!years) return {};
  auto all = contradictions(sources_of(session, house, open), house.thresholds, *years);
  for (auto& one : all) {
    one.source = numbers->source;
    one.cluster = open.table.cluster;
  }
  return all;
}

}  // namespace trivium::api

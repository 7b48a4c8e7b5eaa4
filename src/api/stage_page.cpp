#include "api/stage_page.hpp"

#include "api/numbers_reading.hpp"
#include "api/section_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

constexpr std::string_view kStageTask = "A8";

struct Beside {
  std::string code;  // the stage that was named; "" for none
  std::string name;
  std::optional<triangle::ClusterNumbers> numbers;
  std::vector<stage::Reading> readings;
};

Beside beside(store::Session& session, const House& house, const OpenTable& open, const Asking& asking) {
  Beside found{.code = stage_in(answers_by_task(session, open.table.id)), .name = {}, .numbers = {}, .readings = {}};
  if (!found.code.empty()) found.name = open.texts.code("stage", found.code);
  if (!access::shares_cases(session, asking.visitor, open.table.cluster)) return found;
  found.numbers = triangle::numbers_of(session, open.table.cluster);
  if (!found.numbers || found.code.empty()) return found;
  if (const auto years = years_in(found.numbers->numbers, found.numbers->decimal))
    found.readings = stage::readings(*years, found.code, house.thresholds);
  return found;
}

class SignalInWords {
 public:
  SignalInWords(const words::Words& words, const stage::Thresholds& thresholds, std::string language)
      : words_{words}, thresholds_{thresholds}, language_{std::move(language)} {}

  StageSignal signal(const stage::Reading& reading) const {
    const auto& content = thresholds_.signals.at(reading.signal);
    StageSignal line{.signal = std::string{stage::name(reading.signal)},
                     .title = say(fmt::format("stage.signal.{}", stage::name(reading.signal))),
                     .says = std::string{stage::name(reading.says)},
                     .value = reading.measured.value ? percent(*reading.measured.value) : std::string{},
                     .because = {},
                     .lines = {},
                     .missing = {},
                     .reason = say(content.reason),
                     .section = section_in_words(words_, language_, content.section)};
    if (reading.why_not) line.because = say(fmt::format("stage.cannot.{}", stage::name(*reading.why_not)));
    add(line.lines, reading.threshold.speaks_for, "for");
    add(line.lines, reading.threshold.speaks_against, "against");
    std::vector<std::string> years;
    for (const auto year : reading.measured.missing) years.push_back(std::to_string(year));
    if (!years.empty()) line.missing = say("stage.missing", {{"years", words::joined(language_, years)}});
    return line;
  }

  std::string percent(double share) const { return words::number(language_, 100 * share, 1) + " %"; }
  std::string say(const std::string& key, const words::Args& args = {}) const {
    return words_.say(language_, key, args);
  }

 private:
  void add(std::vector<std::string>& lines, const std::optional<stage::Line>& line, const std::string& side) const {
    if (!line) return;
    const auto above = line->above ? percent(*line->above) : std::string{};
    const auto below = line->below ? percent(*line->below) : std::string{};
    if (side == "for" && line->above && line->below) {
      lines.push_back(say("stage.for_between", {{"above", above}, {"below", below}}));
      return;
    }
    if (line->above) lines.push_back(say("stage." + side + "_above", {{"above", above}}));
    if (line->below) lines.push_back(say("stage." + side + "_below", {{"below", below}}));
  }

  const words::Words& words_;
  const stage::Thresholds& thresholds_;
  std::string language_;
};

int order(const stage::Reading& reading) {
  switch (reading.says) {
    case stage::Says::speaks_against: return 0;
    case stage::Says::speaks_for: return 1;
    case stage::Says::cannot_be_told: return 2;
  }
  return 2;
}

}  // namespace

Outcome<StagePage> ShowStage::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<StagePage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    auto found = beside(session, house, *open, asking);
    StagePage page{.assessment = open->table.id,
                   .place = place_of(*open),
                   .stage = found.name,
                   .numbers_known = found.numbers.has_value(),
                   .source = found.numbers ? found.numbers->source : std::string{},
                   .from = 0,
                   .to = 0,
                   .signals = {},
                   .cluster = {},
                   .seen_by = seen_by(session, house, *open)};
    if (access::shares_cases(session, asking.visitor, open->table.cluster)) page.cluster = open->table.cluster;
    std::ranges::stable_sort(found.readings, {}, order);
    const SignalInWords in_words{house.words, house.thresholds, asking.language};
    for (const auto& reading : found.readings) {
      page.from = reading.window.from;
      page.to = reading.window.to;
      page.signals.push_back(in_words.signal(reading));
    }
    return page;
  });
}

std::string_view task_of_the_stage() { return kStageTask; }

std::string stage_in(const AnswersByTask& answers) {
  const auto answer = answers.find(std::string{kStageTask});
  if (answer == answers.end()) return {};
  const auto found = answer->second.facets.find("stage");
  return found != answer->second.facets.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace trivium::api

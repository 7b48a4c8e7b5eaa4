#include "stage/thresholds.hpp"

#include "framework/strict_yaml.hpp"
#include "stage/claims.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::stage {
namespace {

using framework::StrictYaml;

std::optional<Line> read_line(const StrictYaml& yaml, const YAML::Node& node, std::string_view what) {
  if (!node.IsDefined() || !yaml.keys(node, what, {"above", "below"})) return std::nullopt;
  const Line line{.above = yaml.number_if_any(node, "above"), .below = yaml.number_if_any(node, "below")};
  if (line.above || line.below) return line;
  if (node.size() == 0) yaml.note(node, fmt::format("{} names neither \"above\" nor \"below\"", what));
  return std::nullopt;
}

// Where the two meet, neither holds: both leave out the number itself.
bool overlap(const Line& speaks_for, const Line& speaks_against) {
  const bool above = speaks_against.above && (!speaks_for.below || *speaks_for.below > *speaks_against.above);
  const bool below = speaks_against.below && (!speaks_for.above || *speaks_for.above < *speaks_against.below);
  return above || below;
}

Threshold read_threshold(const StrictYaml& yaml, const YAML::Node& node, const std::string& stage) {
  Threshold threshold;
  if (!yaml.keys(node, stage, {"for", "against"})) return threshold;
  threshold.speaks_for = read_line(yaml, node["for"], fmt::format("what speaks for {}", stage));
  threshold.speaks_against = read_line(yaml, node["against"], fmt::format("what speaks against {}", stage));
  const auto& line = threshold.speaks_for;
  if (node.size() == 0) yaml.note(node, fmt::format("{} has neither \"for\" nor \"against\"", stage));
  else if (line && line->above && line->below && *line->above >= *line->below)
    yaml.note(node, fmt::format("nothing can speak for {}: no number is above {} and below {}", stage, *line->above,
                                *line->below));
  else if (line && threshold.speaks_against && overlap(*line, *threshold.speaks_against))
    yaml.note(node, fmt::format("some numbers would speak both for and against {}", stage));
  return threshold;
}

// What else is said that the signal can speak against: its line stands beside those of the stages.
void read_claim(const StrictYaml& yaml, const YAML::Node& node, Claim claim, SignalContent& content) {
  const std::string called{name(claim)};
  const auto claims = node["claims"];
  if (!claims.IsDefined()) return yaml.note(node, "missing key \"claims\"");
  yaml.covers(claims, "the claims", {called});
  const auto line = claims[called];
  if (!line.IsDefined() || !yaml.keys(line, called, {"against"})) return;
  auto& threshold = content.stages[called];
  threshold.speaks_against = read_line(yaml, line["against"], fmt::format("what speaks against {}", called));
  if (!line["against"].IsDefined()) yaml.note(line, fmt::format("{} has no \"against\"", called));
}

SignalContent read_signal(const StrictYaml& yaml, const YAML::Node& node, Signal signal,
                          const std::vector<std::string>& stages) {
  SignalContent content;
  const auto claim = held_against(signal);
  const std::string called{name(signal)};
  if (claim ? !yaml.keys(node, called, {"section", "reason", "stages", "claims"})
            : !yaml.keys(node, called, {"section", "reason", "stages"}))
    return content;
  if (claim) read_claim(yaml, node, *claim, content);
  content.section = yaml.text(node, "section");
  content.reason = yaml.text(node, "reason");
  if (!node["stages"].IsDefined()) {
    yaml.note(node, "missing key \"stages\"");
    return content;
  }
  yaml.each(node["stages"], "the stages", [&](const std::string& stage, const YAML::Node& threshold) {
    if (std::ranges::find(stages, stage) == stages.end())
      return yaml.note(threshold, fmt::format("\"{}\" is no stage; known are {}", stage, fmt::join(stages, ", ")));
    content.stages[stage] = read_threshold(yaml, threshold, stage);
  });
  return content;
}

int whole(const StrictYaml& yaml, const YAML::Node& node, const char* key) {
  const auto given = yaml.whole_if_any(node, key);
  if (!node[key].IsDefined()) yaml.note(node, fmt::format("missing key \"{}\"", key));
  return given.value_or(0);
}

}  // namespace

std::expected<Thresholds, std::vector<framework::Fault>> load_thresholds(const std::filesystem::path& file,
                                                                         const framework::Framework& framework) {
  Thresholds thresholds;
  std::vector<framework::Fault> faults;
  const StrictYaml yaml{file, faults};
  const auto* const stages = framework.list("stage");
  const auto document = yaml.document();
  if (stages == nullptr) faults.push_back({.file = file, .reason = "the framework has no list of stages"});
  if (stages == nullptr || !document ||
      !yaml.keys(*document, "the thresholds", {"years", "fewest_years", "fewest_firms", "signals"}))
    return std::unexpected{std::move(faults)};
  thresholds.years = whole(yaml, *document, "years");
  thresholds.fewest_years = whole(yaml, *document, "fewest_years");
  thresholds.fewest_firms = whole(yaml, *document, "fewest_firms");
  if (thresholds.fewest_years < 2 || thresholds.years < thresholds.fewest_years)
    yaml.note(*document, "\"fewest_years\" should be at least 2 and \"years\" no fewer");
  std::set<std::string> names;
  for (const auto signal : kSignals) names.emplace(name(signal));
  const auto signals = (*document)["signals"];
  if (!signals.IsDefined()) yaml.note(*document, "missing key \"signals\"");
  else {
    yaml.covers(signals, "the signals", names);
    yaml.each(signals, "the signals", [&](const std::string& key, const YAML::Node& node) {
      if (const auto signal = signal_named(key))
        thresholds.signals[*signal] = read_signal(yaml, node, *signal, stages->codes);
    });
  }
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return thresholds;
}

}  // namespace trivium::stage

#include "guidance/guidance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::guidance {
namespace {

using framework::StrictYaml;

std::string one_of(const StrictYaml& yaml, const YAML::Node& node, const char* key,
                   const std::vector<std::string>& known) {
  auto given = yaml.text(node, key);
  if (!given.empty() && std::ranges::find(known, given) == known.end())
    yaml.note(node[key], fmt::format("\"{}\" is no {}; known are {}", given, key, fmt::join(known, ", ")));
  return given;
}

Rule read_rule(const StrictYaml& yaml, const YAML::Node& node, const framework::Framework& framework) {
  Rule rule{};
  if (!yaml.keys(node, "a rule", {"id", "kind", "section", "control", "tasks", "when"})) return rule;
  rule.id = yaml.text(node, "id");
  yaml.id(node, rule.id);
  rule.kind = one_of(yaml, node, "kind", {"stage", "blockage", "pitfall", "contradiction"});
  rule.section = yaml.text(node, "section");
  rule.control = one_of(yaml, node, "control", {"do", "influence", "lobby", "live_with"});
  rule.tasks = yaml.texts(node["tasks"], "tasks");
  for (const auto& task : rule.tasks) {
    if (framework.task(task) == nullptr) yaml.note(node["tasks"], fmt::format("there is no task \"{}\"", task));
  }
  if (node["when"].IsDefined()) rule.when = read_condition(yaml, node["when"], framework);
  else yaml.note(node, "missing key \"when\"");
  return rule;
}

RuleText read_text(const StrictYaml& yaml, const YAML::Node& node, const std::string& id) {
  RuleText text{};
  if (!yaml.keys(node, id, {"title", "finding", "reason", "question", "step"})) return text;
  text.title = yaml.text(node, "title");
  text.finding = yaml.text(node, "finding");
  text.reason = yaml.text(node, "reason");
  text.question = yaml.text(node, "question");
  text.step = yaml.text_if_any(node, "step");
  return text;
}

}  // namespace

std::expected<Guidance, std::vector<framework::Fault>> Guidance::load(const std::filesystem::path& data_guidance_dir,
                                                                      const framework::Framework& framework) {
  Guidance guidance;
  std::vector<framework::Fault> faults;
  std::set<std::string> ids;
  const StrictYaml rules{data_guidance_dir / "rules.yaml", faults};
  if (const auto document = rules.document()) {
    if (!document->IsSequence()) rules.note(*document, "should be a list of rules");
    else {
      for (const auto& node : *document) {
        guidance.rules_.push_back(read_rule(rules, node, framework));
        if (!ids.insert(guidance.rules_.back().id).second)
          rules.note(node, fmt::format("the rule \"{}\" stands twice", guidance.rules_.back().id));
      }
    }
  }
  const StrictYaml mechanisms{data_guidance_dir / "mechanisms.yaml", faults};
  const auto* known = framework.list("mechanism");
  if (const auto document = mechanisms.document(); document && known != nullptr) {
    mechanisms.each(*document, "the usual mechanisms", [&](const std::string& name, const YAML::Node& kinds) {
      const auto* list = framework.list(name);
      if (list == nullptr) return mechanisms.note(kinds, fmt::format("there is no list \"{}\"", name));
      mechanisms.covers(kinds, name, {list->codes.begin(), list->codes.end()});
      mechanisms.each(kinds, name, [&](const std::string& kind, const YAML::Node& usual) {
        auto& codes = guidance.mechanisms_[name][kind];
        codes = mechanisms.texts(usual, kind);
        for (const auto& code : codes) {
          if (std::ranges::find(known->codes, code) == known->codes.end())
            mechanisms.note(usual, fmt::format("\"{}\" is no mechanism", code));
        }
      });
    });
  }
  for (const auto& [language, unused] : framework.texts) {
    const StrictYaml words{data_guidance_dir / (language + ".yaml"), faults};
    const auto document = words.document();
    if (!document) continue;
    words.covers(*document, "the rules' words", ids);
    words.each(*document, "the rules' words", [&](const std::string& id, const YAML::Node& node) {
      guidance.texts_[language][id] = read_text(words, node, id);
    });
  }
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return guidance;
}

std::vector<const Rule*> Guidance::that_hold(const Answers& answers) const {
  std::vector<const Rule*> found;
  for (const auto& rule : rules_) {
    if (holds(rule.when, answers)) found.push_back(&rule);
  }
  return found;
}

const RuleText& Guidance::text(std::string_view language, std::string_view rule) const {
  auto texts = texts_.find(language);
  if (texts == texts_.end()) texts = texts_.find("en");
  return texts->second.find(rule)->second;
}

const std::vector<std::string>& Guidance::usual_mechanisms(std::string_view list, std::string_view kind) const {
  static const std::vector<std::string> kNone;
  const auto kinds = mechanisms_.find(list);
  if (kinds == mechanisms_.end()) return kNone;
  const auto found = kinds->second.find(kind);
  return found == kinds->second.end() ? kNone : found->second;
}

}  // namespace trivium::guidance

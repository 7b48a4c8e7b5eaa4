#include "guidance/guidance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::guidance {

using framework::StrictYaml;

const std::vector<std::string>& break_kinds() {
  static const std::vector<std::string> kKinds{
      "unanswered", "on_paper", "from_below", "answer_without_a_question", "busy_without_a_reason", "wrong_scale",
      "unreached",  "unfunded", "unstaffed"};
  return kKinds;
}

// The files of one folder, each read into the guidance.
struct Reading {
  const std::filesystem::path& folder;
  const framework::Framework& framework;
  Guidance guidance = {};
  std::vector<framework::Fault> faults = {};
  NamedConditions named = {};
  std::map<std::string, int> lines = {};    // where each rule stands
  std::set<std::string> only_reasons = {};  // rules that a break says

  // What stands on a file that is no YAML is not looked at: each rule would be blamed for what it lacks, and the one
  // line to mend would stand above two hundred others. So each says whether there was something to stand on.
  bool conditions() {
    const StrictYaml yaml{folder / "conditions.yaml", faults};
    const auto document = yaml.document();
    if (!document) return false;
    yaml.each(*document, "the named conditions", [&](const std::string& name, const YAML::Node& node) {
      yaml.id(node, name);
      named.emplace(name, read_condition(yaml, node, framework, named));
    });
    return true;
  }

  bool rules() {
    const StrictYaml yaml{folder / "rules.yaml", faults};
    const auto document = yaml.document();
    if (!document) return false;
    if (!document->IsSequence()) return yaml.note(*document, "should be a list of rules"), false;
    for (const auto& node : *document) {
      Rule rule = rule_in(yaml, node);
      if (!lines.emplace(rule.id, node.Mark().line + 1).second)
        yaml.note(node, fmt::format("the rule \"{}\" stands twice", rule.id));
      if (!rule.said_by) {
        guidance.rules_.push_back(std::move(rule));
        continue;
      }
      if (guidance.behind(*rule.said_by) != nullptr)
        yaml.note(node, fmt::format("another rule stands behind \"{}\" already", *rule.said_by));
      only_reasons.insert(rule.id);
      guidance.behind_.push_back(std::move(rule));
    }
    return true;
  }

  Rule rule_in(const StrictYaml& yaml, const YAML::Node& node) const {
    Rule rule{};
    if (!yaml.keys(node, "a rule", {"id", "kind", "section", "control", "when", "said_by"})) return rule;
    rule.id = yaml.text(node, "id");
    yaml.id(node, rule.id);
    rule.kind = yaml.one_of(node, "kind", {"stage", "blockage", "pitfall", "contradiction"});
    rule.section = yaml.section(node);
    if (node["said_by"].IsDefined()) {
      rule.said_by = yaml.one_of(node, "said_by", break_kinds());
      for (const char* key : {"when", "control"}) {
        if (node[key].IsDefined())
          yaml.note(node[key], fmt::format("\"{}\" is said by the break; it does not stand here", key));
      }
      return rule;
    }
    rule.control = yaml.one_of(node, "control", {"do", "influence", "lobby", "live_with"});
    if (!node["when"].IsDefined()) return yaml.note(node, "missing key \"when\""), rule;
    rule.when = read_condition(yaml, node["when"], framework, named);
    const auto looked_at = tasks_in(rule.when);
    for (const auto& task : framework.tasks) {
      if (looked_at.contains(task.id)) rule.tasks.push_back(task.id);
    }
    return rule;
  }

  void mechanisms() {
    const StrictYaml yaml{folder / "mechanisms.yaml", faults};
    const auto* known = framework.list("mechanism");
    const auto document = yaml.document();
    if (!document || known == nullptr) return;
    yaml.each(*document, "the usual mechanisms", [&](const std::string& name, const YAML::Node& kinds) {
      const auto* list = framework.list(name);
      if (list == nullptr) return yaml.note(kinds, fmt::format("there is no list \"{}\"", name));
      yaml.covers(kinds, name, {list->codes.begin(), list->codes.end()});
      yaml.each(kinds, name, [&](const std::string& kind, const YAML::Node& usual) {
        auto& codes = guidance.mechanisms_[name][kind];
        codes = yaml.texts(usual, kind);
        for (const auto& code : codes) {
          if (std::ranges::find(known->codes, code) == known->codes.end())
            yaml.note(usual, fmt::format("\"{}\" is no mechanism", code));
        }
      });
    });
  }

  void words() {
    for (const auto& [language, unused] : framework.texts) {
      const StrictYaml yaml{folder / (language + ".yaml"), faults};
      const auto document = yaml.document();
      if (!document || document->IsNull()) continue;
      yaml.each(*document, "the rules' words", [&](const std::string& id, const YAML::Node& node) {
        if (!lines.contains(id)) return yaml.note(node, fmt::format("there is no rule \"{}\"", id));
        guidance.texts_[language][id] = text_in(yaml, node, id, language);
      });
    }
    for (const auto& [id, line] : lines) {
      const bool told = std::ranges::any_of(guidance.texts_, [&](const auto& one) { return one.second.contains(id); });
      if (!told)
        faults.push_back({folder / "rules.yaml", line, fmt::format("\"{}\" has no words in any language", id)});
    }
  }

  RuleText text_in(const StrictYaml& yaml, const YAML::Node& node, const std::string& id,
                   const std::string& language) const {
    RuleText text{.language = language, .title = {}, .finding = {}, .reason = {}, .question = {}, .step = {}};
    if (only_reasons.contains(id)) {
      if (!yaml.keys(node, id, {"reason", "step"})) return text;
    } else {
      if (!yaml.keys(node, id, {"title", "finding", "reason", "question", "step"})) return text;
      text.title = yaml.text(node, "title");
      text.finding = yaml.text(node, "finding");
      text.question = yaml.text(node, "question");
    }
    text.reason = yaml.text(node, "reason");
    text.step = yaml.text_if_any(node, "step");
    return text;
  }
};

std::expected<Guidance, std::vector<framework::Fault>> Guidance::load(const std::filesystem::path& data_guidance_dir,
                                                                      const framework::Framework& framework) {
  Reading reading{data_guidance_dir, framework};
  if (reading.conditions() && reading.rules()) reading.words();
  reading.mechanisms();
  if (!reading.faults.empty()) return std::unexpected{std::move(reading.faults)};
  for (const auto& [language, unused] : framework.texts) reading.guidance.texts_.try_emplace(language);
  return std::move(reading.guidance);
}

std::vector<const Rule*> Guidance::that_hold(const Answers& answers, const EarlierTables& earlier) const {
  std::vector<const Rule*> found;
  for (const auto& rule : rules_) {
    if (holds(rule.when, answers, earlier)) found.push_back(&rule);
  }
  return found;
}

const Rule* Guidance::behind(std::string_view break_kind) const {
  const auto found = std::ranges::find(behind_, std::optional{std::string{break_kind}}, &Rule::said_by);
  return found == behind_.end() ? nullptr : &*found;
}

const RuleText& Guidance::text(std::string_view language, std::string_view rule) const {
  for (const auto wanted : {language, std::string_view{"en"}}) {
    const auto texts = texts_.find(wanted);
    if (texts == texts_.end()) continue;
    const auto found = texts->second.find(rule);
    if (found != texts->second.end()) return found->second;
  }
  // Loading saw to it that there is one.
  const auto other = std::ranges::find_if(texts_, [&](const auto& one) { return one.second.contains(rule); });
  return other->second.find(rule)->second;
}

std::vector<std::string> Guidance::untranslated() const {
  std::vector<std::string> missing;
  for (const auto& [language, texts] : texts_) {
    for (const auto* rules : {&rules_, &behind_}) {
      for (const auto& rule : *rules) {
        if (!texts.contains(rule.id)) missing.push_back(language + " " + rule.id);
      }
    }
  }
  return missing;
}

const std::vector<std::string>& Guidance::usual_mechanisms(std::string_view list, std::string_view kind) const {
  static const std::vector<std::string> kNone;
  const auto kinds = mechanisms_.find(list);
  if (kinds == mechanisms_.end()) return kNone;
  const auto found = kinds->second.find(kind);
  return found == kinds->second.end() ? kNone : found->second;
}

}  // namespace trivium::guidance

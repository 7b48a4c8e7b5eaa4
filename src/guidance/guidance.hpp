// What may be worth asking, given the answers: rules as content, written by people who are not programmers.
//
// Everything is read strictly: a typing mistake, an unknown facet or code, a condition that can never hold stops the
// start with file, line and reason. Words in one language are enough to start; a reader of another one is shown them
// and told so.
#pragma once

#include "guidance/condition.hpp"

namespace trivium::guidance {

struct Rule {
  std::string id;
  std::string kind;                    // stage, blockage, pitfall, contradiction
  std::string section;                 // of the reference framework
  std::string control;                 // do, influence, lobby, live_with; "" where the break says it
  std::optional<std::string> said_by;  // the kind of break that says it; this gives its reason, and has no condition
  Condition when;
  std::vector<std::string> tasks;  // the answers it looks at, in the order of the table
};

struct RuleText {
  std::string language;  // what it is written in
  std::string title;
  std::string finding;
  std::string reason;
  std::string question;
  std::string step;  // may be empty
};

// The kinds of break on the map that a rule may stand behind, as they are named there.
const std::vector<std::string>& break_kinds();

class Guidance {
 public:
  static std::expected<Guidance, std::vector<framework::Fault>> load(const std::filesystem::path& data_guidance_dir,
                                                                     const framework::Framework& framework);

  // Those with a condition.
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  // In the order of the file.
  [[nodiscard]] std::vector<const Rule*> that_hold(const Answers& answers, const EarlierTables& earlier = {}) const;
  // Why a break of this kind could matter; nullptr where nothing is said.
  [[nodiscard]] const Rule* behind(std::string_view break_kind) const;
  // English where the language is not there, and else the one that is.
  [[nodiscard]] const RuleText& text(std::string_view language, std::string_view rule) const;
  // "es rule_id": what is not there in a language of the framework.
  [[nodiscard]] std::vector<std::string> untranslated() const;
  // The mechanisms a kind of strategy, service or event usually works by.
  [[nodiscard]] const std::vector<std::string>& usual_mechanisms(std::string_view list, std::string_view kind) const;

 private:
  friend struct Reading;
  using Texts = std::map<std::string, RuleText, std::less<>>;
  using Mechanisms = std::map<std::string, std::vector<std::string>, std::less<>>;
  std::vector<Rule> rules_;
  std::vector<Rule> behind_;
  std::map<std::string, Texts, std::less<>> texts_;
  std::map<std::string, Mechanisms, std::less<>> mechanisms_;
};

}  // namespace trivium::guidance

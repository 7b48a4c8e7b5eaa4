// What may be worth asking, given the answers: rules as content, written by people who are not programmers.
//
// Everything is read strictly: a typing mistake, an unknown facet or code, a rule without its words in one language
// stops the start with file, line and reason.
#pragma once

#include "guidance/condition.hpp"

namespace trivium::guidance {

struct Rule {
  std::string id;
  std::string kind;                // stage, blockage, pitfall, contradiction
  std::string section;             // of the reference framework
  std::string control;             // do, influence, lobby, live_with
  std::vector<std::string> tasks;  // the answers it rests on
  Condition when;
};

struct RuleText {
  std::string title;
  std::string finding;
  std::string reason;
  std::string question;
  std::string step;  // may be empty
};

class Guidance {
 public:
  static std::expected<Guidance, std::vector<framework::Fault>> load(const std::filesystem::path& data_guidance_dir,
                                                                     const framework::Framework& framework);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  // In the order of the file.
  [[nodiscard]] std::vector<const Rule*> that_hold(const Answers& answers) const;
  // English where the language is not there.
  [[nodiscard]] const RuleText& text(std::string_view language, std::string_view rule) const;
  // The mechanisms a kind of strategy, service or event usually works by; the manager's own entry may say otherwise.
  [[nodiscard]] const std::vector<std::string>& usual_mechanisms(std::string_view list, std::string_view kind) const;

 private:
  using Texts = std::map<std::string, RuleText, std::less<>>;
  using Mechanisms = std::map<std::string, std::vector<std::string>, std::less<>>;
  std::vector<Rule> rules_;
  std::map<std::string, Texts, std::less<>> texts_;
  std::map<std::string, Mechanisms, std::less<>> mechanisms_;
};

}  // namespace trivium::guidance

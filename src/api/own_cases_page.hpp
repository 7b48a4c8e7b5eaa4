// Cases that the people of a cluster tell each other: what they did, what became of it, what failed. Read and told by
// those who hold a role in the cluster; changed and taken out by whoever wrote it.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "api/question_page.hpp"
#include "triangle/own_case.hpp"

namespace trivium::api {

struct OwnCaseForm {
  std::optional<triangle::CaseKind> kind;
  std::string title;
  std::string place;
  std::string cluster_name;
  std::string situation;
  std::string what_was_done;
  std::string what_it_took;
  std::string what_to_watch;
  std::string question;
  std::vector<Choice> stages;
  std::vector<Choice> mechanisms;
  std::vector<Choice> tasks;
  std::string language;
  int revision;
};
TRIVIUM_SHAPE(OwnCaseForm, kind, title, place, cluster_name, situation, what_was_done, what_it_took, what_to_watch,
              question, stages, mechanisms, tasks, language, revision)

struct OwnCaseLine {
  triangle::OwnCaseId own_case;
  triangle::CaseKind kind;
  std::string title;
  std::string told_of;
  std::string told_by;
  std::string told_in;  // language
};
TRIVIUM_SHAPE(OwnCaseLine, own_case, kind, title, told_of, told_by, told_in)

struct OwnCasesPage {  // GET /clusters/{cluster}/cases
  triangle::ClusterId cluster;
  std::string city;
  std::string name;
  bool illustration;
  std::vector<OwnCaseLine> cases;
  OwnCaseForm form;  // blank
};
TRIVIUM_SHAPE(OwnCasesPage, cluster, city, name, illustration, cases, form)

struct OwnCasePage {  // GET /clusters/{cluster}/cases/{own_case}
  triangle::ClusterId cluster;
  std::string city;
  std::string name;
  bool illustration;
  triangle::OwnCaseId own_case;
  triangle::CaseKind kind;
  std::string title;
  std::string told_of;
  std::string told_by;
  std::string told_in;  // language
  std::string situation;
  std::string what_was_done;
  std::string what_it_took;
  std::string what_to_watch;
  std::string question;
  bool mine;
  OwnCaseForm form;
  bool two_texts;  // another one was saved while this was typed: it stands above, the typed one in the form
};
TRIVIUM_SHAPE(OwnCasePage, cluster, city, name, illustration, own_case, kind, title, told_of, told_by, told_in,
              situation, what_was_done, what_it_took, what_to_watch, question, mine, form, two_texts)

struct OwnCasesAddress {
  triangle::ClusterId cluster;
};
TRIVIUM_SHAPE(OwnCasesAddress, cluster)

struct OwnCaseAddress {
  triangle::ClusterId cluster;
  triangle::OwnCaseId own_case;
};
TRIVIUM_SHAPE(OwnCaseAddress, cluster, own_case)

struct TellCase {  // POST /clusters/{cluster}/cases
  triangle::ClusterId cluster;
  triangle::CaseKind kind;
  std::optional<std::string> title;
  std::optional<std::string> place;
  std::optional<std::string> cluster_name;
  std::optional<std::string> situation;
  std::optional<std::string> what_was_done;
  std::optional<std::string> what_it_took;
  std::optional<std::string> what_to_watch;
  std::optional<std::string> question;
  std::optional<std::vector<std::string>> stages;  // codes
  std::optional<std::vector<std::string>> mechanisms;
  std::optional<std::vector<std::string>> tasks;
  std::optional<std::string> language;
};
TRIVIUM_SHAPE(TellCase, cluster, kind, title, place, cluster_name, situation, what_was_done, what_it_took,
              what_to_watch, question, stages, mechanisms, tasks, language)

struct ChangeCase {  // POST /clusters/{cluster}/cases/{own_case}
  triangle::ClusterId cluster;
  triangle::OwnCaseId own_case;
  int revision;  // the one this was typed on
  triangle::CaseKind kind;
  std::optional<std::string> title;
  std::optional<std::string> place;
  std::optional<std::string> cluster_name;
  std::optional<std::string> situation;
  std::optional<std::string> what_was_done;
  std::optional<std::string> what_it_took;
  std::optional<std::string> what_to_watch;
  std::optional<std::string> question;
  std::optional<std::vector<std::string>> stages;
  std::optional<std::vector<std::string>> mechanisms;
  std::optional<std::vector<std::string>> tasks;
  std::optional<std::string> language;
};
TRIVIUM_SHAPE(ChangeCase, cluster, own_case, revision, kind, title, place, cluster_name, situation, what_was_done,
              what_it_took, what_to_watch, question, stages, mechanisms, tasks, language)

struct SavedCase {
  triangle::OwnCaseId own_case;
  int revision;
};
TRIVIUM_SHAPE(SavedCase, own_case, revision)

struct ShowOwnCases {
  const House& house;
  Outcome<OwnCasesPage> operator()(const OwnCasesAddress& given, const Asking& asking) const;
};

struct ShowOwnCase {
  const House& house;
  Outcome<OwnCasePage> operator()(const OwnCaseAddress& given, const Asking& asking) const;
};

struct TellOwnCase {
  const House& house;
  Outcome<Done<SavedCase>> operator()(const TellCase& given, const Asking& asking) const;
};

struct ChangeOwnCase {
  const House& house;
  Outcome<Done<SavedCase>> operator()(const ChangeCase& given, const Asking& asking) const;
};

// POST /clusters/{cluster}/cases/{own_case}/remove. What people wrote about it in their tables stays.
struct RemoveOwnCase {
  const House& house;
  Outcome<Done<Noted>> operator()(const OwnCaseAddress& given, const Asking& asking) const;
};

// Both pages as they were typed, for when something has to be put right or another text is stored already.
struct ShowOwnCasesAsTyped {
  const House& house;
  Outcome<OwnCasesPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

struct ShowOwnCaseAsTyped {
  const House& house;
  Outcome<OwnCasePage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api

// The summary a manager writes at the end: key issues and bottlenecks, possible solutions, how the lessons will be
// used. It begins from what the table's agenda found, where she takes that over.
//
// Source: reference framework, section 5, step 5.
#pragma once

#include "api/open_table.hpp"
#include "document/write.hpp"
#include "triangle/closing.hpp"

namespace trivium::api {

inline constexpr int kAboutSoManyWords = 500;  // of the issues, and of the solutions; more is no mistake

struct Finding {     // of the table's agenda, to be taken over
  std::string pick;  // what the form sends
  std::string title;
  std::string finding;
  std::string question;
};
TRIVIUM_SHAPE(Finding, pick, title, finding, question)

struct ClosingPage {  // GET /assessments/{assessment}/closing
  triangle::AssessmentId assessment;
  Place place;
  std::string issues;
  std::string solutions;
  std::string lessons;
  int issue_words;
  int solution_words;
  int lesson_words;
  int about;     // so many words are meant, of the first two each
  int revision;  // 0: nothing is written yet
  bool may_hand_in;
  std::optional<shape::Instant> handed_in_at;
  std::vector<Finding> findings;  // those to begin with; only for whose it is
  std::vector<Finding> more_findings;
  SeenBy seen_by;
  SeenBy seen_by_after;  // once it is handed in
};
TRIVIUM_SHAPE(ClosingPage, assessment, place, issues, solutions, lessons, issue_words, solution_words, lesson_words,
              about, revision, may_hand_in, handed_in_at, findings, more_findings, seen_by, seen_by_after)

enum class ThenClosing { save, take_over, hand_in };
TRIVIUM_NAMES(ThenClosing, save, take_over, hand_in)

struct SaveClosing {  // POST /assessments/{assessment}/closing
  triangle::AssessmentId assessment;
  std::optional<std::string> issues;
  std::optional<std::string> solutions;
  std::optional<std::string> lessons;
  int revision;                                  // the one this was typed on; 0 the first time
  std::optional<std::vector<std::string>> take;  // findings to write below what was typed
  std::optional<ThenClosing> then;
};
TRIVIUM_SHAPE(SaveClosing, assessment, issues, solutions, lessons, revision, take, then)

struct SavedClosing {
  int revision;
};
TRIVIUM_SHAPE(SavedClosing, revision)

struct ShowClosing {
  const House& house;
  Outcome<ClosingPage> operator()(const TableAddress& given, const Asking& asking) const;
};

struct SaveOneClosing {
  const House& house;
  Outcome<Done<SavedClosing>> operator()(const SaveClosing& given, const Asking& asking) const;
};

struct WriteClosing {
  const House& house;
  const document::Workshop& workshop;
  document::Format format;
  Outcome<Download> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

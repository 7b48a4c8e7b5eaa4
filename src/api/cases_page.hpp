// The library as one table sees it: first what became of what was taken from it last round, then the cases that speak
// to this table's situation with the reasons, then the others. Nothing is counted and nothing is best.
#pragma once

#include "api/case_words.hpp"
#include "triangle/own_case.hpp"
#include "triangle/translation.hpp"

namespace trivium::api {

struct CaseLine {
  std::string told_case;
  bool own;
  triangle::CaseKind kind;
  std::string title;
  std::string told_of;
  std::string told_in;              // language
  std::vector<CaseReason> reasons;  // the first few, those first that fewest other cases have
  int more_reasons;                 // that stand in the case
  bool translated;                  // something of it is written down from this table
};
TRIVIUM_SHAPE(CaseLine, told_case, own, kind, title, told_of, told_in, reasons, more_reasons, translated)

struct NotedOutcome {
  std::string round;
  triangle::Outcome outcome;
  std::string what_happened;
  std::string language;
};
TRIVIUM_SHAPE(NotedOutcome, round, outcome, what_happened, language)

struct OutcomeConflict {
  triangle::Outcome outcome;
  std::string what_happened;
  int revision;  // what the next save has to name
};
TRIVIUM_SHAPE(OutcomeConflict, outcome, what_happened, revision)

// What was written of a case in an earlier round, to be looked at again.
struct LookBack {
  triangle::TranslationId translation;
  std::string round;
  std::string title;
  std::optional<std::string> told_case;  // where it can still be read
  std::string same;
  std::string different;
  std::string would_have_to_be_true;
  std::string language;                      // of these
  std::vector<NotedOutcome> noted;           // from the rounds between that one and this
  std::optional<triangle::Outcome> outcome;  // from this table
  std::string what_happened;
  std::string noted_in;  // language
  int revision;          // 0: nothing noted from this table yet
  bool put_right;        // what was typed for this one could not be taken
  std::string anchor;    // tells its fields from those of the others
  std::optional<OutcomeConflict> conflict;
};
TRIVIUM_SHAPE(LookBack, translation, round, title, told_case, same, different, would_have_to_be_true, language, noted,
              outcome, what_happened, noted_in, revision, put_right, anchor, conflict)

// Written from this table about a case that has been taken out since.
struct KeptTranslation {
  std::string title;
  std::string same;
  std::string different;
  std::string would_have_to_be_true;
  std::string language;
};
TRIVIUM_SHAPE(KeptTranslation, title, same, different, would_have_to_be_true, language)

struct CasesPage {  // GET /assessments/{assessment}/cases
  triangle::AssessmentId assessment;
  Place place;
  bool may_write;
  std::vector<LookBack> became;
  std::vector<CaseLine> chosen;  // with a reason
  std::vector<CaseLine> others;  // without
  std::vector<KeptTranslation> kept;
  std::optional<triangle::ClusterId> tells;  // the cluster whose own cases the reader may read and tell
  SeenBy seen_by;
};
TRIVIUM_SHAPE(CasesPage, assessment, place, may_write, became, chosen, others, kept, tells, seen_by)

struct ShowCases {
  const House& house;
  Outcome<CasesPage> operator()(const TableAddress& given, const Asking& asking) const;
};

struct NoteOutcome {                  // POST /assessments/{assessment}/translations/{translation}/outcome
  triangle::AssessmentId assessment;  // the later table
  triangle::TranslationId translation;
  int revision;  // the one this was typed on; 0 for a first one
  triangle::Outcome outcome;
  std::optional<std::string> what_happened;
  std::optional<std::string> language;
};
TRIVIUM_SHAPE(NoteOutcome, assessment, translation, revision, outcome, what_happened, language)

struct NoteWhatBecameOfIt {
  const House& house;
  Outcome<Done<Noted>> operator()(const NoteOutcome& given, const Asking& asking) const;
};

// The page as it was typed, for when something has to be put right or another text is stored already.
struct ShowCasesAsTyped {
  const House& house;
  Outcome<CasesPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api

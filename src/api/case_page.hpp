// One case, and what its reader takes from it: the translation form.
#pragma once

#include "api/case_words.hpp"
#include "triangle/own_case.hpp"
#include "triangle/translation.hpp"

namespace trivium::api {

// Saved in another window while this was being typed: both texts are shown, neither is lost.
struct TranslationConflict {
  std::string same;
  std::string different;
  std::string would_have_to_be_true;
  int revision;  // what the next save has to name
};
TRIVIUM_SHAPE(TranslationConflict, same, different, would_have_to_be_true, revision)

struct CasePage {  // GET /assessments/{assessment}/cases/{told_case}
  triangle::AssessmentId assessment;
  Place place;
  std::string told_case;
  bool own;
  triangle::CaseKind kind;
  std::string title;
  std::string told_of;
  std::string told_by;  // "" for those of the library
  std::string told_in;  // language
  std::string situation;
  std::string what_was_done;
  std::string what_it_took;   // may be empty
  std::string what_to_watch;  // may be empty
  std::string question;
  std::string section;  // of the reference framework; "" for own cases
  std::string control;  // "" for own cases
  std::vector<CaseReason> reasons;
  std::vector<FitRecord> speaks_of;
  bool may_write;
  std::string same;
  std::string different;
  std::string would_have_to_be_true;
  std::string language;  // of the translation
  int revision;          // 0: nothing written yet
  std::optional<shape::Instant> written_at;
  std::optional<TranslationConflict> conflict;
  SeenBy seen_by;
};
TRIVIUM_SHAPE(CasePage, assessment, place, told_case, own, kind, title, told_of, told_by, told_in, situation,
              what_was_done, what_it_took, what_to_watch, question, section, control, reasons, speaks_of, may_write,
              same, different, would_have_to_be_true, language, revision, written_at, conflict, seen_by)

struct CaseAddress {
  triangle::AssessmentId assessment;
  std::string told_case;
};
TRIVIUM_SHAPE(CaseAddress, assessment, told_case)

struct ShowCase {
  const House& house;
  Outcome<CasePage> operator()(const CaseAddress& given, const Asking& asking) const;
};

struct Translate {  // POST /assessments/{assessment}/cases/{told_case}/translation
  triangle::AssessmentId assessment;
  std::string told_case;
  int revision;  // the one this was typed on; 0 for a first one
  std::optional<std::string> same;
  std::optional<std::string> different;
  std::optional<std::string> would_have_to_be_true;
  std::optional<std::string> language;
};
TRIVIUM_SHAPE(Translate, assessment, told_case, revision, same, different, would_have_to_be_true, language)

struct SavedTranslation {
  triangle::TranslationId translation;
  int revision;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(SavedTranslation, translation, revision, written_at)

struct TranslateCase {
  const House& house;
  Outcome<Done<SavedTranslation>> operator()(const Translate& given, const Asking& asking) const;
};

// The page as it was typed, for when something has to be put right or another text is stored already.
struct ShowCaseAsTyped {
  const House& house;
  Outcome<CasePage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api

// What somebody takes from a case into her own place: what is the same, what is different, what would have to be true.
// It belongs to a table and is as confidential as its answers. In a later round it is looked at again from that
// round's table: what became of it.
//
// Both are written on top of a revision, as answers are: a save on an older text writes nothing and gives the stored
// one.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/assessment.hpp"

#include <expected>

namespace trivium::triangle {

using TranslationId = shape::Id<struct TranslationTag>;

struct Translation {
  TranslationId id;
  AssessmentId assessment;
  std::string told_case;  // an id of data/library, or of an own case, which may be gone since
  std::string title;      // as the case was called then
  std::string same;
  std::string different;
  std::string would_have_to_be_true;
  std::string language;
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(Translation, id, assessment, told_case, title, same, different, would_have_to_be_true, language, revision,
              written_by, written_at)

struct StaleTranslation {
  std::optional<Translation> stored;  // none: revision named, but nothing is stored
};

// Saves on top of given.revision (0: the first text). The id of a first text is new, whatever is given.
std::expected<Translation, StaleTranslation> save(store::Session& session, Translation given);
bool same_words(const Translation& one, const Translation& other);

std::optional<Translation> translation(store::Session& session, const AssessmentId& assessment,
                                       const std::string& told_case);
std::optional<Translation> translation(store::Session& session, const TranslationId& id);
std::vector<Translation> translations_of(store::Session& session, const AssessmentId& assessment);  // last written last

enum class Outcome { tried_worked, tried_did_not, not_tried, too_early };
TRIVIUM_NAMES(Outcome, tried_worked, tried_did_not, not_tried, too_early)

struct TranslationOutcome {
  TranslationId translation;
  AssessmentId assessment;  // the later one, from which it was looked at
  Outcome outcome;
  std::string what_happened;
  std::string language;
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(TranslationOutcome, translation, assessment, outcome, what_happened, language, revision, written_by,
              written_at)

struct StaleOutcome {
  std::optional<TranslationOutcome> stored;
};

std::expected<TranslationOutcome, StaleOutcome> save(store::Session& session, TranslationOutcome given);
bool same_words(const TranslationOutcome& one, const TranslationOutcome& other);

// What was noted of one translation, round by round; and everything noted from one table.
std::vector<TranslationOutcome> outcomes_of(store::Session& session, const TranslationId& translation);
std::vector<TranslationOutcome> outcomes_in(store::Session& session, const AssessmentId& assessment);

// The same person's tables in earlier rounds of the same cluster, newest first: where a translation may be looked back
// at from.
std::vector<AssessmentInRound> earlier_tables(store::Session& session, const AssessmentInRound& table);

}  // namespace trivium::triangle

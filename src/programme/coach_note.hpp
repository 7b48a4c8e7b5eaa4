// What the coaches of a table note beside its tasks, for the talk they will have. They read each other's; whose table
// it is does not.
//
// Source: reference framework, section 5, step 4.
#pragma once

#include "programme/programme.hpp"

#include <expected>

namespace trivium::programme {

using triangle::AssessmentId;

struct CoachNote {
  AssessmentId assessment;
  std::string task;
  std::string text;  // "" where it was taken back
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(CoachNote, assessment, task, text, revision, written_by, written_at)

// On top of given.revision (0: there is none yet); gives the stored one where it is another. The same twice is one.
std::expected<CoachNote, std::optional<CoachNote>> note(store::Session& session, CoachNote given);
std::optional<CoachNote> note_on(store::Session& session, const AssessmentId& assessment, const std::string& task);
// Those that say something.
std::vector<CoachNote> notes_on(store::Session& session, const AssessmentId& assessment);

}  // namespace trivium::programme

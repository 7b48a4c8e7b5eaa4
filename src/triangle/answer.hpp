// What somebody answered to one of the 32 tasks, and every text it had before.
//
// A write names the revision it was made on. Where the stored one is newer, nothing is written and the stored
// answer is given back, so that both texts can be shown and neither is lost.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"
#include "triangle/standing.hpp"

#include <expected>

namespace trivium::triangle {

struct Answer {
  AssessmentId assessment;
  std::string task;
  std::optional<Standing> standing;
  std::optional<Confidence> confidence;
  std::string notes;
  std::string evidence;
  shape::Json facets;  // as framework/facets.hpp reads them
  std::string language;
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(Answer, assessment, task, standing, confidence, notes, evidence, facets, language, revision, written_by,
              written_at)

struct Look {
  AssessmentId assessment;
  std::string task;
  PersonId person;
  shape::Instant looked_at;
};
TRIVIUM_SHAPE(Look, assessment, task, person, looked_at)

struct Stale {
  std::optional<Answer> stored;  // none: revision named, but nothing is stored
};

// Saves on top of given.revision (0: the first text); the stored answer has revision + 1.
// The same text twice is one save: a repeated request after a lost reply gets the answer it already made.
std::expected<Answer, Stale> save(store::Session& session, Answer given);

std::optional<Answer> answer(store::Session& session, const AssessmentId& assessment, const std::string& task);
std::vector<Answer> answers_of(store::Session& session, const AssessmentId& assessment);
std::vector<Answer> versions_of(store::Session& session, const AssessmentId& assessment,
                                const std::string& task);  // newest first

std::vector<Look> looks_at(store::Session& session, const AssessmentId& assessment);
void note_look(store::Session& session, const Look& look);

bool same_words(const Answer& one, const Answer& other);
bool empty(const Answer& answer);
TaskState state_of(const Answer* answer);

}  // namespace trivium::triangle

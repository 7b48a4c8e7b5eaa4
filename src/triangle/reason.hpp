// Why an answer differs from the last round's, in the manager's words. One to a task; a blank one is taken back.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

#include <expected>

namespace trivium::triangle {

using ReasonId = shape::Id<struct ReasonTag>;

struct Reason {
  ReasonId id;
  AssessmentId assessment;
  std::string task;
  std::string because;
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(Reason, id, assessment, task, because, revision, written_by, written_at)

std::vector<Reason> reasons_of(store::Session& session, const AssessmentId& assessment);

// Saves on top of given.revision (0: the first). False where another window has saved since: nothing is written.
// Blank words take it back.
bool save(store::Session& session, const Reason& given);

}  // namespace trivium::triangle

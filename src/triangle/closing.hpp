// What a manager writes at the end: the key issues and bottlenecks of the work, what could solve them, and how the
// lessons will be used. One beside each table; nobody else reads it before it is handed in.
//
// Source: reference framework, section 5, step 5.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

#include <expected>

namespace trivium::triangle {

struct Closing {
  AssessmentId assessment;
  std::string issues;
  std::string solutions;
  std::string lessons;
  std::string language;
  int revision;
  shape::Instant written_at;
  std::optional<shape::Instant> handed_in_at{};
};
TRIVIUM_SHAPE(Closing, assessment, issues, solutions, lessons, language, revision, written_at, handed_in_at)

struct StaleClosing {
  std::optional<Closing> stored;  // none: revision named, but nothing is stored
};

// Saves on top of given.revision (0: the first text); the same words twice are one save. Whether it is handed in stays
// as it is.
std::expected<Closing, StaleClosing> save(store::Session& session, Closing given);
std::optional<Closing> closing(store::Session& session, const AssessmentId& assessment);

// Hands in once; a second time keeps the first moment.
void hand_in(store::Session& session, const AssessmentId& assessment, const shape::Instant& now);

}  // namespace trivium::triangle

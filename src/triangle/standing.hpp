// How an answer stands. Nothing at all, "I do not know yet", "does not apply" and "rather not say" are four
// different things to a coach and are kept apart everywhere.
#pragma once

#include "shape/names.hpp"

namespace trivium::triangle {

enum class Standing { answered, not_known_yet, does_not_apply, rather_not_say };
TRIVIUM_NAMES(Standing, answered, not_known_yet, does_not_apply, rather_not_say)

enum class Confidence { guess, experience, evidence };
TRIVIUM_NAMES(Confidence, guess, experience, evidence)

// What the task list says. in_progress: something is typed, not only looked at, and nobody has said that it stands.
enum class TaskState { not_started, in_progress, answered, not_known_yet, does_not_apply, rather_not_say };
TRIVIUM_NAMES(TaskState, not_started, in_progress, answered, not_known_yet, does_not_apply, rather_not_say)

enum class AssessmentState { not_started, in_progress, sent };
TRIVIUM_NAMES(AssessmentState, not_started, in_progress, sent)

enum class Vertex { A, B, C };
TRIVIUM_NAMES(Vertex, A, B, C)

}  // namespace trivium::triangle

// One text an answer had, by its revision.
#pragma once

#include "triangle/answer.hpp"

namespace trivium::triangle {

// Nothing where there was none, or where it is not kept.
std::optional<Answer> version(store::Session& session, const AssessmentId& assessment, const std::string& task,
                              int revision);

}  // namespace trivium::triangle

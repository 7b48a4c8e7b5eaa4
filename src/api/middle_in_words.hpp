// The middle of the triangle in sentences: understand, mobilise, implement.
#pragma once

#include "api/fit_of.hpp"

namespace trivium::api {

std::vector<FitCapacity> middle_in_words(const FitSources& from, const std::vector<fit::Chain>& chains);

// Whether the middle looks at the answer to this task.
bool in_the_middle(const framework::Task& task);

}  // namespace trivium::api

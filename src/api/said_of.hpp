// An answer as fit/ compares it with a colleague's: what can be held against each other, and nothing that is only told
// in words.
#pragma once

#include "api/wording.hpp"
#include "fit/difference.hpp"
#include "framework/framework.hpp"
#include "triangle/answer.hpp"

namespace trivium::api {

fit::Said said_of(const framework::Task& task, const triangle::Answer* answer);

}  // namespace trivium::api

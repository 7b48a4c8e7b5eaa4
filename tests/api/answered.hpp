// An answer as it is stored when somebody called it answered.
#pragma once

#include "triangle/answer.hpp"

#include <utility>

namespace trivium::api {

inline triangle::Answer answered(const std::string& task, shape::Json facets) {
  triangle::Answer answer{};
  answer.task = task;
  answer.standing = triangle::Standing::answered;
  answer.facets = std::move(facets);
  answer.language = "en";
  return answer;
}

}  // namespace trivium::api

// Which answer feeds which later view. Nobody fills in a task for nothing: a test holds this list against the views.
#pragma once

#include "framework/framework.hpp"
#include "guidance/guidance.hpp"
#include "shape/names.hpp"
#include "words/words.hpp"

namespace trivium::api {

enum class View { fit_map, sides, lean, middle, agenda, stage, cases, since, together, comparison };
TRIVIUM_NAMES(View, fit_map, sides, lean, middle, agenda, stage, cases, since, together, comparison)

struct Use {
  std::string task;
  std::vector<View> views;         // in the order of the names
  std::vector<std::string> rules;  // of guidance that look at it, by id
  // What is written is shown again and laid side by side; what it says decides nothing. Whether it was answered, and on
  // what ground, counts all the same.
  bool only_shown_again;
};

// One per task, in the order of the table.
std::vector<Use> uses(const framework::Framework& framework, const guidance::Guidance& guidance);

// A line for each task with the views it feeds, and one with the rules that look at it.
std::string uses_as_text(const words::Words& words, const std::string& language, const framework::Framework& framework,
                         const guidance::Guidance& guidance);

}  // namespace trivium::api

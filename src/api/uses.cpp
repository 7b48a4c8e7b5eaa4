#include "api/uses.hpp"

#include "api/middle_in_words.hpp"
#include "api/picture_of.hpp"

#include <algorithm>

namespace trivium::api {

std::vector<Use> uses(const framework::Framework& framework, const guidance::Guidance& guidance) {
  const auto in_picture = [](const std::string& task) {
    return std::ranges::find(tasks_of_the_picture(), task) != tasks_of_the_picture().end();
  };
  std::vector<Use> all;
  for (const auto& task : framework.tasks) {
    Use use{.task = task.id, .views = {}, .rules = {}};
    for (const auto& rule : guidance.rules()) {
      if (guidance::tasks_in(rule.when).contains(task.id)) use.rules.push_back(rule.id);
    }
    if (in_picture(task.id)) use.views.push_back(View::fit_map);
    if (in_the_middle(task)) use.views.push_back(View::middle);
    if (in_picture(task.id) || !use.rules.empty()) use.views.push_back(View::agenda);
    all.push_back(std::move(use));
  }
  return all;
}

}  // namespace trivium::api

#include "api/uses.hpp"

#include "api/comparison_page.hpp"
#include "api/contradictions.hpp"
#include "api/middle_in_words.hpp"
#include "api/picture_of.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace trivium::api {
namespace {

// What the cluster makes, and three lists in words at the end of the policy and of the practice. None of it has codes
// that could be held against something else; each is read by people: the manager, colleagues and coaches, the visit.
bool only_shown_again(const std::string& task) {
  constexpr std::array<std::string_view, 3> kInWords{"A1", "B_sum", "C_sum"};
  return std::ranges::find(kInWords, task) != kInWords.end();
}

}  // namespace

std::vector<Use> uses(const framework::Framework& framework, const guidance::Guidance& guidance) {
  const auto in_picture = [](const std::string& task) {
    return std::ranges::find(tasks_of_the_picture(), task) != tasks_of_the_picture().end();
  };
  const auto weighed = [](const std::string& task) {
    return std::ranges::find(tasks_of_the_sides(), task) != tasks_of_the_sides().end();
  };
  std::vector<Use> all;
  for (const auto& task : framework.tasks) {
    Use use{.task = task.id, .views = {}, .rules = {}, .only_shown_again = only_shown_again(task.id)};
    for (const auto& rule : guidance.rules()) {
      if (guidance::tasks_in(rule.when).contains(task.id)) use.rules.push_back(rule.id);
    }
    if (in_picture(task.id)) use.views.push_back(View::fit_map);
    if (weighed(task.id)) use.views.insert(use.views.end(), {View::sides, View::lean});
    if (in_the_middle(task)) use.views.push_back(View::middle);
    if (in_picture(task.id) || !use.rules.empty()) use.views.push_back(View::agenda);
    if (std::ranges::find(tasks_of_the_claims(), task.id) != tasks_of_the_claims().end())
      use.views.push_back(View::stage);
    // What is left open chooses cases; rounds and colleagues are compared in every answer.
    use.views.insert(use.views.end(), {View::cases, View::since, View::together});
    if (compared_across_cities(task)) use.views.push_back(View::comparison);
    all.push_back(std::move(use));
  }
  return all;
}

std::string uses_as_text(const words::Words& words, const std::string& language, const framework::Framework& framework,
                         const guidance::Guidance& guidance) {
  const auto& texts = *framework.in(language);
  std::string text;
  for (const auto& use : uses(framework, guidance)) {
    std::vector<std::string> views;
    for (const auto view : use.views) views.push_back(words.say(language, "view." + std::string{shape::name_of(view)}));
    text += fmt::format("{:<6} {:<44} {}\n", use.task, texts.task(use.task).title, fmt::join(views, ", "));
    if (use.only_shown_again) text += fmt::format("{:<6} {}\n", "", words.say(language, "view.only_shown_again"));
    if (!use.rules.empty())
      text += fmt::format("{:<6} {} {}\n", "", words.say(language, "view.rules"), fmt::join(use.rules, ", "));
  }
  return text;
}

}  // namespace trivium::api

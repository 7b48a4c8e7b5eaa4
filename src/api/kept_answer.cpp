#include "api/kept_answer.hpp"

#include "api/rows_stay.hpp"
#include "framework/problem_names.hpp"
#include "triangle/answer_version.hpp"

namespace trivium::api {
namespace {

constexpr const char* kProblems = "A_sum";

// Only where something names them.
shape::Json problems_of(store::Session& session, const triangle::AssessmentId& table, const shape::Json& facets) {
  if (!framework::names_problems(facets)) return shape::Json::array();
  const auto answer = triangle::answer(session, table, kProblems);
  return answer ? framework::problems_in(answer->facets) : shape::Json::array();
}

}  // namespace

AnswersByTask answers_by_task(store::Session& session, const triangle::AssessmentId& table) {
  AnswersByTask by_task;
  for (auto& answer : triangle::answers_of(session, table)) {
    std::string task = answer.task;
    by_task.emplace(std::move(task), std::move(answer));
  }
  const auto problems = by_task.find(kProblems);
  const auto rows = problems == by_task.end() ? shape::Json::array() : framework::problems_in(problems->second.facets);
  for (auto& [task, answer] : by_task) framework::name_by_place(answer.facets, rows);
  return by_task;
}

std::optional<triangle::Answer> kept_answer(store::Session& session, const triangle::AssessmentId& table,
                                            const std::string& task) {
  auto answer = triangle::answer(session, table, task);
  if (answer) framework::name_by_place(answer->facets, problems_of(session, table, answer->facets));
  return answer;
}

std::optional<triangle::Answer> kept_version(store::Session& session, const triangle::AssessmentId& table,
                                             const std::string& task, int revision) {
  auto answer = triangle::version(session, table, task, revision);
  if (answer) framework::name_by_place(answer->facets, problems_of(session, table, answer->facets));
  return answer;
}

std::vector<triangle::Answer> kept_versions(store::Session& session, const triangle::AssessmentId& table,
                                            const std::string& task) {
  auto versions = triangle::versions_of(session, table, task);
  for (auto& version : versions) framework::name_by_place(version.facets, problems_of(session, table, version.facets));
  return versions;
}

std::expected<triangle::Answer, triangle::Stale> keep_answer(store::Session& session, triangle::Answer given,
                                                             std::optional<int> problems_as_of) {
  const auto table = given.assessment;
  const auto by_place = [&](shape::Json& facets) {
    framework::name_by_place(facets, problems_of(session, table, facets));
  };
  const auto then = problems_as_of && framework::names_problems(given.facets)
                        ? triangle::version(session, table, kProblems, *problems_as_of)
                        : std::nullopt;
  framework::name_by_row(given.facets,
                         then ? framework::problems_in(then->facets) : problems_of(session, table, given.facets));
  if (const auto before = triangle::answer(session, table, given.task)) stay_with_texts(given.facets, before->facets);
  auto saved = triangle::save(session, std::move(given));
  if (saved) by_place(saved->facets);
  else if (saved.error().stored) by_place(saved.error().stored->facets);
  return saved;
}

}  // namespace trivium::api

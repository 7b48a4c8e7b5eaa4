#include "api/exported_answers.hpp"

#include "api/answer_reading.hpp"

#include <fmt/format.h>

#include <set>

namespace trivium::api {

std::expected<std::vector<triangle::Answer>, shape::Flaws> answers_in(const ExportedTable& table,
                                                                      const framework::Framework& framework,
                                                                      const std::string& pointer) {
  std::vector<triangle::Answer> answers;
  shape::Flaws flaws;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.answers.size(); ++i) {
    const auto& given = table.answers[i];
    const std::string here = fmt::format("{}/answers/{}", pointer, i);
    const auto* task = framework.task(given.task);
    if (task == nullptr) {
      flaws.push_back({here + "/task", "flaw.unknown_task", {{"task", given.task}}});
      continue;
    }
    if (!seen.insert(given.task).second) flaws.push_back({here + "/task", "flaw.task_twice", {{"task", given.task}}});
    check_language(given.language, here + "/language", flaws);
    auto facets = facets_of(*task, given.facets, here + "/facets", flaws);
    answers.push_back({.assessment = {},
                       .task = given.task,
                       .standing = given.standing,
                       .confidence = given.confidence,
                       .notes = given.notes,
                       .evidence = given.evidence,
                       .facets = std::move(facets),
                       .language = given.language,
                       .revision = 0,
                       .written_by = {},
                       .written_at = given.written_at});
  }
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return answers;
}

}  // namespace trivium::api

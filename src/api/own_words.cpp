#include "api/own_words.hpp"

#include "framework/problem_names.hpp"
#include "shape/text.hpp"

#include <algorithm>
#include <iterator>

namespace trivium::api {
namespace {

bool names_instruments(const Field& field) { return field.id == "carries_out"; }
bool names_problems(const Field& field) { return field.id == "problems"; }

// The texts of a task's rows, in their order; a row without one holds its place.
std::vector<std::string> texts_in(const AnswersByTask& answers, const char* task, const char* facet) {
  std::vector<std::string> texts;
  const auto answer = answers.find(task);
  if (answer == answers.end()) return texts;
  const auto rows = answer->second.facets.find(facet);
  if (rows == answer->second.facets.end()) return texts;
  for (const auto& row : *rows) texts.push_back(shape::trimmed(row.value("text", std::string{})));
  return texts;
}

template <class Do>
void each_column(std::vector<Field>& fields, const Do& with) {
  for (auto& field : fields) {
    for (auto& row : field.rows) {
      for (auto& column : row.columns) with(column);
    }
  }
}

}  // namespace

bool ask_for_own_words(const std::vector<Field>& fields) {
  return std::ranges::any_of(fields, [](const Field& field) {
    return !field.rows.empty() && std::ranges::any_of(field.rows.front().columns, [](const Field& column) {
      return names_instruments(column) || names_problems(column);
    });
  });
}

void offer_own_words(std::vector<Field>& fields, const AnswersByTask& answers) {
  const auto problems = texts_in(answers, "A_sum", "demands");
  auto instruments = texts_in(answers, "B3", "strategies");
  std::ranges::move(texts_in(answers, "B4", "services"), std::back_inserter(instruments));
  std::erase(instruments, "");
  each_column(fields, [&](Field& column) {
    if (names_instruments(column)) column.offered = instruments;
    if (!names_problems(column)) return;
    for (auto& choice : column.choices) {
      const auto place = static_cast<std::size_t>(std::ranges::find(framework::kProblemPlaces, choice.code) -
                                                  framework::kProblemPlaces.begin());
      if (place < problems.size() && !problems[place].empty()) choice.label += ": " + problems[place];
    }
  });
}

}  // namespace trivium::api

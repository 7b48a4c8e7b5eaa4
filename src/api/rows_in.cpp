#include "api/rows_in.hpp"

namespace trivium::api {

const shape::Json& rows_in(const AnswersByTask& answers, const std::string& task, const char* facet) {
  static const shape::Json kNone = shape::Json::array();
  const auto answer = answers.find(task);
  if (answer == answers.end()) return kNone;
  const auto found = answer->second.facets.find(facet);
  return found != answer->second.facets.end() && found->is_array() ? *found : kNone;
}

std::vector<std::size_t> told_rows(const shape::Json& rows) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!text_in(rows[i], "text").empty()) places.push_back(i);
  }
  return places;
}

std::string text_in(const shape::Json& row, const char* member) {
  const auto found = row.find(member);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string facet_text(const AnswersByTask& answers, const std::string& task, const char* facet) {
  const auto answer = answers.find(task);
  return answer == answers.end() ? std::string{} : text_in(answer->second.facets, facet);
}

}  // namespace trivium::api

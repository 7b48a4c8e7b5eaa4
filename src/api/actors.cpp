#include "api/actors.hpp"

#include <algorithm>

namespace trivium::api {

std::vector<std::string> actors_in(const std::string& text, const std::set<std::string>& everybody) {
  std::vector<std::string> actors;
  std::string::size_type from = 0;
  while (from <= text.size()) {
    const auto to = std::min(text.find_first_of(",;\n", from), text.size());
    const auto actor = wording(text.substr(from, to - from));
    from = to + 1;
    const bool in_general = !actor.words.empty() && std::ranges::all_of(actor.words, [&](const auto& word) {
      return everybody.contains(word);
    });
    if (!actor.text.empty() && !in_general) actors.push_back(actor.text);
  }
  return actors;
}

void Meetings::add(const char* task, const std::string& text) {
  if (text.empty()) return;
  entries.push_back(wording(text));
  if (tasks.empty() || tasks.back() != task) tasks.emplace_back(task);
}

Meetings meetings_in(const AnswersByTask& answers) {
  Meetings met;
  for (const char* facet : {"firms_about", "others_about"}) met.add("C3", facet_text(answers, "C3", facet));
  for (const char* facet : {"regional_about", "national_about"}) met.add("C4", facet_text(answers, "C4", facet));
  for (const auto& row : rows_in(answers, "C8", "practices")) met.add("C8", text_in(row, "text"));
  for (const auto& row : rows_in(answers, "C9", "introductions")) met.add("C9", text_in(row, "who"));
  if (met.entries.empty()) return met;
  for (const auto& row : rows_in(answers, "B4", "services")) met.add("B4", text_in(row, "taken_up_by"));
  for (const auto& row : rows_in(answers, "B7", "commitments")) met.add("B7", text_in(row, "actor"));
  return met;
}

std::vector<std::string> unmet(const std::vector<std::string>& actors, const Meetings& met) {
  std::vector<std::string> found;
  if (met.entries.empty()) return found;
  std::ranges::copy_if(actors, std::back_inserter(found), [&](const std::string& text) {
    const auto actor = wording(text);
    return std::ranges::none_of(met.entries,
                                [&](const Wording& entry) { return naming(entry, actor) >= Naming::most; });
  });
  return found;
}

}  // namespace trivium::api

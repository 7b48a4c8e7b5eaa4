#include "api/word_origin.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string_view>

namespace trivium::api {
namespace {

constexpr std::string_view kTable = "Trivium table";
constexpr std::string_view kQuestionSet = "Trivium question set";
constexpr std::string_view kLanguage = "Trivium language";
constexpr std::string_view kRevisions = "Trivium revisions ";  // and the vertex: Word takes 255 characters of each

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (trouble != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::string value_of(const std::vector<document::Fact>& facts, std::string_view name) {
  const auto found = std::ranges::find(facts, name, &document::Fact::name);
  return found == facts.end() ? std::string{} : found->value;
}

}  // namespace

std::vector<document::Fact> facts_of(const OpenTable& open, const std::map<std::string, triangle::Answer>& answers) {
  std::vector<document::Fact> facts{{std::string{kTable}, open.table.id.text},
                                    {std::string{kQuestionSet}, std::to_string(open.table.question_set)},
                                    {std::string{kLanguage}, open.language}};
  for (const auto& task : open.framework.tasks) {
    const std::string name = std::string{kRevisions} + task.vertex;
    if (facts.back().name != name) facts.push_back({name, {}});
    const auto answer = answers.find(task.id);
    if (answer != answers.end()) facts.back().value += task.id + "=" + std::to_string(answer->second.revision) + " ";
  }
  return facts;
}

std::optional<WordOrigin> origin_in(const std::vector<document::Fact>& facts) {
  const auto set = number(value_of(facts, kQuestionSet));
  WordOrigin origin{.table = value_of(facts, kTable),
                    .question_set = set.value_or(0),
                    .language = value_of(facts, kLanguage),
                    .written = {}};
  if (origin.table.empty() || origin.language.empty() || !set) return std::nullopt;
  for (const auto& fact : facts) {
    if (!fact.name.starts_with(kRevisions)) continue;
    std::istringstream stream{fact.value};
    for (std::string one; stream >> one;) {
      const auto equals = one.find('=');
      if (equals == std::string::npos) continue;
      if (const auto revision = number(std::string_view{one}.substr(equals + 1)))
        origin.written[one.substr(0, equals)] = *revision;
    }
  }
  return origin;
}

}  // namespace trivium::api

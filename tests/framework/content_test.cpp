#include "places.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::framework {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words{{}};
  for (const char c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalpha(letter) != 0 || letter >= 0x80U) words.back() += static_cast<char>(std::tolower(letter));
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Every text of a language, with a name for it.
void each_text(const Texts& texts, const std::function<void(const std::string& where, const std::string& text)>& look) {
  for (const auto& [id, vertex] : texts.vertices) {
    for (const auto& text : {vertex.name, vertex.question, vertex.sum_up}) look("vertex " + id, text);
  }
  for (const auto& [id, task] : texts.tasks) {
    for (const auto& text : {task.title, task.question, task.why, task.example}) look(id, text);
    for (const auto& hint : task.hints) look(id + " hint", hint);
    for (const auto& [facet, words] : task.facets) {
      look(id + " " + facet, words.label);
      look(id + " " + facet, words.hint);
      for (const auto& [column, label] : words.columns) look(id + " " + facet + " " + column, label);
    }
  }
  for (const auto& [list, labels] : texts.lists) {
    for (const auto& [code, label] : labels) look(list + " " + code, label);
  }
}

TEST_CASE("the shipped question set holds together, in English and in Spanish") {
  const auto& framework = shipped();
  CHECK(framework.version == 1);
  CHECK(framework.in("en") != nullptr);
  CHECK(framework.in("es") != nullptr);
  CHECK(framework.in("xx") == nullptr);
}

TEST_CASE("there are 32 tasks: 8, 9 and 12 questions, and one sum-up at the end of each vertex") {
  std::vector<std::string> ids;
  for (const auto& task : shipped().tasks) ids.push_back(task.id);
  std::vector<std::string> expected;
  for (const auto& [vertex, questions] : {std::pair{"A", 8}, std::pair{"B", 9}, std::pair{"C", 12}}) {
    for (int number = 1; number <= questions; ++number) expected.push_back(vertex + std::to_string(number));
    expected.push_back(std::string{vertex} + "_sum");
  }
  CHECK(ids == expected);
  CHECK(ids.size() == 32);
}

TEST_CASE("a task is marked with its number in the vertex, a sum-up with Σ") {
  CHECK(shipped().task("A5")->mark() == "5");
  CHECK(shipped().task("C12")->mark() == "12");
  CHECK(shipped().task("B_sum")->mark() == "Σ");
  CHECK(shipped().task("A9") == nullptr);
}

TEST_CASE("the cluster's sum-up asks for exactly three problems, weighed from 1 to 5") {
  const auto* demands = shipped().task("A_sum")->facet("demands");
  REQUIRE(demands != nullptr);
  CHECK(demands->max_rows == 3);
  CHECK(demands->suggested_rows == 3);
  std::vector<std::string> columns;
  for (const auto& column : demands->columns) columns.push_back(column.id);
  CHECK(columns == std::vector<std::string>{"text", "weight", "mechanisms", "cause", "scale", "actors"});
  CHECK(demands->columns[1].min == 1);
  CHECK(demands->columns[1].max == 5);
}

TEST_CASE("the sum-ups of policy and practice are three lists of lines each") {
  for (const auto* id : {"B_sum", "C_sum"}) {
    const auto& facets = shipped().task(id)->facets;
    CHECK(facets.size() == 3);
    CHECK(std::ranges::all_of(facets, [](const Facet& facet) { return facet.kind == Kind::lines; }));
  }
}

TEST_CASE("meetings are counted in times a week and travel in times a month") {
  CHECK(shipped().task("C3")->facet("firms")->unit == "per_week");
  CHECK(shipped().task("C4")->facet("national")->unit == "per_week");
  CHECK(shipped().task("C5")->facet("reports")->unit == "per_week");
  CHECK(shipped().task("C6")->facet("trips")->unit == "per_month");
}

TEST_CASE("a title has at most five words and no two tasks share one") {
  for (const auto& [language, texts] : shipped().texts) {
    std::set<std::string> titles;
    for (const auto& [id, task] : texts.tasks) {
      CAPTURE(language);
      CAPTURE(id);
      CHECK(std::ranges::count(task.title, ' ') + 1 <= 5);
      CHECK(titles.insert(task.title).second);
    }
  }
}

TEST_CASE("a task has three to six hints of at most 140 characters") {
  for (const auto& [language, texts] : shipped().texts) {
    for (const auto& [id, task] : texts.tasks) {
      CAPTURE(language);
      CAPTURE(id);
      CHECK(task.hints.size() >= 3);
      CHECK(task.hints.size() <= 6);
      for (const auto& hint : task.hints) {
        CAPTURE(hint);
        CHECK(characters(hint) <= 140);
      }
    }
  }
}

TEST_CASE("the hint beside a field is short enough to be read aloud with it") {
  for (const auto& [language, texts] : shipped().texts) {
    for (const auto& [id, task] : texts.tasks) {
      for (const auto& [facet, words] : task.facets) {
        CAPTURE(id);
        CHECK(characters(words.hint) <= 140);
      }
    }
  }
}

TEST_CASE("nobody is told of errors, submitting or users") {
  const std::set<std::string> unwelcome{"error",   "errors",   "invalid",  "submit",  "submitted", "user",     "users",
                                        "errores", "inválido", "inválida", "usuario", "usuaria",   "usuarios", "usted"};
  for (const auto& [language, texts] : shipped().texts) {
    each_text(texts, [&](const std::string& where, const std::string& text) {
      for (const auto& word : words_in(text)) {
        CAPTURE(language);
        CAPTURE(where);
        CHECK_FALSE(unwelcome.contains(word));
      }
    });
  }
}

TEST_CASE("no question, reason, hint or example is left in English in the Spanish words") {
  const auto& english = *shipped().in("en");
  const auto& spanish = *shipped().in("es");
  for (const auto& [id, task] : english.tasks) {
    CAPTURE(id);
    const auto& other = spanish.task(id);
    CHECK(task.title != other.title);
    CHECK(task.question != other.question);
    CHECK(task.why != other.why);
    CHECK(task.example != other.example);
    CHECK(task.hints.size() == other.hints.size());
    for (const auto& hint : task.hints) CHECK(std::ranges::find(other.hints, hint) == other.hints.end());
  }
}

TEST_CASE("a code is shown with its label, one that has left the list as it was written") {
  const auto& english = *shipped().in("en");
  CHECK(english.code("stage", "maturity") == "Maturity");
  CHECK(english.code("stage", "second_youth") == "second_youth");
  CHECK(english.unit("per_week") == "times a week");
}

}  // namespace
}  // namespace trivium::framework

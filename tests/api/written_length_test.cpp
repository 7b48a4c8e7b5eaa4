// How much is written in an answer, and the bar that shows it.
#include "api/written_length.hpp"

#include "api/answered.hpp"
#include "framework/question_sets.hpp"

#include <doctest/doctest.h>

namespace trivium::api {
namespace {

const framework::Task& task(const std::string& id) {
  static const auto sets =
      framework::QuestionSets::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/framework").value();
  return *sets.newest().task(id);
}

std::size_t written(const std::string& id, const char* facets) {
  const auto answer = answered(id, shape::Json::parse(facets));
  return characters_written(task(id), &answer);
}

}  // namespace

TEST_CASE("where nothing is typed nothing is written") {
  CHECK(characters_written(task("A5"), nullptr) == 0);
  CHECK(written("A5", "{}") == 0);
  auto blank = answered("A5", shape::Json::object());
  blank.notes = " \n ";
  CHECK(characters_written(task("A5"), &blank) == 0);
}

TEST_CASE("notes and evidence count in characters, without the blanks around them") {
  auto answer = answered("A5", shape::Json::object());
  answer.notes = " Málaga\n";
  answer.evidence = "año 1";
  CHECK(characters_written(task("A5"), &answer) == 11);
}

TEST_CASE("what is ticked or given as a number has no length, an entry of one's own has its own") {
  CHECK(written("A8", R"({"stage": "maturity"})") == 0);
  CHECK(written("A8", R"({"stage": {"own": "Waking"}})") == 6);
  CHECK(written("A_sum", R"({"demands": [{"weight": 4, "mechanisms": ["matching"], "scale": "national"}]})") == 0);
  CHECK(written("A_sum", R"({"demands": [{"mechanisms": ["matching", {"own": "luck"}]}]})") == 4);
}

TEST_CASE("texts count in every row, their ids do not") {
  CHECK(written("A_sum", R"({"demands": [{"id": "d1", "text": "Editors leave", "weight": 4}, {"text": "Rent"}]})") ==
        17);
}

TEST_CASE("a facet that the task no longer asks for has no length") {
  CHECK(written("A8", R"({"gone": "words"})") == 0);
}

TEST_CASE("a bar has as many steps as the lengths that are passed, five at most") {
  CHECK(steps_of(0) == 0);
  CHECK(steps_of(1) == 1);
  CHECK(steps_of(100) == 1);
  CHECK(steps_of(101) == 2);
  CHECK(steps_of(250) == 2);
  CHECK(steps_of(500) == 3);
  CHECK(steps_of(1'000) == 4);
  CHECK(steps_of(1'001) == 5);
  CHECK(steps_of(100'000) == 5);
}

}  // namespace trivium::api

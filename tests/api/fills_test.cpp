// 32 tasks in three groups: what the task list says is counted again, independently, from what was given.
#include "api/home_page.hpp"
#include "api/lund.hpp"

#include <algorithm>
#include <map>

namespace trivium::api {
namespace {

using triangle::Standing;
using triangle::TaskState;

struct Given {
  bool says = false;     // notes, facets or evidence
  bool answers = false;  // notes or facets
  std::optional<Standing> standing;
};

// The rule in words: a standing counts as given, except that "answered" needs something that was said; without one,
// whoever left a text is in the middle of it, and whoever only opened the page has not begun.
TaskState expected_state(const Given& given) {
  if (given.standing == Standing::not_known_yet) return TaskState::not_known_yet;
  if (given.standing == Standing::does_not_apply) return TaskState::does_not_apply;
  if (given.standing == Standing::rather_not_say) return TaskState::rather_not_say;
  if (given.standing == Standing::answered && given.answers) return TaskState::answered;
  return given.says ? TaskState::in_progress : TaskState::not_started;
}

void fill_and_count(Lund& lund, unsigned seed) {
  by_chance::Chance chance{seed};
  const auto from = static_cast<triangle::Vertex>(seed % 3);
  const auto table = lund.table(lund.ana, from);
  const auto asking = lund.asking(lund.ana);
  std::map<std::string, Given> given_by_task;
  for (const auto& task : our_questions().newest().tasks) {
    auto& given = given_by_task[task.id];
    if (by_chance::one_in(chance, 3))
      REQUIRE(ShowQuestion{lund.house}({.assessment = table, .task = task.id, .back = {}, .more = {}}, asking));
    if (by_chance::one_in(chance, 4)) continue;
    const auto answer = any_answer(table, task, chance);
    const auto saved = SaveOneAnswer{lund.house}(answer, asking);
    REQUIRE(saved);
    given.answers = answer.notes.has_value() || !saved->record.facets.empty();
    given.says = given.answers || answer.evidence.has_value();
    if (answer.standing) given.standing = shape::named<Standing>(shape::name_of(*answer.standing));
  }
  lund.settle_down();

  const auto home = ShowHome{lund.house}({.assessment = table}, asking);
  REQUIRE(home);
  CHECK(home->started_from == from);
  REQUIRE(home->groups.size() == 3);
  std::map<triangle::Vertex, int> sizes;
  int lines = 0;
  for (const auto& group : home->groups) {
    int touched = 0;
    for (const auto& line : group.tasks) {
      CAPTURE(line.task);
      const auto& given = given_by_task.at(line.task);
      CHECK(shape::name_of(line.state) == shape::name_of(expected_state(given)));
      const bool touches = given.says || (given.standing && *given.standing != Standing::answered);
      touched += touches ? 1 : 0;
      ++lines;
    }
    CHECK(group.touched == touched);
    CHECK(group.total == static_cast<int>(group.tasks.size()));
    sizes[group.vertex] = group.total;
  }
  CHECK(lines == 32);
  CHECK(sizes == std::map<triangle::Vertex, int>{
                     {triangle::Vertex::A, 9}, {triangle::Vertex::B, 10}, {triangle::Vertex::C, 13}});
}

}  // namespace

TEST_CASE("the states of 200 random tables equal an independent count") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const unsigned fills = database.server ? 40 : 200;
    for (unsigned seed = 0; seed < fills; ++seed) {
      CAPTURE(database.name);
      CAPTURE(seed);
      fill_and_count(lund, seed);
    }
  }
}

TEST_CASE("from A, B or C: Continue goes through all 32 tasks, each once, from the vertex one began with") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  Lund lund{fresh.url};
  const std::map<triangle::Vertex, std::string> first{
      {triangle::Vertex::A, "A1"}, {triangle::Vertex::B, "B1"}, {triangle::Vertex::C, "C1"}};
  for (const auto& [from, task] : first) {
    const auto table = lund.table(lund.ana, from);
    const auto asking = lund.asking(lund.ana);
    CHECK(ShowHome{lund.house}({.assessment = table}, asking)->carry_on->task == task);
    std::vector<std::string> walked;
    std::optional<std::string> next = task;
    while (next && walked.size() < 40) {
      walked.push_back(*next);
      auto given = saving(table, *next);
      given.standing = Stands::not_known_yet;
      given.then = Then::onwards;
      const auto saved = SaveOneAnswer{lund.house}(given, asking);
      REQUIRE(saved);
      const auto page = ShowQuestion{lund.house}({.assessment = table, .task = *next, .back = {}, .more = {}}, asking);
      REQUIRE(page);
      next = page->after;
      const std::string to = "/assessments/" + table.text + (next ? "/tasks/" + *next : "/check");
      CHECK(saved->go_to == to);
    }
    CHECK(walked.size() == 32);
    std::ranges::sort(walked);
    CHECK(std::ranges::adjacent_find(walked) == walked.end());
    CHECK_FALSE(ShowHome{lund.house}({.assessment = table}, asking)->carry_on);
  }
}

TEST_CASE("a question that was opened and left blank is not started, for its owner and for whoever reads the table") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const auto table = lund.table(lund.ana);
    const auto asking = lund.asking(lund.ana);
    REQUIRE(ShowQuestion{lund.house}({.assessment = table, .task = "A1", .back = {}, .more = {}}, asking));
    // Going on from a form in which nothing was typed.
    auto nothing = saving(table, "A2");
    nothing.standing = Stands::answered;
    nothing.then = Then::onwards;
    REQUIRE(SaveOneAnswer{lund.house}(nothing, asking));
    lund.settle_down();
    const auto first_two = [&](const Asking& reader) {
      const auto home = ShowHome{lund.house}({.assessment = table}, reader);
      REQUIRE(home);
      CHECK(home->groups.front().touched == 0);
      CHECK(home->groups.front().tasks[0].state == TaskState::not_started);
      CHECK(home->groups.front().tasks[1].state == TaskState::not_started);
      return home->groups.front().tasks[0].looked_by;
    };
    CHECK_FALSE(first_two(asking));
    const auto carla = lund.store.write([&](store::Session& session) {
      session.run("update assessments set sent_at = :now where id = :id", {{"now", shape::now()}, {"id", table}});
      const auto coach = access::settle_person(session, "Carla");
      access::settle_role(session, coach, lund.cluster, access::Role::coach);
      return coach;
    });
    CHECK(first_two(lund.asking(carla)) == "Ana");
  }
}

TEST_CASE("coming back, one carries on at the place one left") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  const auto asking = lund.asking(lund.ana);
  REQUIRE(ShowQuestion{lund.house}({.assessment = table, .task = "B7", .back = {}, .more = {}}, asking));
  lund.settle_down();
  CHECK(ShowHome{lund.house}({.assessment = table}, asking)->carry_on->task == "B7");
}

}  // namespace trivium::api

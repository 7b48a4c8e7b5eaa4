// What is due to whom, from the steps of a programme.
#include "access/deadline.hpp"

#include <doctest/doctest.h>

namespace trivium::access {
namespace {

using programme::Deliverable;
using programme::Step;

Step step(int number, programme::Due due, const std::string& due_on, Deliverable deliverable) {
  return {.programme = {},
          .step = number,
          .due = due,
          .due_on = {due_on},
          .deliverable = deliverable,
          .title = {},
          .instructions = {},
          .revision = 1,
          .changed_at = {}};
}

const std::vector<Step> kSteps{step(1, programme::Due::by, "2026-06-15", Deliverable::names),
                               step(2, programme::Due::before, "2026-09-10", Deliverable::none),
                               step(3, programme::Due::before, "2026-09-20", Deliverable::tables),
                               step(4, programme::Due::before, "2026-10-15", Deliverable::none),
                               step(5, programme::Due::before, "2026-10-30", Deliverable::summaries)};
const shape::Date kToday{"2026-09-10"};

std::vector<Duty> duties(const std::vector<Deadline>& owed, bool done) {
  std::vector<Duty> those;
  for (const auto& one : owed) {
    if (one.done == done) those.push_back(one.duty);
  }
  return those;
}

}  // namespace

TEST_CASE("before the twentieth has the nineteenth as its last day: nine days from the tenth") {
  const auto owed = deadlines(Role::manager, kSteps, {.managers = 1}, kToday);
  REQUIRE(owed.size() == 3);
  CHECK(owed[1].duty == Duty::table);
  CHECK(owed[1].due == programme::Due::before);
  CHECK(owed[1].last_day == shape::Date{"2026-09-19"});
  CHECK(owed[1].days_left == 9);
}

TEST_CASE("a manager takes part, and owes the table and the summary until they are there") {
  CHECK(duties(deadlines(Role::manager, kSteps, {.managers = 1}, kToday), false) ==
        std::vector{Duty::table, Duty::summary});
  CHECK(duties(deadlines(Role::manager, kSteps, {.managers = 1, .sent = 1}, kToday), true) ==
        std::vector{Duty::take_part, Duty::table});
  CHECK(duties(deadlines(Role::manager, kSteps, {.managers = 1, .sent = 1, .handed_in = 1}, kToday), false).empty());
}

TEST_CASE("a coordinator names managers and brings them together") {
  const Delivered named{.clusters = 1, .clusters_with_managers = 1, .clusters_with_day = 1, .managers = 2};
  CHECK(duties(deadlines(Role::coordinator, kSteps, {.clusters = 1}, kToday), false) ==
        std::vector{Duty::name_managers, Duty::bring_together, Duty::visit});
  CHECK(duties(deadlines(Role::coordinator, kSteps, named, kToday), false) == std::vector{Duty::bring_together});
}

TEST_CASE("coaches and who coordinates owe the day of the visit until each cluster has one") {
  const Delivered one_day{.clusters = 2, .clusters_with_managers = 2, .clusters_with_day = 1};
  const Delivered both{.clusters = 2, .clusters_with_managers = 2, .clusters_with_day = 2};
  CHECK(duties(deadlines(Role::coach, kSteps, one_day, kToday), false) == std::vector{Duty::visit});
  CHECK(duties(deadlines(Role::coach, kSteps, both, kToday), true) == std::vector{Duty::answer, Duty::visit});
  CHECK(duties(deadlines(Role::coordinator, kSteps, one_day, kToday), false) ==
        std::vector{Duty::bring_together, Duty::visit});
  CHECK(duties(deadlines(Role::coordinator, kSteps, both, kToday), false) == std::vector{Duty::bring_together});
}

TEST_CASE("a coach owes answers while a question waits for one") {
  const auto owed = [](int unanswered) {
    return deadlines(Role::coach, kSteps, {.clusters = 1, .unanswered = unanswered}, kToday).front();
  };
  CHECK(owed(2).duty == Duty::answer);
  CHECK_FALSE(owed(2).done);
  CHECK(owed(0).done);
}

TEST_CASE("what a network takes out of a step is due to nobody, the rest of the step is") {
  auto steps = kSteps;
  for (auto& step : steps) step.deliverable = programme::Deliverable::none;
  CHECK(duties(deadlines(Role::manager, steps, {.managers = 1}, kToday), false).empty());
  CHECK(duties(deadlines(Role::coordinator, steps, {.clusters = 1}, kToday), false) ==
        std::vector{Duty::bring_together, Duty::visit});
}

TEST_CASE("a lead looks over what is to be handed in, and is done where all of it is there") {
  const Delivered all_sent{.clusters = 2, .clusters_with_managers = 2, .managers = 3, .sent = 3};
  const auto owed = deadlines(Role::lead, kSteps, all_sent, kToday);
  REQUIRE(owed.size() == 3);
  CHECK(owed[1].done);
  CHECK_FALSE(owed[2].done);
}

TEST_CASE("who only looks on owes nothing") { CHECK(deadlines(Role::observer, kSteps, {}, kToday).empty()); }

TEST_CASE("where nobody takes part yet nothing is done") {
  for (const auto role : {Role::coordinator, Role::coach, Role::lead})
    CHECK(duties(deadlines(role, kSteps, {}, kToday), true).empty());
}

TEST_CASE("nobody is reminded of what is done, over, or waited for by nobody") {
  const auto manager = deadlines(Role::manager, kSteps, {.managers = 1, .sent = 1}, kToday);
  CHECK_FALSE(worth_reminding(manager[0]));
  CHECK_FALSE(worth_reminding(manager[1]));
  CHECK(worth_reminding(manager[2]));
  CHECK_FALSE(worth_reminding(deadlines(Role::manager, kSteps, {.managers = 1}, {"2026-09-20"})[1]));
  CHECK(worth_reminding(deadlines(Role::manager, kSteps, {.managers = 1}, {"2026-09-19"})[1]));
  CHECK_FALSE(worth_reminding(deadlines(Role::lead, kSteps, {.managers = 1}, kToday)[1]));
}

}  // namespace trivium::access

// What is due to whom, from the steps of a programme.
#include "access/deadline.hpp"

#include <doctest/doctest.h>

namespace trivium::access {
namespace {

using programme::Deliverable;
using programme::Step;

Step step(int number, programme::Due due, const std::string& due_on) {
  return {.programme = {},
          .step = number,
          .due = due,
          .due_on = {due_on},
          .deliverable = Deliverable::none,
          .title = {},
          .instructions = {},
          .revision = 1,
          .changed_at = {}};
}

const std::vector<Step> kSteps{step(1, programme::Due::by, "2026-06-15"), step(2, programme::Due::before, "2026-09-10"),
                               step(3, programme::Due::before, "2026-09-20"),
                               step(4, programme::Due::before, "2026-10-15"),
                               step(5, programme::Due::before, "2026-10-30")};
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
  const Delivered named{.clusters = 1, .clusters_with_managers = 1, .managers = 2};
  CHECK(duties(deadlines(Role::coordinator, kSteps, {.clusters = 1}, kToday), false) ==
        std::vector{Duty::name_managers, Duty::bring_together});
  CHECK(duties(deadlines(Role::coordinator, kSteps, named, kToday), false) == std::vector{Duty::bring_together});
}

TEST_CASE("a coach owes the day of the visit until each cluster has one") {
  CHECK(duties(deadlines(Role::coach, kSteps, {.clusters = 2, .clusters_with_day = 1}, kToday), false) ==
        std::vector{Duty::visit});
  CHECK(duties(deadlines(Role::coach, kSteps, {.clusters = 2, .clusters_with_day = 2}, kToday), true) ==
        std::vector{Duty::visit});
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

// Reminders are sent once, by one sender, and never lost; a calendar's address is one at a time.
#include "access/reminder.hpp"
#include "access/calendar_link.hpp"
#include "access/town.hpp"

#include <doctest/doctest.h>

namespace trivium::access {
namespace {

OwnDeadline table_due(int days_left, bool done = false) {
  return {.deadline = {.duty = Duty::table,
                       .step = 3,
                       .due = programme::Due::by,
                       .due_on = {"2026-09-20"},
                       .last_day = {"2026-09-20"},
                       .days_left = days_left,
                       .done = done},
          .programme = {},
          .title = "Learning to look",
          .round = RoundId{"round"},
          .in_cluster = {},
          .assessment = {},
          .city = "Lund",
          .cluster = "Food"};
}

std::optional<int> days_before(int days_left, bool done = false) {
  const auto reminder = reminder_now(PersonId::fresh(), table_due(days_left, done));
  return reminder ? std::optional{reminder->days_before} : std::nullopt;
}

}  // namespace

TEST_CASE("a reminder's time comes fourteen and three days before, and stays until the last day") {
  CHECK_FALSE(days_before(15));
  CHECK(days_before(14) == 14);
  CHECK(days_before(4) == 14);
  CHECK(days_before(3) == 3);
  CHECK(days_before(0) == 3);
  CHECK_FALSE(days_before(-1));
  CHECK_FALSE(days_before(3, true));
}

TEST_CASE("one who sends claims a reminder; it is nobody else's for ten minutes, and never again once it is noted") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto mona = settle_person(session, "Mona");
      const auto reminder = reminder_now(mona, table_due(3)).value();
      CHECK(claim(session, reminder, kMorning));
      CHECK_FALSE(claim(session, reminder, shape::later(kMorning, std::chrono::minutes{9})));
      CHECK(claim(session, reminder, shape::later(kMorning, std::chrono::minutes{10})));
      note_sent(session, reminder, kMorning);
      CHECK_FALSE(claim(session, reminder, shape::later(kMorning, std::chrono::hours{24})));
    });
  }
}

TEST_CASE("a reminder that did not go is anybody's at once; a day that is moved is reminded of anew") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto mona = settle_person(session, "Mona");
      auto reminder = reminder_now(mona, table_due(3)).value();
      REQUIRE(claim(session, reminder, kMorning));
      give_back(session, reminder);
      CHECK(claim(session, reminder, kMorning));
      note_sent(session, reminder, kMorning);
      give_back(session, reminder);
      CHECK_FALSE(claim(session, reminder, shape::later(kMorning, std::chrono::hours{1})));
      reminder.last_day = {"2026-09-27"};
      CHECK(claim(session, reminder, kMorning));
    });
  }
}

TEST_CASE("who wants no reminders is not among those to remind, nor is who holds no role") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto mona = settle_person(session, "Mona");
      settle_person(session, "Nobody");
      const auto role = settle_role(session, mona, settle_cluster(session, "Lund", "Food"), Role::manager);
      CHECK(wants_reminders(session, mona));
      REQUIRE(people_to_remind(session).size() == 1);
      want_reminders(session, mona, false);
      CHECK_FALSE(wants_reminders(session, mona));
      CHECK(people_to_remind(session).empty());
      want_reminders(session, mona, true);
      REQUIRE(end_role(session, role, kMorning));
      CHECK(people_to_remind(session).empty());
    });
  }
}

TEST_CASE("a new address for a calendar ends the one before; an ended one opens nothing") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto mona = settle_person(session, "Mona");
      const auto first = make_calendar_link(session, mona, kMorning);
      REQUIRE(calendar_link_by_key(session, first));
      const auto second = make_calendar_link(session, mona, kMorning);
      CHECK_FALSE(calendar_link_by_key(session, first));
      CHECK(calendar_link_by_key(session, second)->person == mona);
      CHECK(calendar_link_by_key(session, second)->key_hash != second);
      CHECK(end_calendar_link(session, mona, kMorning));
      CHECK_FALSE(calendar_link_by_key(session, second));
      CHECK_FALSE(calendar_link(session, mona));
      CHECK_FALSE(end_calendar_link(session, mona, kMorning));
    });
  }
}

}  // namespace trivium::access

#include "access/reminder.hpp"

#include <algorithm>

namespace trivium::access {
namespace {

constexpr std::chrono::minutes kClaimLasts{10};

}  // namespace

std::optional<Reminder> reminder_now(const PersonId& person, const OwnDeadline& owed) {
  if (!worth_reminding(owed.deadline)) return std::nullopt;
  std::optional<int> latest;
  for (const int days : kDaysBefore) {
    if (owed.deadline.days_left <= days) latest = std::min(latest.value_or(days), days);
  }
  if (!latest) return std::nullopt;
  return Reminder{.person = person,
                  .duty = owed.deadline.duty,
                  .about = owed.round ? owed.round->text : owed.programme->text,
                  .last_day = owed.deadline.last_day,
                  .days_before = *latest};
}

bool claim(store::Session& session, const Reminder& reminder, const shape::Instant& now) {
  return session.run(R"(
      insert into reminders (person, duty, about, last_day, days_before, claimed_at, sent_at)
      values (:person, :duty, :about, :last_day, :days_before, :now, null)
      on conflict (person, duty, about, last_day, days_before) do update set claimed_at = excluded.claimed_at
      where reminders.sent_at is null and reminders.claimed_at <= :stale)",
                     {{"person", reminder.person},
                      {"duty", reminder.duty},
                      {"about", reminder.about},
                      {"last_day", reminder.last_day},
                      {"days_before", reminder.days_before},
                      {"now", now},
                      {"stale", shape::later(now, -std::chrono::seconds{kClaimLasts})}}) == 1;
}

void note_sent(store::Session& session, const Reminder& reminder, const shape::Instant& now) {
  session.run(R"(
      update reminders set sent_at = :now
      where person = :person and duty = :duty and about = :about and last_day = :last_day and days_before = :days_before)",
              {{"now", now},
               {"person", reminder.person},
               {"duty", reminder.duty},
               {"about", reminder.about},
               {"last_day", reminder.last_day},
               {"days_before", reminder.days_before}});
}

void give_back(store::Session& session, const Reminder& reminder) {
  session.run(R"(
      delete from reminders
      where person = :person and duty = :duty and about = :about and last_day = :last_day and days_before = :days_before
        and sent_at is null)",
              {{"person", reminder.person},
               {"duty", reminder.duty},
               {"about", reminder.about},
               {"last_day", reminder.last_day},
               {"days_before", reminder.days_before}});
}

std::vector<Person> people_to_remind(store::Session& session) {
  return session.rows<Person>(R"(
      select {} from people
      where reminded = 1 and illustration = 0 and id in (select person from roles where until is null) order by name, id)");
}

bool wants_reminders(store::Session& session, const PersonId& person) {
  return session.number("select count(*) from people where id = :person and reminded = 1", {{"person", person}}) == 1;
}

void want_reminders(store::Session& session, const PersonId& person, bool wanted) {
  session.run("update people set reminded = :reminded where id = :person",
              {{"reminded", wanted ? 1 : 0}, {"person", person}});
}

}  // namespace trivium::access

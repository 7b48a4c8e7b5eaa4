// Which reminders were sent. One is claimed, sent, noted, in this order: who dies in between leaves a claim that runs
// out, so that it may come twice and is never lost.
#pragma once

#include "access/deadlines_of.hpp"

#include <array>

namespace trivium::access {

struct Reminder {
  PersonId person;
  Duty duty;
  std::string about;  // the round, or the programme
  shape::Date last_day;
  int days_before;
};

// How many days before the last day a reminder is sent.
inline constexpr std::array<int, 2> kDaysBefore{14, 3};

// The one whose time has come: the latest of those there are, so that nobody gets two on one day.
std::optional<Reminder> reminder_now(const PersonId& person, const OwnDeadline& owed);

// True for the one who may send it now; nobody else may for ten minutes.
bool claim(store::Session& session, const Reminder& reminder, const shape::Instant& now);
void note_sent(store::Session& session, const Reminder& reminder, const shape::Instant& now);
// It did not go: whoever comes next may try.
void give_back(store::Session& session, const Reminder& reminder);

// Whom reminders are written to: not those who want none, nor the invented people of the sample city.
std::vector<Person> people_to_remind(store::Session& session);
bool wants_reminders(store::Session& session, const PersonId& person);
void want_reminders(store::Session& session, const PersonId& person, bool wanted);

}  // namespace trivium::access

#include "access/deadline.hpp"

#include <algorithm>
#include <array>

namespace trivium::access {
namespace {

struct Owed {
  Role role;
  int step;
  Duty duty;
};

// Who owes what at which step.
constexpr std::array kOwed{Owed{Role::manager, programme::kNaming, Duty::take_part},
                           Owed{Role::manager, programme::kFillingIn, Duty::table},
                           Owed{Role::manager, programme::kSummingUp, Duty::summary},
                           Owed{Role::coordinator, programme::kNaming, Duty::name_managers},
                           Owed{Role::coordinator, programme::kReading, Duty::bring_together},
                           Owed{Role::coordinator, programme::kVisit, Duty::visit},
                           Owed{Role::coach, programme::kReading, Duty::answer},
                           Owed{Role::coach, programme::kVisit, Duty::visit},
                           Owed{Role::lead, programme::kNaming, Duty::overview},
                           Owed{Role::lead, programme::kFillingIn, Duty::overview},
                           Owed{Role::lead, programme::kSummingUp, Duty::overview}};

bool all(int some, int of) { return of > 0 && some >= of; }

bool is_done(const Owed& owed, const Delivered& there) {
  const bool named = all(there.clusters_with_managers, there.clusters);
  const bool sent = all(there.sent, there.managers);
  const bool handed_in = all(there.handed_in, there.managers);
  switch (owed.duty) {
    case Duty::take_part: return true;  // whoever holds the role has accepted it
    case Duty::name_managers: return named;
    case Duty::bring_together: return false;  // never seen here
    case Duty::answer: return there.clusters > 0 && there.unanswered == 0;
    case Duty::table: return sent;
    case Duty::visit: return all(there.clusters_with_day, there.clusters);
    case Duty::summary: return handed_in;
    case Duty::overview:
      return owed.step == programme::kNaming ? named : owed.step == programme::kFillingIn ? sent : handed_in;
  }
  return false;
}

// What a network has taken out of a step is due to nobody.
bool comes_out(Duty duty, programme::Deliverable of_step) {
  switch (duty) {
    case Duty::name_managers: return of_step == programme::Deliverable::names;
    case Duty::table: return of_step == programme::Deliverable::tables;
    case Duty::summary: return of_step == programme::Deliverable::summaries;
    default: return true;
  }
}

int days_until(const shape::Date& day, const shape::Date& today) { return shape::days_between(today, day); }

}  // namespace

std::vector<Deadline> deadlines(Role role, const std::vector<programme::Step>& steps, const Delivered& there,
                                const shape::Date& today) {
  std::vector<Deadline> owed;
  for (const auto& step : steps) {
    for (const auto& one : kOwed) {
      if (one.role != role || one.step != step.step || !comes_out(one.duty, step.deliverable)) continue;
      const auto last = programme::last_day(step.due, step.due_on);
      owed.push_back({.duty = one.duty,
                      .step = step.step,
                      .due = step.due,
                      .due_on = step.due_on,
                      .last_day = last,
                      .days_left = days_until(last, today),
                      .done = is_done(one, there)});
    }
  }
  return owed;
}

Deadline deadline_of_table(const shape::Date& send_by, bool sent, const shape::Date& today) {
  return {.duty = Duty::table,
          .step = {},
          .due = programme::Due::by,
          .due_on = send_by,
          .last_day = send_by,
          .days_left = days_until(send_by, today),
          .done = sent};
}

bool seen_here(Duty duty) { return duty != Duty::bring_together; }

bool worth_reminding(const Deadline& deadline) {
  return !deadline.done && deadline.days_left >= 0 && deadline.duty != Duty::overview;
}

}  // namespace trivium::access

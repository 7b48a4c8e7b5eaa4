// What is due to whom, and when: from the steps of a programme, the role somebody holds in it, and what is there
// already.
//
// Of a manager: to take part, the table, the closing summary. Of who coordinates: to name managers, to bring them
// together, and the day of the visit. Of a coach: to answer what was asked, and the day of the visit. Of the lead: to
// see how far they all are. Observers owe nothing. Names, tables and summaries are owed in a step only while they are
// what comes out of it.
//
// Source: reference framework, section 5.
#pragma once

#include "access/role.hpp"
#include "programme/programme.hpp"

namespace trivium::access {

enum class Duty { take_part, name_managers, bring_together, answer, table, visit, summary, overview };
TRIVIUM_NAMES(Duty, take_part, name_managers, bring_together, answer, table, visit, summary, overview)

// Of what the role answers for: a manager's own table, the tables of a cluster, or all of the programme.
struct Delivered {
  int clusters = 0;
  int clusters_with_managers = 0;
  int clusters_with_day = 0;  // of the visit
  int managers = 0;
  int sent = 0;
  int handed_in = 0;
  int unanswered = 0;  // questions in which no coach has had the last word
};

struct Deadline {
  Duty duty;
  std::optional<int> step;  // none: of a round outside a programme
  programme::Due due;
  shape::Date due_on;
  shape::Date last_day;
  int days_left;  // below 0: the last day has passed
  bool done;
};
TRIVIUM_SHAPE(Deadline, duty, step, due, due_on, last_day, days_left, done)

// In the order of the steps.
std::vector<Deadline> deadlines(Role role, const std::vector<programme::Step>& steps, const Delivered& there,
                                const shape::Date& today);

// A table of a round outside a programme.
Deadline deadline_of_table(const shape::Date& send_by, bool sent, const shape::Date& today);

// Whether anything here tells that it was done: managers meet somewhere else. What is not seen is never late.
bool seen_here(Duty duty);

// Whether somebody is to be reminded: not of what is done or over, nor of what nobody waits for.
bool worth_reminding(const Deadline& deadline);

}  // namespace trivium::access

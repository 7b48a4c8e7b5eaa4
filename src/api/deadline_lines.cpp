#include "api/deadline_lines.hpp"

namespace trivium::api {

using access::Duty;

std::string path_of(const access::OwnDeadline& owed) {
  std::string programme = owed.programme ? "/programmes/" + owed.programme->text : "/";
  switch (owed.deadline.duty) {
    // A table that is not begun is begun on the first page.
    case Duty::table: return owed.assessment ? "/assessments/" + owed.assessment->text : "/#start-" + owed.round->text;
    case Duty::summary:
      return owed.assessment ? "/assessments/" + owed.assessment->text + "/closing" : "/#start-" + owed.round->text;
    case Duty::answer: return "/rounds/" + owed.round->text + "/conversations";
    case Duty::visit: return "/rounds/" + owed.round->text + "/visit";
    case Duty::name_managers: return owed.in_cluster ? "/clusters/" + owed.in_cluster->text : programme;
    case Duty::overview: return programme + "#how-far";
    case Duty::take_part:
    case Duty::bring_together: return programme;
  }
  return "/";
}

std::vector<DeadlineLine> deadline_lines(const std::vector<access::OwnDeadline>& owed) {
  std::vector<DeadlineLine> lines;
  for (const auto& one : owed) {
    const auto& deadline = one.deadline;
    const bool passed = !deadline.done && deadline.days_left < 0;
    const bool late = passed && access::seen_here(deadline.duty);
    lines.push_back({.duty = deadline.duty,
                     .step = deadline.step,
                     .due = deadline.due,
                     .due_on = deadline.due_on,
                     .last_day = deadline.last_day,
                     .days_left = deadline.done || passed ? std::nullopt : std::optional{deadline.days_left},
                     .days_late = late ? -deadline.days_left : 0,
                     .done = deadline.done,
                     .over = passed && !late,
                     .title = one.title,
                     .city = one.city,
                     .cluster = one.cluster,
                     .where = path_of(one)});
  }
  return lines;
}

}  // namespace trivium::api

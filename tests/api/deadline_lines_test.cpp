// What is late, and what only has its day behind it.
#include "api/deadline_lines.hpp"

#include <doctest/doctest.h>

namespace trivium::api {
namespace {

DeadlineLine line(access::Duty duty, int days_left, bool done) {
  return deadline_lines({{.deadline = {.duty = duty,
                                       .step = 2,
                                       .due = programme::Due::by,
                                       .due_on = {"2026-11-10"},
                                       .last_day = {"2026-11-10"},
                                       .days_left = days_left,
                                       .done = done},
                          .programme = {},
                          .title = {},
                          .round = triangle::RoundId::fresh(),
                          .in_cluster = {},
                          .assessment = {},
                          .city = {},
                          .cluster = {}}})
      .front();
}

}  // namespace

TEST_CASE("what is not done after its last day is late by the days since, but for what nobody here can see") {
  CHECK(line(access::Duty::table, -3, false).days_late == 3);
  CHECK_FALSE(line(access::Duty::table, -3, false).over);
  CHECK(line(access::Duty::table, 0, false).days_late == 0);
  CHECK(line(access::Duty::table, 0, false).days_left == 0);
  CHECK(line(access::Duty::table, -3, true).days_late == 0);

  const auto met = line(access::Duty::bring_together, -3, false);
  CHECK(met.days_late == 0);
  CHECK_FALSE(met.days_left.has_value());
  CHECK(met.over);
  CHECK(line(access::Duty::bring_together, 0, false).days_left == 0);
  CHECK_FALSE(line(access::Duty::bring_together, 0, false).over);
}

TEST_CASE("how far everybody is stands at its place of the programme's page, not at its top") {
  const triangle::ProgrammeId programme{"p1"};
  access::OwnDeadline owed{.deadline = {.duty = access::Duty::overview,
                                        .step = 3,
                                        .due = programme::Due::by,
                                        .due_on = {"2026-11-10"},
                                        .last_day = {"2026-11-10"},
                                        .days_left = 3,
                                        .done = false},
                           .programme = programme,
                           .title = {},
                           .round = {},
                           .in_cluster = {},
                           .assessment = {},
                           .city = {},
                           .cluster = {}};
  CHECK(path_of(owed) == "/programmes/p1#how-far");
  owed.deadline.duty = access::Duty::take_part;
  CHECK(path_of(owed) == "/programmes/p1");
}

}  // namespace trivium::api

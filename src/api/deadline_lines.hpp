// What is due to the reader, as pages say it.
#pragma once

#include "access/deadlines_of.hpp"
#include "shape/json.hpp"

namespace trivium::api {

struct DeadlineLine {
  access::Duty duty;
  std::optional<int> step;
  programme::Due due;
  shape::Date due_on;
  shape::Date last_day;
  std::optional<int> days_left;  // none: done, or late
  int days_late;                 // 0: not late
  bool done;
  bool over;            // its day has passed, and nothing here tells whether it was done
  std::string title;    // of the programme or the round
  std::string city;     // "" where it is about a whole programme
  std::string cluster;  // the same
  std::string where;    // the page on which it is done
};
TRIVIUM_SHAPE(DeadlineLine, duty, step, due, due_on, last_day, days_left, days_late, done, over, title, city, cluster,
              where)

// The page on which it is done.
std::string path_of(const access::OwnDeadline& owed);

std::vector<DeadlineLine> deadline_lines(const std::vector<access::OwnDeadline>& owed);

}  // namespace trivium::api

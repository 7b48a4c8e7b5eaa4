#include "programme/step.hpp"

namespace trivium::programme {

shape::Date last_day(Due due, const shape::Date& due_on) {
  if (due == Due::by) return due_on;
  return shape::date_of(shape::instant(shape::days(due_on) - std::chrono::days{1}));
}

}  // namespace trivium::programme

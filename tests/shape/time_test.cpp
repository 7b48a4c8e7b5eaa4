#include "shape/time.hpp"

#include <doctest/doctest.h>

namespace trivium::shape {

TEST_CASE("days that the calendar has are dates") {
  for (const std::string day : {"2026-09-20", "2024-02-29", "2000-02-29", "1999-12-31", "2026-01-01"}) {
    CAPTURE(day);
    CHECK(read_date(day) == Date{day});
  }
}

TEST_CASE("days that the calendar does not have are none") {
  for (const std::string day : {"2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10",
                                "2026-01-00", "2026-01-32"}) {
    CAPTURE(day);
    CHECK_FALSE(read_date(day).has_value());
  }
}

TEST_CASE("a date is written one way only") {
  for (const std::string day : {"", "2026", "2026-9-20", "26-09-20", "20.09.2026", "2026/09/20", "2026-09-20 ",
                                " 2026-09-20", "2026-09-2x", "-026-09-20", "2026-+9-20", "2026-09-20T00:00:00.000Z"}) {
    CAPTURE(day);
    CHECK_FALSE(read_date(day).has_value());
  }
}

TEST_CASE("an instant has milliseconds and is UTC") {
  CHECK(read_instant("2026-09-20T14:02:11.123Z") == Instant{"2026-09-20T14:02:11.123Z"});
  for (const std::string when : {"2026-09-20T14:02:11Z", "2026-09-20T14:02:11.123", "2026-09-20T14:02:11.123+02:00",
                                 "2026-09-20 14:02:11.123Z", "2026-09-20T24:00:00.000Z", "2026-09-20T14:60:00.000Z",
                                 "2026-09-20T14:02:60.000Z", "2026-02-30T14:02:11.123Z", "2026-09-20T14:02:11.-23Z"}) {
    CAPTURE(when);
    CHECK_FALSE(read_instant(when).has_value());
  }
}

TEST_CASE("an instant is written to the millisecond") {
  using namespace std::chrono;
  CHECK(instant(sys_days{year{2026} / 9 / 20} + hours{4} + minutes{2} + seconds{1} + milliseconds{7}) ==
        Instant{"2026-09-20T04:02:01.007Z"});
  CHECK(instant(sys_days{year{1969} / 12 / 31} + hours{23}) == Instant{"1969-12-31T23:00:00.000Z"});
}

TEST_CASE("later and earlier cross the ends of days, months and years") {
  CHECK(later({"2026-12-31T23:59:59.500Z"}, std::chrono::seconds{1}) == Instant{"2027-01-01T00:00:00.500Z"});
  CHECK(later({"2024-03-01T00:00:00.000Z"}, -std::chrono::seconds{1}) == Instant{"2024-02-29T23:59:59.000Z"});
}

TEST_CASE("instants compare as text in the order of time") {
  const Instant early{"2026-09-20T14:02:11.123Z"};
  CHECK(early < later(early, std::chrono::seconds{1}));
  CHECK(later(early, -std::chrono::hours{24 * 400}) < early);
}

TEST_CASE("days between two dates are counted over leap days, backwards below zero") {
  CHECK(days_between({"2024-02-28"}, {"2024-03-01"}) == 2);
  CHECK(days_between({"2026-09-20"}, {"2026-09-20"}) == 0);
  CHECK(days_between({"2026-09-20"}, {"2026-09-19"}) == -1);
  CHECK(days_between({"2025-01-01"}, {"2026-01-01"}) == 365);
}

TEST_CASE("the date of an instant is its day") { CHECK(date_of({"2026-09-20T23:59:59.999Z"}) == Date{"2026-09-20"}); }

}  // namespace trivium::shape

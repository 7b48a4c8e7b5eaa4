// The day on which the coaches come and talk with the managers of a cluster about what their tables say.
//
// Source: reference framework, section 5, step 4.
#pragma once

#include "programme/programme.hpp"

#include <expected>

namespace trivium::programme {

using triangle::RoundId;

struct Visit {
  RoundId round;
  std::optional<shape::Date> on_day;
  std::string place;
  std::string timetable;  // a line for each thing: "09:30 Presentation"
  int revision;
  PersonId changed_by;
  shape::Instant changed_at;
};
TRIVIUM_SHAPE(Visit, round, on_day, place, timetable, revision, changed_by, changed_at)

// On top of given.revision (0: nothing is planned yet); gives the stored one where it is another. The same twice is one
// change.
std::expected<Visit, std::optional<Visit>> plan(store::Session& session, Visit given);
std::optional<Visit> visit(store::Session& session, const RoundId& round);

// The hours of every visit to a city are others once its clock is: calendars have to hear of it, so each counts as
// changed.
void clock_changed(store::Session& session, const CityId& city, const shape::Instant& now);

struct TimetableLine {
  std::string at;  // "09:30"; "" where the line names no time
  std::string what;
};
TRIVIUM_SHAPE(TimetableLine, at, what)

// Its lines that say something, in the order written. A time is hours and minutes at the beginning: 9:30, 09.30, 14h15.
std::vector<TimetableLine> timetable_of(const std::string& text);

}  // namespace trivium::programme

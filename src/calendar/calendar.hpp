// Events as iCalendar text (RFC 5545), for calendars that fetch them by an address. Knows nothing of the house.
#pragma once

#include "shape/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trivium::calendar {

struct Hours {
  std::string from;  // "09:30", on the clock of the zone
  std::string until;
  std::string zone{};  // IANA; "": the calendar's
};

struct Event {
  std::string uid;  // the same for as long as it is the same thing
  int sequence = 0;
  shape::Instant changed_at;
  std::string summary;
  std::string description;
  std::string location{};
  std::string url;
  shape::Date day;               // the whole of it, where there are no hours
  std::optional<Hours> hours{};  // of that day
};

struct Calendar {
  std::string name;
  std::string zone;  // IANA
  std::vector<Event> events;
};

// Libical's own tables give the zone's rules; where they do not know the zone, hours are written without one, and each
// calendar reads them on its own clock.
std::string written(const Calendar& calendar);

}  // namespace trivium::calendar

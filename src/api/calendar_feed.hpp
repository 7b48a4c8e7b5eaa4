// The dates of one person for a calendar that fetches them: the steps of the programmes she or he takes part in, the
// days of the coaches' visits, tables due outside a programme. The key in the address stands in for signing in; what
// the roles held at that moment do not reach is not there.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"

namespace trivium::api {

struct CalendarAddress {  // GET /calendar/{calendar_key}/trivium.ics
  std::string calendar_key;
};
TRIVIUM_SHAPE(CalendarAddress, calendar_key)

struct WriteCalendar {
  const House& house;
  const std::string& public_address;
  const std::string& zone;  // of the clock of cities that have none of their own
  Outcome<Download> operator()(const CalendarAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

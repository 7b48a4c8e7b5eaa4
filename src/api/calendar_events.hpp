// Steps, visits and tables as events of a calendar, in somebody's words.
#pragma once

#include "access/deadlines_of.hpp"
#include "api/house.hpp"
#include "calendar/calendar.hpp"

namespace trivium::api {

// Everything the asker's roles reach at this moment.
std::vector<calendar::Event> calendar_events(store::Session& session, const House& house, const access::Asker& who,
                                             const std::string& language, const std::string& public_address,
                                             const shape::Date& today);

}  // namespace trivium::api

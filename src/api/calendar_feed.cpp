#include "api/calendar_feed.hpp"

#include "access/calendar_link.hpp"
#include "api/calendar_events.hpp"

namespace trivium::api {

Outcome<Download> WriteCalendar::operator()(const CalendarAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<Download> {
    const auto link = access::calendar_link_by_key(session, given.calendar_key);
    if (!link) return refuse(Why::not_found);
    const auto person = access::person(session, link->person).value();
    const std::string language =
        house.words.speaks(person.language) ? person.language : house.words.languages().front();
    const auto who = access::asker(session, person.id, person.hosts);
    return Download{.name = "trivium.ics",
                    .type = "text/calendar; charset=utf-8",
                    .bytes = calendar::written({.name = house.words.say(language, "calendar.name"),
                                                .zone = zone,
                                                .events = calendar_events(session, house, who, language, public_address,
                                                                          shape::date_of(asking.now))})};
  });
}

}  // namespace trivium::api

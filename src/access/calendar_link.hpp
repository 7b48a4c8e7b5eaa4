// The secret address of somebody's calendar: whoever holds it reads the dates and nothing else. One at a time; only its
// key's hash is kept.
#pragma once

#include "access/person.hpp"

namespace trivium::access {

using CalendarLinkId = shape::Id<struct CalendarLinkTag>;

struct CalendarLink {
  CalendarLinkId id;
  std::string key_hash;
  PersonId person;
  shape::Instant made_at;
  std::optional<shape::Instant> ended_at;
};
TRIVIUM_SHAPE(CalendarLink, id, key_hash, person, made_at, ended_at)

// Ends the one there is and gives the key of a new one.
std::string make_calendar_link(store::Session& session, const PersonId& person, const shape::Instant& now);
bool end_calendar_link(store::Session& session, const PersonId& person, const shape::Instant& now);
std::optional<CalendarLink> calendar_link(store::Session& session, const PersonId& person);
std::optional<CalendarLink> calendar_link_by_key(store::Session& session, const std::string& key);

}  // namespace trivium::access

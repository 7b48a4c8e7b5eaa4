#include "access/calendar_link.hpp"

#include "access/secret.hpp"

namespace trivium::access {

std::string make_calendar_link(store::Session& session, const PersonId& person, const shape::Instant& now) {
  // A write that changes nothing: on PostgreSQL, two links made at the same time wait for each other.
  session.run("update people set reminded = reminded where id = :person", {{"person", person}});
  end_calendar_link(session, person, now);
  std::string key = new_key();
  session.insert(
      "calendar_links",
      CalendarLink{
          .id = CalendarLinkId::fresh(), .key_hash = key_hash(key), .person = person, .made_at = now, .ended_at = {}});
  return key;
}

bool end_calendar_link(store::Session& session, const PersonId& person, const shape::Instant& now) {
  return session.run("update calendar_links set ended_at = :now where person = :person and ended_at is null",
                     {{"now", now}, {"person", person}}) == 1;
}

std::optional<CalendarLink> calendar_link(store::Session& session, const PersonId& person) {
  return session.row<CalendarLink>("select {} from calendar_links where person = :person and ended_at is null",
                                   {{"person", person}});
}

std::optional<CalendarLink> calendar_link_by_key(store::Session& session, const std::string& key) {
  return session.row<CalendarLink>("select {} from calendar_links where key_hash = :key_hash and ended_at is null",
                                   {{"key_hash", key_hash(key)}});
}

}  // namespace trivium::access

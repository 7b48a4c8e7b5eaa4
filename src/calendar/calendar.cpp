#include "calendar/calendar.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>

namespace trivium::calendar {
namespace {

// How often a calendar asks again: libical has no other way to give a duration of hours than its own text.
constexpr const char* kAskAgain = "PT6H";

struct Freed {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { std::free(text); }  // NOLINT(cppcoreguidelines-no-malloc): libical's own
};
using Component = std::unique_ptr<icalcomponent, Freed>;
using Text = std::unique_ptr<char, Freed>;

// Zones are loaded into tables that all threads share.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

// Without what no calendar shows: control characters may not stand in iCalendar text.
std::string shown(const std::string& text) {
  std::string kept;
  std::ranges::copy_if(text, std::back_inserter(kept), [](unsigned char c) { return c >= ' ' || c == '\n'; });
  std::erase(kept, '\x7f');
  return kept;
}

icaltimetype day_of(const shape::Date& date) {
  const std::chrono::year_month_day day{shape::days(date)};
  icaltimetype time{};
  time.is_date = 1;
  time.year = static_cast<int>(day.year());
  time.month = static_cast<int>(static_cast<unsigned>(day.month()));
  time.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return time;
}

icaltimetype day_after(const shape::Date& date) {
  return day_of(shape::date_of(shape::instant(shape::days(date) + std::chrono::days{1})));
}

// "09:30" of the day.
icaltimetype time_of(const shape::Date& date, const std::string& clock) {
  icaltimetype time = day_of(date);
  time.is_date = 0;
  time.hour = std::stoi(clock.substr(0, 2));
  time.minute = std::stoi(clock.substr(3, 2));
  return time;
}

// 2026-09-20T14:02:11.123Z without its milliseconds.
icaltimetype moment_of(const shape::Instant& instant) {
  icaltimetype time = time_of(shape::date_of(instant), instant.text.substr(11, 5));
  time.second = std::stoi(instant.text.substr(17, 2));
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

// The zone with the name people and other programs know; null where its rules are not known.
class Zone {
 public:
  explicit Zone(const std::string& name) : name_{name} {
    if (name == "UTC" || name == "Etc/UTC") {
      utc_ = true;
      return;
    }
    auto* known = icaltimezone_get_builtin_timezone(name.c_str());
    if (known == nullptr) return;
    rules_.reset(icalcomponent_new_clone(icaltimezone_get_component(known)));
    if (auto* id = icalcomponent_get_first_property(rules_.get(), ICAL_TZID_PROPERTY))
      icalproperty_set_tzid(id, name.c_str());
  }

  // From the year before the day on: what held in 1918 helps nobody. Libical's tables are right until 2037.
  [[nodiscard]] icalcomponent* rules(const shape::Date& since) const {
    if (!rules_) return nullptr;
    auto* rules = icalcomponent_new_clone(rules_.get());
    icaltimetype start = day_of({std::to_string(day_of(since).year - 1) + "-01-01"});
    start.is_date = 0;
    start.zone = icaltimezone_get_utc_timezone();
    icaltimezone_truncate_vtimezone(rules, start, icaltime_null_time(), 1);
    return rules;
  }

  void say(icalproperty* property, icaltimetype time) const {
    if (utc_) time.zone = icaltimezone_get_utc_timezone();
    icalproperty_set_value(property, icalvalue_new_datetime(time));
    if (rules_) icalproperty_add_parameter(property, icalparameter_new_tzid(name_.c_str()));
  }

 private:
  std::string name_;
  bool utc_ = false;
  Component rules_;
};

// zone: of its hours; null where it has none.
void add_when(icalcomponent* event, const Event& told, const Zone* zone) {
  if (zone == nullptr) {
    icalcomponent_add_property(event, icalproperty_new_dtstart(day_of(told.day)));
    icalcomponent_add_property(event, icalproperty_new_dtend(day_after(told.day)));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // nobody is busy all day
    return;
  }
  auto* start = icalproperty_new(ICAL_DTSTART_PROPERTY);
  zone->say(start, time_of(told.day, told.hours->from));
  icalcomponent_add_property(event, start);
  auto* end = icalproperty_new(ICAL_DTEND_PROPERTY);
  zone->say(end, time_of(told.day, told.hours->until));
  icalcomponent_add_property(event, end);
}

icalcomponent* event_of(const Event& told, const Zone* zone) {
  auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  icalcomponent_add_property(event, icalproperty_new_uid(told.uid.c_str()));
  icalcomponent_add_property(event, icalproperty_new_dtstamp(moment_of(told.changed_at)));
  icalcomponent_add_property(event, icalproperty_new_lastmodified(moment_of(told.changed_at)));
  icalcomponent_add_property(event, icalproperty_new_sequence(told.sequence));
  add_when(event, told, zone);
  icalcomponent_add_property(event, icalproperty_new_summary(shown(told.summary).c_str()));
  if (!told.description.empty())
    icalcomponent_add_property(event, icalproperty_new_description(shown(told.description).c_str()));
  if (!told.location.empty())
    icalcomponent_add_property(event, icalproperty_new_location(shown(told.location).c_str()));
  icalcomponent_add_property(event, icalproperty_new_url(told.url.c_str()));
  return event;
}

icalproperty* named(const char* name, const char* value) {
  auto* property = icalproperty_new_x(value);
  icalproperty_set_x_name(property, name);
  return property;
}

void add_head(icalcomponent* calendar, const std::string& name) {
  icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Trivium//Calendar//EN"));
  icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
  icalcomponent_add_property(calendar, icalproperty_new_name(shown(name).c_str()));
  icalcomponent_add_property(calendar, named("X-WR-CALNAME", shown(name).c_str()));
  icalcomponent_add_property(calendar, icalproperty_new_refreshinterval(icaldurationtype_from_string(kAskAgain)));
  icalcomponent_add_property(calendar, named("X-PUBLISHED-TTL", kAskAgain));
}

std::string zone_of(const Event& event, const Calendar& calendar) {
  return event.hours && !event.hours->zone.empty() ? event.hours->zone : calendar.zone;
}

struct ZoneTold {
  Zone zone;
  shape::Date first;  // day that is told on its clock
};

std::map<std::string, ZoneTold> zones_of(const Calendar& calendar) {
  std::map<std::string, ZoneTold> zones;
  for (const auto& event : calendar.events) {
    if (!event.hours) continue;
    const auto name = zone_of(event, calendar);
    const auto [at, fresh] = zones.try_emplace(name, ZoneTold{Zone{name}, event.day});
    if (!fresh) at->second.first = std::min(at->second.first, event.day);
  }
  return zones;
}

}  // namespace

std::string written(const Calendar& calendar) {
  const std::lock_guard lock{one_at_a_time()};
  icalerror_set_errors_are_fatal(0);
  const Component all{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
  add_head(all.get(), calendar.name);
  const auto zones = zones_of(calendar);
  for (const auto& [name, told] : zones) {
    if (auto* rules = told.zone.rules(told.first)) icalcomponent_add_component(all.get(), rules);
  }
  for (const auto& event : calendar.events) {
    const auto* zone = event.hours ? &zones.at(zone_of(event, calendar)).zone : nullptr;
    icalcomponent_add_component(all.get(), event_of(event, zone));
  }
  const Text text{icalcomponent_as_ical_string_r(all.get())};
  return text.get();
}

}  // namespace trivium::calendar

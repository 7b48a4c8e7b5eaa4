// What a calendar fetches, line by line. What other programs make of it: tests/campaign/calendars.py.
#include "calendar/calendar.hpp"

#include <doctest/doctest.h>

#include <rapidcheck.h>

#include <algorithm>

namespace trivium::calendar {
namespace {

const shape::Instant kChanged{"2026-09-01T10:11:12.345Z"};

Event an_event() {
  return {.uid = "one@trivium",
          .sequence = 2,
          .changed_at = kChanged,
          .summary = "Send your table",
          .description = "",
          .url = "https://trivium.example.org/",
          .day = {"2026-12-31"}};
}

std::string of(const Event& event, const std::string& zone = "Europe/Madrid") {
  return written({.name = "Trivium", .zone = zone, .events = {event}});
}

bool says(const std::string& text, const std::string& line) { return text.contains("\r\n" + line + "\r\n"); }

// Lines as they were before they were folded.
std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

std::string letters_by_chance() {
  const auto some = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("å", "ñ", ";", ",", "\\", "\n", "\"", ":", "x", " ", "行", "😀", "\r", "\x01"));
  std::string text;
  for (const auto& one : some) text += one;
  return text;
}

}  // namespace

TEST_CASE("a whole day ends on the next one, also at the end of a year") {
  const auto text = of(an_event());
  CHECK(says(text, "DTSTART;VALUE=DATE:20261231"));
  CHECK(says(text, "DTEND;VALUE=DATE:20270101"));
}

TEST_CASE("an event is known by its uid, and newer by its sequence; when it was changed is UTC") {
  const auto text = of(an_event());
  CHECK(says(text, "UID:one@trivium"));
  CHECK(says(text, "SEQUENCE:2"));
  CHECK(says(text, "DTSTAMP:20260901T101112Z"));
  CHECK(says(text, "LAST-MODIFIED:20260901T101112Z"));
}

TEST_CASE("hours name the zone and bring its rules along; a whole day needs none") {
  auto event = an_event();
  CHECK_FALSE(of(event).contains("VTIMEZONE"));
  event.hours = Hours{"09:30", "16:00"};
  const auto text = of(event);
  CHECK(says(text, "DTSTART;TZID=Europe/Madrid:20261231T093000"));
  CHECK(says(text, "DTEND;TZID=Europe/Madrid:20261231T160000"));
  CHECK(says(text, "TZID:Europe/Madrid"));
}

TEST_CASE(
    "hours of a city with a clock of its own name that one, beside those on the calendar's, each with its rules") {
  auto here = an_event();
  here.hours = Hours{"09:30", "16:00"};
  auto there = here;
  there.uid = "two@trivium";
  there.hours->zone = "Europe/Lisbon";
  const auto text = written({.name = "Trivium", .zone = "Europe/Madrid", .events = {here, there}});
  CHECK(says(text, "DTSTART;TZID=Europe/Madrid:20261231T093000"));
  CHECK(says(text, "DTSTART;TZID=Europe/Lisbon:20261231T093000"));
  CHECK(says(text, "TZID:Europe/Madrid"));
  CHECK(says(text, "TZID:Europe/Lisbon"));
}

TEST_CASE("in UTC hours are written so; in a zone nobody knows they name none") {
  auto event = an_event();
  event.hours = Hours{"09:30", "16:00"};
  CHECK(says(of(event, "Etc/UTC"), "DTSTART:20261231T093000Z"));
  CHECK(says(of(event, "Europe/Nowhere"), "DTSTART:20261231T093000"));
}

TEST_CASE("a calendar without events is a whole one") {
  const auto text = written({.name = "Trivium", .zone = "Europe/Madrid", .events = {}});
  CHECK(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(text.ends_with("END:VCALENDAR\r\n"));
  CHECK(says(text, "X-WR-CALNAME:Trivium"));
  CHECK(says(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H"));
}

TEST_CASE("signs with a meaning of their own are escaped") {
  auto event = an_event();
  event.summary = "a; b, c\\ d\ne";
  CHECK(says(of(event), "SUMMARY:a\\; b\\, c\\\\ d\\ne"));
}

TEST_CASE("whatever the words: no line is longer than 75 octets, none is torn inside a letter, none adds a property") {
  rc::check("folded lines", [] {
    auto event = an_event();
    event.summary = "x" + letters_by_chance();
    event.description = "y" + letters_by_chance();
    const auto text = of(event);
    for (std::size_t from = 0; from < text.size();) {
      const auto end = text.find("\r\n", from);
      RC_ASSERT(end != std::string::npos);
      RC_ASSERT(end - from <= 75);
      RC_ASSERT((static_cast<unsigned char>(text[from]) & 0xC0U) != 0x80U);
      from = end + 2;
    }
    const auto whole = unfolded(text);
    RC_ASSERT(whole.find("SUMMARY:x") != std::string::npos);
    RC_ASSERT(whole.find('\x01') == std::string::npos);
    RC_ASSERT(std::ranges::count(whole, '\n') == std::ranges::count(of(an_event()), '\n') + 1);
  });
}

}  // namespace trivium::calendar

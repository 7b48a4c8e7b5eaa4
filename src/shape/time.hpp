// Dates are ISO text, instants are UTC. Both compare as text, and both databases store them alike.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace trivium::shape {

struct Date {
  std::string text;  // 2026-09-20
  auto operator<=>(const Date&) const = default;
};

struct Instant {
  std::string text;  // 2026-09-20T14:02:11.123Z
  auto operator<=>(const Instant&) const = default;
};

Instant instant(std::chrono::system_clock::time_point when);
Instant now();
Instant later(const Instant& from, std::chrono::seconds by);
Date date_of(const Instant& when);
int days_between(const Date& from, const Date& to);

std::optional<Date> read_date(std::string_view text);
std::optional<Instant> read_instant(std::string_view text);
std::chrono::sys_days days(const Date& date);

}  // namespace trivium::shape

#include "shape/time.hpp"

#include <fmt/format.h>

#include <charconv>

namespace trivium::shape {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (trouble != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

std::optional<std::chrono::sys_days> calendar_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

std::optional<std::chrono::system_clock::time_point> point(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[23] != 'Z') {
    return std::nullopt;
  }
  const auto day = calendar_day(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  const auto millis = digits(text.substr(20, 3));
  if (!day || !hour || !minute || !second || !millis || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *day + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} +
         std::chrono::milliseconds{*millis};
}

}  // namespace

Instant instant(std::chrono::system_clock::time_point when) {
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::milliseconds>(when - day)};
  return {fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                      clock.minutes().count(), clock.seconds().count(), clock.subseconds().count())};
}

Instant now() { return instant(std::chrono::system_clock::now()); }

Instant later(const Instant& from, std::chrono::seconds by) {
  const auto start = point(from.text);
  return start ? instant(*start + by) : from;
}

Date date_of(const Instant& when) { return {when.text.substr(0, 10)}; }

std::chrono::sys_days days(const Date& date) { return calendar_day(date.text).value_or(std::chrono::sys_days{}); }

int days_between(const Date& from, const Date& to) { return static_cast<int>((days(to) - days(from)).count()); }

std::optional<Date> read_date(std::string_view text) {
  if (!calendar_day(text)) return std::nullopt;
  return Date{std::string{text}};
}

std::optional<Instant> read_instant(std::string_view text) {
  if (!point(text)) return std::nullopt;
  return Instant{std::string{text}};
}

}  // namespace trivium::shape

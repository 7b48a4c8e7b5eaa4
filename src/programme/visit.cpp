#include "programme/visit.hpp"

#include "shape/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::programme {
namespace {

bool same_plan(const Visit& one, const Visit& other) {
  return one.on_day == other.on_day && one.place == other.place && one.timetable == other.timetable;
}

// True where the row was still at the revision this was made on.
bool put(store::Session& session, const Visit& given) {
  if (given.revision == 1) {
    return session.run(R"(
        insert into visits (round, on_day, place, timetable, revision, changed_by, changed_at)
        values (:round, :on_day, :place, :timetable, 1, :changed_by, :changed_at) on conflict (round) do nothing)",
                       {{"round", given.round},
                        {"on_day", given.on_day},
                        {"place", given.place},
                        {"timetable", given.timetable},
                        {"changed_by", given.changed_by},
                        {"changed_at", given.changed_at}}) == 1;
  }
  return session.run(R"(
      update visits set on_day = :on_day, place = :place, timetable = :timetable, revision = :revision,
             changed_by = :changed_by, changed_at = :changed_at
      where round = :round and revision = :made_on)",
                     {{"round", given.round},
                      {"on_day", given.on_day},
                      {"place", given.place},
                      {"timetable", given.timetable},
                      {"revision", given.revision},
                      {"changed_by", given.changed_by},
                      {"changed_at", given.changed_at},
                      {"made_on", given.revision - 1}}) == 1;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// What follows a time: "– Welcome" as "Welcome".
std::string without_dash(const std::string& rest) {
  std::string what = shape::trimmed(rest);
  for (const std::string_view dash : {"–", "—", "-", ":"}) {
    if (what.starts_with(dash)) return shape::trimmed(std::string_view{what}.substr(dash.size()));
  }
  return what;
}

// "9:30 Welcome" as its time and the rest; nothing where it does not begin with a time of day.
std::optional<TimetableLine> timed(const std::string& line) {
  std::size_t hours = 0;
  while (hours < line.size() && hours < 2 && digit(line[hours])) ++hours;
  constexpr std::string_view kBetween = ":.hH";
  if (hours == 0 || hours + 2 >= line.size() || kBetween.find(line[hours]) == std::string_view::npos) return {};
  if (!digit(line[hours + 1]) || !digit(line[hours + 2])) return {};
  const std::size_t end = hours + 3;
  if (end < line.size() && digit(line[end])) return {};
  const int hour = std::stoi(line.substr(0, hours));
  const int minute = std::stoi(line.substr(hours + 1, 2));
  if (hour > 23 || minute > 59) return {};
  return TimetableLine{.at = fmt::format("{:02}:{:02}", hour, minute), .what = without_dash(line.substr(end))};
}

}  // namespace

std::expected<Visit, std::optional<Visit>> plan(store::Session& session, Visit given) {
  auto stored = visit(session, given.round);
  if (stored && same_plan(*stored, given)) return *std::move(stored);
  if ((stored ? stored->revision : 0) != given.revision) return std::unexpected{std::move(stored)};
  given.revision += 1;
  // On PostgreSQL another connection may have written since the row was looked at.
  if (!put(session, given)) return std::unexpected{visit(session, given.round)};
  return given;
}

void clock_changed(store::Session& session, const CityId& city, const shape::Instant& now) {
  session.run(R"(
      update visits set revision = revision + 1, changed_at = :now
      where round in (select rounds.id from rounds join clusters on clusters.id = rounds.cluster
                      where clusters.city = :city))",
              {{"now", now}, {"city", city}});
}

std::optional<Visit> visit(store::Session& session, const RoundId& round) {
  return session.row<Visit>("select {} from visits where round = :round", {{"round", round}});
}

std::vector<TimetableLine> timetable_of(const std::string& text) {
  std::vector<TimetableLine> lines;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const std::string line = shape::trimmed(std::string_view{text}.substr(from, end - from));
    from = end + 1;
    if (line.empty()) continue;
    auto told = timed(line);
    lines.push_back(told ? *std::move(told) : TimetableLine{.at = {}, .what = line});
  }
  return lines;
}

}  // namespace trivium::programme

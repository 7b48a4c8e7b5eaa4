// A record with a member of every kind, for the tests of reading and writing.
#pragma once

#include "shape/json.hpp"

namespace trivium::shape {

enum class Weather { fine, wet };
TRIVIUM_NAMES(Weather, fine, wet)

struct Companion {
  std::string name;
  std::optional<int> age;

  bool operator==(const Companion&) const = default;
};
TRIVIUM_SHAPE(Companion, name, age)

struct Visit {
  Id<struct VisitTag> id;
  std::string firm;
  int people;
  std::int64_t cents;
  double hours;
  bool repeated;
  Weather weather;
  Date on;
  Instant noted_at;
  Bytes photo;
  Json extra;
  std::vector<std::string> topics;
  std::vector<Companion> companions;
  std::optional<std::string> remark;
  std::optional<Weather> forecast;
  std::optional<Companion> host;

  bool operator==(const Visit&) const = default;
};
TRIVIUM_SHAPE(Visit, id, firm, people, cents, hours, repeated, weather, on, noted_at, photo, extra, topics, companions,
              remark, forecast, host)

// A visit as it should be; a test changes what it is about.
inline Json good_visit() {
  return Json::parse(R"({
    "id": "01890a5d-ac96-774b-bcce-b302099a8057", "firm": "Bakery", "people": 3, "cents": 1250, "hours": 1.5,
    "repeated": false, "weather": "wet", "on": "2026-09-20", "noted_at": "2026-09-20T14:02:11.123Z",
    "photo": "AP8=", "extra": {"any": [1, "thing"]}, "topics": ["flour"], "companions": [{"name": "Ane", "age": 40}],
    "remark": "fresh", "forecast": "fine", "host": {"name": "Rosa", "age": null}})");
}

inline Json visit_with(const std::string& member, Json value) {
  Json visit = good_visit();
  visit[member] = std::move(value);
  return visit;
}

inline Json visit_without(const std::string& member) {
  Json visit = good_visit();
  visit.erase(member);
  return visit;
}

// What is wrong, each as "pointer key".
inline std::vector<std::string> wrong_with(const Json& given, Wire wire = Wire::json) {
  std::vector<std::string> found;
  const auto visit = read<Visit>(given, wire);
  if (visit) return found;
  for (const auto& flaw : visit.error()) found.push_back(flaw.pointer + " " + flaw.key);
  return found;
}

using Wrong = std::vector<std::string>;

}  // namespace trivium::shape

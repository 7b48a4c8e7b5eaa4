// Whatever stands in a record, written as JSON and read again it is the same record.
#include "shape/by_chance.hpp"
#include "shape/visit.hpp"

#include <doctest/doctest.h>

#include <bit>

namespace trivium::shape {
namespace {

using by_chance::below;
using by_chance::Chance;
using by_chance::one_in;

template <class Whole>
Whole any_whole(Chance& chance) {
  const std::uint64_t bits = std::uint64_t{chance()} << 32U | chance();
  return static_cast<Whole>(bits >> below(chance, 64));
}

double any_real(Chance& chance) {
  while (true) {
    const auto real = std::bit_cast<double>(std::uint64_t{chance()} << 32U | chance());
    if (real - real == 0) return real;  // neither infinite nor no number
  }
}

Companion any_companion(Chance& chance) {
  Companion made{by_chance::text(chance, 3), std::nullopt};
  if (one_in(chance, 2)) made.age = any_whole<int>(chance);
  return made;
}

Visit any_visit(Chance& chance) {
  Visit made{};
  made.id = Id<struct VisitTag>::fresh();
  made.firm = by_chance::text(chance, 10);
  made.people = any_whole<int>(chance);
  made.cents = any_whole<std::int64_t>(chance);
  made.hours = any_real(chance);
  made.repeated = one_in(chance, 2);
  made.weather = one_in(chance, 2) ? Weather::fine : Weather::wet;
  const auto since_1970 = std::chrono::seconds{chance() + static_cast<std::int64_t>(below(chance, 2)) * 4'000'000'000};
  made.noted_at =
      instant(std::chrono::system_clock::time_point{since_1970} + std::chrono::milliseconds{below(chance, 1000)});
  made.on = date_of(made.noted_at);
  made.photo.bytes = by_chance::bytes(chance, below(chance, 40));
  made.extra = {{by_chance::word(chance), by_chance::text(chance, 4)}, {"list", {1, nullptr, true}}};
  for (auto count = below(chance, 4); count > 0; --count) made.topics.push_back(by_chance::text(chance, 4));
  for (auto count = below(chance, 4); count > 0; --count) made.companions.push_back(any_companion(chance));
  if (one_in(chance, 2)) made.remark = by_chance::text(chance, 5);
  if (one_in(chance, 2)) made.forecast = Weather::wet;
  if (one_in(chance, 2)) made.host = any_companion(chance);
  return made;
}

}  // namespace

TEST_CASE("a record written as JSON and read again is the same record") {
  for (unsigned seed = 0; seed < 2'000; ++seed) {
    CAPTURE(seed);
    Chance chance{seed};
    const Visit visit = any_visit(chance);
    const auto text = to_json(visit).dump();
    CAPTURE(text);
    const auto document = parse(text);
    REQUIRE(document.has_value());
    const auto again = read<Visit>(*document);
    REQUIRE(again.has_value());
    CHECK(*again == visit);
  }
}

TEST_CASE("a record with one member too few or too many is never read") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    Chance chance{seed};
    const Json whole = to_json(any_visit(chance));
    std::size_t required = 0;
    for (const auto& [name, value] : whole.items()) {
      Json less = whole;
      less.erase(name);
      required += read<Visit>(less).has_value() ? 0 : 1;
    }
    CHECK(required == 13);  // all but remark, forecast and host
    Json more = whole;
    more["x" + by_chance::word(chance)] = nullptr;
    CHECK_FALSE(read<Visit>(more).has_value());
  }
}

}  // namespace trivium::shape

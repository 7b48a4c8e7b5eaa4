// How much of a vertex its lean speaks for.
#include "fit/profile.hpp"
#include "fit/laws.hpp"

#include <doctest/doctest.h>

namespace trivium::fit {
namespace {

Instrument instrument(std::optional<double> share, std::vector<Mechanism> mechanisms) {
  return {.id = "j", .task = "B3", .text = "j", .resource = share, .mechanisms = std::move(mechanisms)};
}

Lean lean(std::vector<Instrument> instruments) {
  Picture picture;
  picture.instruments = std::move(instruments);
  return profile(picture).instruments;
}

}  // namespace

TEST_CASE("a twentieth of the money that says how it works is a twentieth of what the lean speaks for") {
  const auto found = lean({instrument(95, {}), instrument(5, {Mechanism::sharing})});
  CHECK(found.placed);
  CHECK(found.sharing == 1);
  CHECK(found.share == doctest::Approx(.05));
  CHECK(found.unsized == 0);
}

TEST_CASE("what is of unknown size beside a known one is counted, and is no part of the share") {
  const auto found = lean({instrument(30, {Mechanism::matching, Mechanism::learning}), instrument({}, {}),
                           instrument({}, {Mechanism::sharing})});
  CHECK(found.sharing == 0);
  CHECK(found.share == 1);
  CHECK(found.unsized == 2);
}

TEST_CASE("where no size is known the share is one of things") {
  const auto found = lean({instrument({}, {Mechanism::sharing}), instrument({}, {}), instrument({}, {}),
                           instrument({}, {Mechanism::learning})});
  CHECK(found.by_count);
  CHECK(found.share == doctest::Approx(.5));
  CHECK(found.unsized == 0);
}

TEST_CASE("the share is a part of one, and one exactly where every known size above zero says how it works") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance);
    const auto leans = profile(picture);
    for (const auto& one : {leans.demands, leans.instruments, leans.practices}) {
      if (!one.placed) {
        CHECK(one == Lean{});
        continue;
      }
      CHECK(one.share > 0);
      CHECK(one.share <= 1 + kNear);
    }
    if (!leans.instruments.placed) return;
    const bool all = std::ranges::all_of(picture.instruments, [&](const Instrument& one) {
      const double size = leans.instruments.by_count ? 1 : one.resource.value_or(0);
      return size == 0 || !one.mechanisms.empty();
    });
    CHECK((leans.instruments.share > 1 - kNear) == all);
  });
}

}  // namespace trivium::fit

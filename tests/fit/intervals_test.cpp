// Intervals held against the ways the unknown could fall, each way worked out by the formula itself.
#include "fit/formula.hpp"
#include "fit/laws.hpp"

#include <algorithm>

namespace trivium::fit {
namespace {

// An unknown part of what is left of the whole, or of any size where it has none.
void complete(std::vector<std::optional<double>*> amounts, const std::optional<double>& whole,
              by_chance::Chance& chance) {
  double known = 0;
  for (const auto* amount : amounts) known += amount->value_or(0);
  const bool bounded = whole && known > 0 && known <= *whole;
  double left = bounded ? *whole - known : 0;
  std::ranges::shuffle(amounts, chance);
  for (auto* amount : amounts) {
    if (*amount) continue;
    if (bounded) *amount = left * static_cast<double>(by_chance::below(chance, 5)) / 4;
    else if (by_chance::one_in(chance, 4)) *amount = 0.0;
    else *amount = std::pow(10.0, static_cast<double>(by_chance::below(chance, 7)) - 3);
    left -= **amount;
  }
}

void complete(Picture& picture, by_chance::Chance& chance) {
  std::vector<std::optional<double>*> resources;
  std::vector<std::optional<double>*> efforts;
  for (auto& instrument : picture.instruments) resources.push_back(&instrument.resource);
  for (auto& practice : picture.practices) efforts.push_back(&practice.effort);
  complete(resources, picture.whole, chance);
  complete(efforts, std::nullopt, chance);
}

// A number may only be missing in one way of falling where all that is spent or done fell to nothing.
bool holds(const std::optional<Interval>& all, const std::optional<Interval>& one, const std::optional<Unsaid>& why) {
  if (!one) return !all || why == Unsaid::nothing_spent || why == Unsaid::nothing_done;
  return all && one->least >= all->least - kNear && one->most <= all->most + kNear;
}

void check_bounds(const Sides& any) {
  const auto check = [](const std::optional<Interval>& interval) {
    if (!interval) return;
    CHECK(interval->least >= 0);
    CHECK(interval->least <= interval->most);
    CHECK(interval->most <= 1);
  };
  for (const auto side : kSides) {
    check((any.*side).reach);
    check((any.*side).proportion);
    CHECK((any.*side).reach.has_value() != (any.*side).why_no_reach.has_value());
    CHECK((any.*side).proportion.has_value() != (any.*side).why_no_proportion.has_value());
  }
}

Instrument instrument(std::optional<double> resource) {
  return {.id = "j", .task = "B3", .text = "j", .resource = resource, .mechanisms = {}};
}
Practice practice(std::optional<double> effort) {
  return {.id = "k", .task = "C8", .text = "k", .effort = effort, .mechanisms = {}};
}

}  // namespace

TEST_CASE("an interval holds the value of every way its unknowns could fall") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    const auto all = sides(picture);
    for (int completion = 0; completion < 3; ++completion) {
      Picture known = picture;
      complete(known, chance);
      const auto one = sides(known);
      for (const auto side : kSides) {
        CHECK(holds((all.*side).reach, (one.*side).reach, (one.*side).why_no_reach));
        CHECK(holds((all.*side).proportion, (one.*side).proportion, (one.*side).why_no_proportion));
      }
    }
  });
}

TEST_CASE("both ends of an interval are reached by some way the unknowns could fall") {
  int searched = 0;
  on_many(
      [&](by_chance::Chance& chance) {
        // The search along two lines takes long, so it is made now and then.
        const std::size_t most_choices = by_chance::one_in(chance, 40) ? 2 : 1;
        const auto picture = any_picture(chance, 2);
        const auto all = sides(picture);
        const auto how = formulas(picture);
        const auto check = [&](const std::optional<Interval>& interval, const Formula& side,
                               double (Formula::*value)() const) {
          if (!interval) return;
          const auto ends = found_ends(side, value, most_choices);
          if (!ends) return;
          ++searched;
          CHECK(std::abs(interval->least - ends->least) < kNear);
          CHECK(std::abs(interval->most - ends->most) < kNear);
        };
        for (std::size_t i = 0; i < kSides.size(); ++i) {
          const auto& side = all.*kSides.at(i);
          check(side.proportion, how.at(i), &Formula::proportion);
          if (side.proportion) check(side.reach, how.at(i), &Formula::reach);
        }
      },
      2'000);
  CHECK(searched > 1'000);
}

TEST_CASE("where everything is known an interval is a point, and it is the formula's value") {
  on_many([](by_chance::Chance& chance) {
    auto picture = any_picture(chance);
    check_bounds(sides(picture));
    complete(picture, chance);
    const auto known = sides(picture);
    check_bounds(known);
    const auto how = formulas(picture);
    for (std::size_t i = 0; i < kSides.size(); ++i) {
      const auto& side = known.*kSides.at(i);
      if (side.reach) {
        CHECK(side.reach->least == side.reach->most);
        CHECK(std::abs(side.reach->least - how.at(i).reach()) < kNear);
      }
      if (side.proportion) {
        CHECK(side.proportion->least == side.proportion->most);
        CHECK(std::abs(side.proportion->least - how.at(i).proportion()) < kNear);
      }
    }
  });
}

TEST_CASE("up to a dozen of each: no sum of rounded shares leaves 0 to 1") {
  on_many([](by_chance::Chance& chance) { check_bounds(sides(any_picture(chance, 1, 12))); }, 2'000);
}

TEST_CASE("hours in proportion to shares meet them wholly, however the shares round") {
  on_many([](by_chance::Chance& chance) {
    Picture picture;
    picture.demands.push_back(
        {.id = "d", .task = "A_sum", .text = "d", .weight = 1, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
    const double hours = static_cast<double>(1 + by_chance::below(chance, 30)) / 10;
    const auto count = 2 + by_chance::below(chance, 11);
    for (std::size_t i = 0; i < count; ++i) {
      const auto share = static_cast<double>(1 + by_chance::below(chance, 20));
      picture.instruments.push_back(instrument(share));
      picture.practices.push_back(practice(share * hours));
      picture.carries.push_back({i, i, 1});
    }
    if (by_chance::one_in(chance, 2)) picture.instruments.push_back(instrument(std::nullopt));
    if (by_chance::one_in(chance, 2)) picture.practices.push_back(practice(std::nullopt));
    if (by_chance::one_in(chance, 2)) picture.whole = 500;
    const auto found = sides(picture).b_c.proportion;
    REQUIRE(found);
    CHECK(found->most <= 1);
    CHECK(found->most > 1 - kNear);
    check_bounds(sides(picture));
  });
}

TEST_CASE("five shares in proportion to five practices' hours and one share left blank: a number, and no abort") {
  Picture picture;
  std::size_t place = 0;
  for (const double share : {10.0, 10.0, 15.0, 15.0, 15.0}) {
    picture.instruments.push_back(instrument(share));
    picture.practices.push_back(practice(share / 5));
    picture.carries.push_back({place, place, 1});
    ++place;
  }
  picture.instruments.push_back(instrument(std::nullopt));
  // Of any unit the blank one could be everything.
  CHECK(sides(picture).b_c.proportion == Interval{0, 1});
  // As percentages it is at most 35.
  picture.whole = 100;
  CHECK(close(sides(picture).b_c.proportion, Interval{.65, 1}));
  CHECK(close(sides(picture).b_c.reach, Interval{.65, 1}));
}

TEST_CASE("of a hundred per cent a blank share is at most what is left") {
  Picture picture;
  picture.whole = 100;
  picture.instruments = {instrument(80.0), instrument(std::nullopt)};
  picture.practices = {practice(1.0)};
  picture.carries = {{0, 0, 1}};
  CHECK(close(sides(picture).b_c.reach, Interval{.8, 1}));
  // Two blank ones share it.
  picture.instruments.push_back(instrument(std::nullopt));
  CHECK(close(sides(picture).b_c.reach, Interval{.8, 1}));
  // Nothing is left.
  picture.instruments[0].resource = 33.3 + 33.3 + 33.4;
  CHECK(sides(picture).b_c.reach == Interval{1, 1});
  // More than a hundred: these were not parts of one whole, and nothing bounds the blank ones.
  picture.instruments[0].resource = 130;
  CHECK(sides(picture).b_c.reach == Interval{0, 1});
  // Nothing is known above zero: the blank ones are everything, in whatever way.
  picture.instruments[0].resource = 0;
  CHECK(sides(picture).b_c.reach == Interval{0, 0});
}

}  // namespace trivium::fit

// What has to hold for every picture, each law on 10,000 made by chance; the seed is printed where one does not.
#include "fit/any_picture.hpp"
#include "fit/chains.hpp"
#include "fit/help.hpp"
#include "fit/profile.hpp"
#include "fit/sides.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace trivium::fit {
namespace {

constexpr unsigned kCases = 10'000;
constexpr double kNear = 1e-7;  // what a linear programme leaves open

void on_many(const std::function<void(by_chance::Chance&)>& law) {
  for (unsigned seed = 0; seed < kCases; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    law(chance);
  }
}

double carried(const Picture& picture) {
  double all = 0;
  double sum = 0;
  for (const auto& demand : picture.demands) all += demand.weight;
  for (const auto& chain : chains(picture)) sum += picture.demands[chain.demand].weight / all * chain.strength;
  return sum;
}

bool close(const std::optional<Interval>& one, const std::optional<Interval>& other) {
  if (one.has_value() != other.has_value()) return false;
  return !one || (std::abs(one->least - other->least) < kNear && std::abs(one->most - other->most) < kNear);
}

bool close(const Sides& one, const Sides& other) {
  return close(one.a_b.reach, other.a_b.reach) && close(one.b_c.reach, other.b_c.reach) &&
         close(one.a_c.reach, other.a_c.reach) && close(one.a_b.proportion, other.a_b.proportion) &&
         close(one.b_c.proportion, other.b_c.proportion) && close(one.a_c.proportion, other.a_c.proportion);
}

bool within(const std::optional<Interval>& inner, const std::optional<Interval>& outer) {
  if (!inner || !outer) return true;
  return inner->least >= outer->least - kNear && inner->most <= outer->most + kNear;
}

// One more link of any of the three kinds, where there is something to link.
bool add_a_link(Picture& picture, by_chance::Chance& chance) {
  const auto add = [&](std::vector<Link>& links, std::size_t from, std::size_t to) {
    if (from == 0 || to == 0) return false;
    links.push_back(
        {by_chance::below(chance, from), by_chance::below(chance, to), by_chance::one_in(chance, 2) ? 1 : 0.5});
    return true;
  };
  switch (by_chance::below(chance, 3)) {
    case 0: return add(picture.addresses, picture.instruments.size(), picture.demands.size());
    case 1: return add(picture.carries, picture.practices.size(), picture.instruments.size());
    default: return add(picture.meets, picture.practices.size(), picture.demands.size());
  }
}

std::size_t new_practice(Picture& picture) {
  picture.practices.push_back({.id = "new", .task = "C8", .text = "new", .effort = 1.0, .mechanisms = {}});
  return picture.practices.size() - 1;
}

// At least one demand, so that something can be linked to it.
void a_demand(Picture& picture) {
  if (!picture.demands.empty()) return;
  picture.demands.push_back(
      {.id = "new", .task = "A_sum", .text = "new", .weight = 1, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
}

// The change a break asks for.
void make(Picture& picture, const Break& found) {
  switch (found.kind) {
    case BreakKind::unanswered: picture.meets.push_back({new_practice(picture), *found.demand, 1}); break;
    case BreakKind::on_paper: picture.carries.push_back({new_practice(picture), *found.instrument, 1}); break;
    case BreakKind::from_below:
      picture.instruments.push_back({.id = "new", .task = "B3", .text = "new", .resource = 1.0, .mechanisms = {}});
      picture.addresses.push_back({picture.instruments.size() - 1, *found.demand, 1});
      picture.carries.push_back({*found.practice, picture.instruments.size() - 1, 1});
      break;
    case BreakKind::answer_without_a_question:
      a_demand(picture);
      picture.addresses.push_back({*found.instrument, 0, 1});
      break;
    case BreakKind::busy_without_a_reason:
      a_demand(picture);
      picture.meets.push_back({*found.practice, 0, 1});
      break;
    case BreakKind::wrong_scale: picture.reached = Scale::eu; break;
    case BreakKind::unreached: picture.demands[*found.demand].unmet_actors.clear(); break;
    case BreakKind::unfunded: picture.instruments[*found.instrument].resource = 1; break;
    case BreakKind::unstaffed: picture.practices[*found.practice].effort = 1; break;
  }
}

bool same_place(const Break& one, const Break& other) {
  if (one.kind != other.kind) return false;
  if (one.demand)
    return one.demand == other.demand && (one.kind != BreakKind::unfunded || one.instrument == other.instrument) &&
           (one.kind != BreakKind::unstaffed || one.practice == other.practice);
  return one.instrument == other.instrument && one.practice == other.practice;
}

}  // namespace

TEST_CASE("adding a link never lowers carry, nor the reach of any side") {
  on_many([](by_chance::Chance& chance) {
    auto picture = any_picture(chance, 1);
    const auto before = sides(picture);
    const auto chains_before = chains(picture);
    if (!add_a_link(picture, chance)) return;
    const auto after = sides(picture);
    const auto chains_after = chains(picture);
    for (std::size_t i = 0; i < chains_before.size(); ++i) CHECK(chains_after[i].strength >= chains_before[i].strength);
    for (const auto side : {&Sides::a_b, &Sides::b_c, &Sides::a_c}) {
      const auto& was = (before.*side).reach;
      const auto& is = (after.*side).reach;
      REQUIRE(was.has_value() == is.has_value());
      if (!was) continue;
      CHECK(is->least >= was->least - kNear);
      CHECK(is->most >= was->most - kNear);
    }
  });
}

TEST_CASE("other names and another order change no number") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    Picture turned = picture;
    std::ranges::reverse(turned.demands);
    std::ranges::reverse(turned.instruments);
    std::ranges::reverse(turned.practices);
    const auto d = picture.demands.size() - 1;
    const auto j = picture.instruments.size() - 1;
    const auto k = picture.practices.size() - 1;
    for (auto& link : turned.addresses) link = {j - link.from, d - link.to, link.strength};
    for (auto& link : turned.carries) link = {k - link.from, j - link.to, link.strength};
    for (auto& link : turned.meets) link = {k - link.from, d - link.to, link.strength};
    for (auto& demand : turned.demands) demand.id = "another " + demand.id;
    CHECK(close(sides(picture), sides(turned)));
    CHECK(std::abs(carried(picture) - carried(turned)) < kNear);
    CHECK(breaks(picture, chains(picture)).size() == breaks(turned, chains(turned)).size());
  });
}

TEST_CASE("all weights, all resources or all efforts in another unit change no number") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    Picture scaled = picture;
    for (auto& demand : scaled.demands) demand.weight *= 7.3;
    for (auto& instrument : scaled.instruments) {
      if (instrument.resource) *instrument.resource *= 1'000;
    }
    for (auto& practice : scaled.practices) {
      if (practice.effort) *practice.effort /= 60;
    }
    CHECK(close(sides(picture), sides(scaled)));
  });
}

TEST_CASE("a demand whose weight goes to nothing stops mattering") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 2);
    Picture without = picture;
    Picture faint = picture;
    const auto last = picture.demands.size() - 1;
    faint.demands[last].weight = 1e-12;
    const auto with_faint = sides(faint);
    without.demands.pop_back();
    std::erase_if(without.addresses, [&](const Link& link) { return link.to == last; });
    std::erase_if(without.meets, [&](const Link& link) { return link.to == last; });
    const auto left = sides(without);
    CHECK(close(with_faint.a_b.reach, left.a_b.reach));
    CHECK(close(with_faint.a_c.reach, left.a_c.reach));
    CHECK(close(with_faint.b_c.reach, left.b_c.reach));
  });
}

TEST_CASE("an interval holds the value of every way its unknowns could fall") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    const auto all = sides(picture);
    for (int completion = 0; completion < 3; ++completion) {
      Picture known = picture;
      const auto fall = [&](std::optional<double>& amount) {
        if (!amount)
          amount =
              by_chance::one_in(chance, 4) ? 0.0 : std::pow(10.0, static_cast<double>(by_chance::below(chance, 7)) - 3);
      };
      for (auto& instrument : known.instruments) fall(instrument.resource);
      for (auto& practice : known.practices) fall(practice.effort);
      const auto one = sides(known);
      for (const auto side : {&Sides::a_b, &Sides::b_c, &Sides::a_c}) {
        CHECK(within((one.*side).reach, (all.*side).reach));
        CHECK(within((one.*side).proportion, (all.*side).proportion));
      }
    }
  });
}

TEST_CASE("where everything is known an interval is a point, and every number lies between 0 and 1") {
  on_many([](by_chance::Chance& chance) {
    auto picture = any_picture(chance);
    const auto check = [](const std::optional<Interval>& interval) {
      if (!interval) return;
      CHECK(interval->least >= -kNear);
      CHECK(interval->least <= interval->most + kNear);
      CHECK(interval->most <= 1 + kNear);
    };
    const auto any = sides(picture);
    for (const auto side : {&Sides::a_b, &Sides::b_c, &Sides::a_c}) {
      check((any.*side).reach);
      check((any.*side).proportion);
      CHECK((any.*side).reach.has_value() != (any.*side).why_no_reach.has_value());
      CHECK((any.*side).proportion.has_value() != (any.*side).why_no_proportion.has_value());
    }
    for (auto& instrument : picture.instruments) instrument.resource = instrument.resource.value_or(2);
    for (auto& practice : picture.practices) practice.effort = practice.effort.value_or(3);
    const auto known = sides(picture);
    for (const auto side : {&Sides::a_b, &Sides::b_c, &Sides::a_c}) {
      if ((known.*side).reach) CHECK((known.*side).reach->least == (known.*side).reach->most);
      if ((known.*side).proportion) CHECK((known.*side).proportion->least == (known.*side).proportion->most);
    }
  });
}

TEST_CASE("every break is gone when the change it asks for is made") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance);
    for (const auto& found : breaks(picture, chains(picture))) {
      Picture mended = picture;
      make(mended, found);
      for (const auto& left : breaks(mended, chains(mended))) {
        CAPTURE(shape::name_of(found.kind));
        CHECK_FALSE(same_place(left, found));
      }
    }
  });
}

TEST_CASE("what would help most: each gain is what the change really brings, and no single change brings more") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    const double now = carried(picture);
    const auto offered = most_helpful(picture);
    double last = 1;
    for (const auto& change : offered) {
      Picture changed = picture;
      const auto by = change.kind == ChangeKind::address ? 0 : new_practice(changed);
      switch (change.kind) {
        case ChangeKind::address: changed.addresses.push_back({*change.instrument, *change.demand, 1}); break;
        case ChangeKind::carry: changed.carries.push_back({by, *change.instrument, 1}); break;
        case ChangeKind::meet: changed.meets.push_back({by, *change.demand, 1}); break;
      }
      CHECK(std::abs(carried(changed) - now - change.gain) < kNear);
      CHECK(change.gain > 0);
      CHECK(change.gain <= last + kNear);
      last = change.gain;
    }
    const double best = offered.empty() ? 0 : offered.front().gain;
    for (std::size_t j = 0; j < picture.instruments.size(); ++j) {
      for (std::size_t i = 0; i < picture.demands.size(); ++i) {
        Picture changed = picture;
        changed.addresses.push_back({j, i, 1});
        CHECK(carried(changed) - now <= best + kNear);
      }
      Picture changed = picture;
      changed.carries.push_back({new_practice(changed), j, 1});
      CHECK(carried(changed) - now <= best + kNear);
    }
  });
}

}  // namespace trivium::fit

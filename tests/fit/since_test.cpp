// Two rounds held against each other: laws over pictures made by chance.
#include "fit/since.hpp"

#include "fit/any_picture.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::fit {
namespace {

constexpr unsigned kCases = 10'000;

std::string as_it_is(const std::string& text) { return text; }

// Texts of their own, so that what is the same is the same by id or text and not by chance.
Picture named_picture(by_chance::Chance& chance) {
  auto picture = any_picture(chance);
  for (auto& demand : picture.demands) demand.text = "demand " + demand.id;
  for (auto& instrument : picture.instruments) instrument.text = "instrument " + instrument.id;
  for (auto& practice : picture.practices) practice.text = "practice " + practice.id;
  return picture;
}

Picture one_demand(const std::string& id, const std::string& text) {
  Picture picture;
  picture.demands.push_back(
      {.id = id, .task = "A_sum", .text = text, .weight = 3, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
  return picture;
}

auto count(const Since& found, Fate fate) { return std::ranges::count(found.breaks, fate, &BreakSince::fate); }
auto count(const Since& found, Turn turn) { return std::ranges::count(found.things, turn, &ThingSince::turn); }

}  // namespace

TEST_CASE("a round against itself: nothing came, went, changed, opened or closed") {
  for (unsigned seed = 1; seed <= kCases; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const auto picture = named_picture(chance);
    const auto found = since(picture, picture, as_it_is);
    CHECK(found.things.empty());
    CHECK(count(found, Fate::opened) == 0);
    CHECK(count(found, Fate::closed) == 0);
    CHECK(count(found, Fate::stayed) == static_cast<long>(breaks(picture, chains(picture)).size()));
  }
}

TEST_CASE("looked at backwards, what opened has closed and what came has gone") {
  for (unsigned seed = 1; seed <= kCases; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const auto then = named_picture(chance);
    const auto now = named_picture(chance);
    const auto forwards = since(then, now, as_it_is);
    const auto backwards = since(now, then, as_it_is);
    CHECK(count(forwards, Fate::opened) == count(backwards, Fate::closed));
    CHECK(count(forwards, Fate::closed) == count(backwards, Fate::opened));
    CHECK(count(forwards, Fate::stayed) == count(backwards, Fate::stayed));
    CHECK(count(forwards, Turn::came) == count(backwards, Turn::went));
    CHECK(count(forwards, Turn::went) == count(backwards, Turn::came));
    CHECK(count(forwards, Turn::changed) == count(backwards, Turn::changed));
    // Nothing is lost: every break of both rounds has its fate.
    CHECK(count(forwards, Fate::opened) + count(forwards, Fate::stayed) ==
          static_cast<long>(breaks(now, chains(now)).size()));
    CHECK(count(forwards, Fate::closed) + count(forwards, Fate::stayed) ==
          static_cast<long>(breaks(then, chains(then)).size()));
  }
}

TEST_CASE("a row written anew under a new id is the same one by its text") {
  Picture then;
  then.demands.push_back({.id = "old",
                          .task = "A_sum",
                          .text = "No test kitchen",
                          .weight = 3,
                          .mechanisms = {},
                          .scale = {},
                          .unmet_actors = {}});
  auto now = then;
  now.demands[0].id = "new";
  now.demands[0].weight = 5;
  const auto found = since(then, now, as_it_is);
  REQUIRE(found.things.size() == 1);
  CHECK(found.things[0].turn == Turn::changed);
  CHECK(found.things[0].traits == std::vector{Trait::weight});
  CHECK(count(found, Fate::stayed) == 1);
  CHECK(count(found, Fate::opened) == 0);
}

TEST_CASE("a practice that carries what was on paper closes the break") {
  Picture then;
  then.demands.push_back(
      {.id = "d", .task = "A_sum", .text = "d", .weight = 3, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
  then.instruments.push_back({.id = "j", .task = "B3", .text = "j", .resource = 1, .mechanisms = {}});
  then.addresses.push_back({0, 0, 1});
  auto now = then;
  now.practices.push_back({.id = "k", .task = "C8", .text = "k", .effort = 1, .mechanisms = {}});
  now.carries.push_back({0, 0, 1});
  const auto found = since(then, now, as_it_is);
  REQUIRE(count(found, Fate::closed) == 1);
  CHECK(found.breaks[0].what.kind == BreakKind::on_paper);
  CHECK(count(found, Turn::came) == 1);
}

TEST_CASE("a problem that was unanswered and is on paper has not closed a gap: one turned into the other") {
  const auto then = one_demand("d", "d");
  auto now = then;
  now.instruments.push_back({.id = "j", .task = "B3", .text = "j", .resource = 1, .mechanisms = {}});
  now.addresses.push_back({0, 0, 1});
  const auto found = since(then, now, as_it_is);
  REQUIRE(found.breaks.size() == 2);
  CHECK(found.breaks[0].what.kind == BreakKind::unanswered);
  CHECK(found.breaks[0].turned == 1);
  CHECK(found.breaks[1].what.kind == BreakKind::on_paper);
  CHECK(found.breaks[1].turned == 0);
  // Carried through, it has closed; about another problem, it is another gap.
  now.practices.push_back({.id = "k", .task = "C8", .text = "k", .effort = 1, .mechanisms = {}});
  now.carries.push_back({0, 0, 1});
  CHECK_FALSE(since(then, now, as_it_is).breaks[0].turned);
  CHECK_FALSE(since(then, one_demand("e", "e"), as_it_is).breaks[0].turned);
}

TEST_CASE("where a practice no longer meets a problem that stays on paper, no gap has closed") {
  auto then = one_demand("d", "d");
  then.instruments.push_back({.id = "j", .task = "B3", .text = "j", .resource = 1, .mechanisms = {}});
  then.addresses.push_back({0, 0, 1});
  then.practices.push_back({.id = "k", .task = "C8", .text = "k", .effort = 1, .mechanisms = {}});
  auto now = then;
  then.meets.push_back({0, 0, 1});
  const auto found = since(then, now, as_it_is);
  REQUIRE(count(found, Fate::closed) == 1);
  CHECK(found.breaks[0].what.kind == BreakKind::from_below);
  REQUIRE(found.breaks[0].turned);
  CHECK(found.breaks[*found.breaks[0].turned].fate == Fate::stayed);
  CHECK(found.breaks[*found.breaks[0].turned].what.kind == BreakKind::on_paper);
}

TEST_CASE("what turned into another gap is told by both of them, and about one problem") {
  for (unsigned seed = 1; seed <= kCases; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const auto then = named_picture(chance);
    const auto now = named_picture(chance);
    const auto found = since(then, now, as_it_is);
    const auto problem = [&](const BreakSince& one) {
      return (one.fate == Fate::closed ? then : now).demands.at(one.what.demand.value()).text;
    };
    for (std::size_t i = 0; i < found.breaks.size(); ++i) {
      const auto& one = found.breaks[i];
      if (!one.turned) continue;
      const auto& other = found.breaks[*one.turned];
      CHECK(other.fate != one.fate);
      if (other.fate != Fate::stayed) CHECK(other.turned == i);
      CHECK(one.fate != Fate::stayed);
      CHECK(one.named);
      CHECK(problem(one) == problem(other));
    }
  }
}

TEST_CASE("what is said comes before the id: two rows that changed places by their ids are the rows they say") {
  auto then = one_demand("1", "Orders");
  then.demands.push_back(then.demands.front());
  then.demands[1].id = "2";
  then.demands[1].text = "Skills";
  then.demands[1].weight = 5;
  auto now = then;
  std::swap(now.demands[0].id, now.demands[1].id);
  CHECK(since(then, now, as_it_is).things.empty());
  // A row that is reworded under its id is the same one, reworded.
  now.demands[0].text = "Orders from abroad";
  now.demands[0].weight = 4;
  now.demands[0].mechanisms = {Mechanism::matching};
  now.demands[0].id = "1";
  now.demands[1].id = "2";
  const auto found = since(then, now, as_it_is);
  REQUIRE(found.things.size() == 1);
  CHECK(found.things[0].turn == Turn::changed);
  CHECK(found.things[0].traits == std::vector{Trait::text, Trait::weight, Trait::mechanisms});
}

TEST_CASE("rows without a word are the same by their ids only") {
  const std::vector<Named> then{{"1", ""}, {"2", ""}};
  CHECK(same_as(then, {{"2", ""}, {"3", ""}}) == std::vector<std::optional<std::size_t>>{1, std::nullopt});
}

TEST_CASE("means missing at another instrument or practice are another break: one closed, one opened") {
  auto then = one_demand("d", "d");
  for (const char* id : {"j1", "j2"})
    then.instruments.push_back({.id = id, .task = "B3", .text = id, .resource = 1.0, .mechanisms = {}});
  for (const char* id : {"k1", "k2"})
    then.practices.push_back({.id = id, .task = "C8", .text = id, .effort = 1.0, .mechanisms = {}});
  then.instruments[0].resource = 0;
  then.practices[0].effort = 0;
  auto now = then;
  then.addresses = {{0, 0, 1}};
  then.carries = {{0, 0, 1}, {1, 1, 1}};
  now.addresses = {{1, 0, 1}};
  now.carries = {{1, 1, 1}, {0, 0, 1}};
  now.instruments[1].resource = 0;
  now.practices[1].effort = 0;
  const auto found = since(then, now, as_it_is);
  const auto told = [&](Fate fate) {
    std::vector<BreakKind> kinds;
    for (const auto& one : found.breaks) {
      if (one.fate == fate && one.what.demand) kinds.push_back(one.what.kind);
    }
    return kinds;
  };
  const std::vector both{BreakKind::unfunded, BreakKind::unstaffed};
  CHECK(told(Fate::closed) == both);
  CHECK(told(Fate::opened) == both);
  CHECK(told(Fate::stayed).empty());
  for (const auto& one : found.breaks) CHECK(one.named);
}

}  // namespace trivium::fit

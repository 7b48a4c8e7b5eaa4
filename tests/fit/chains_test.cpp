// Which way from a demand to a practice is named, and what is said to be missing on it.
#include "fit/chains.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::fit {
namespace {

Picture one_demand() {
  Picture picture;
  picture.demands.push_back(
      {.id = "d", .task = "A_sum", .text = "d", .weight = 1, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
  return picture;
}

std::size_t add_instrument(Picture& picture, double resource) {
  picture.instruments.push_back({.id = "j" + std::to_string(picture.instruments.size()),
                                 .task = "B3",
                                 .text = "j",
                                 .resource = resource,
                                 .mechanisms = {}});
  return picture.instruments.size() - 1;
}

std::size_t add_practice(Picture& picture, double effort) {
  picture.practices.push_back({.id = "k" + std::to_string(picture.practices.size()),
                               .task = "C8",
                               .text = "k",
                               .effort = effort,
                               .mechanisms = {}});
  return picture.practices.size() - 1;
}

std::vector<std::string> kinds(const Picture& picture) {
  std::vector<std::string> all;
  for (const auto& found : breaks(picture, chains(picture))) all.emplace_back(shape::name_of(found.kind));
  return all;
}

using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("an instrument taken up in part is carried as well by whoever has hours for it") {
  auto picture = one_demand();
  const auto instrument = add_instrument(picture, 10);
  const auto without_time = add_practice(picture, 0);
  const auto with_time = add_practice(picture, 10);
  picture.addresses = {{instrument, 0, .5}};
  picture.carries = {{without_time, instrument, 1}, {with_time, instrument, .5}};
  const auto chain = chains(picture).front();
  CHECK(chain.strength == .5);
  CHECK(chain.practice == with_time);
  CHECK(kinds(picture).empty());
  // Taken up in full, whoever carries it in full makes the stronger way, and the hours are missing there.
  picture.addresses = {{instrument, 0, 1}};
  CHECK(chains(picture).front().practice == without_time);
  CHECK(kinds(picture) == Kinds{"unstaffed"});
}

TEST_CASE("a break belongs to the strongest way: what a weaker one lacks is not said") {
  auto picture = one_demand();
  const auto instrument = add_instrument(picture, 0);
  const auto carries = add_practice(picture, 0);
  const auto meets = add_practice(picture, 4);
  picture.addresses = {{instrument, 0, .5}};
  picture.carries = {{carries, instrument, 1}};
  picture.meets = {{meets, 0, 1}};
  const auto chain = chains(picture).front();
  CHECK(chain.strength == 1);
  CHECK(chain.standing == Standing::from_below);
  CHECK(chain.practice == meets);
  CHECK(chain.instrument == instrument);  // beside it
  CHECK(kinds(picture) == Kinds{"from_below"});
  // As strong, the way through the instrument is the one.
  picture.meets = {{meets, 0, .5}};
  CHECK(chains(picture).front().standing == Standing::carried_through);
  CHECK(kinds(picture) == Kinds{"unfunded", "unstaffed"});
}

TEST_CASE("of equal ways the one with resource and hours is named, whatever stands first") {
  auto picture = one_demand();
  const auto poor = add_instrument(picture, 0);
  const auto rich = add_instrument(picture, 20);
  const auto idle = add_practice(picture, 0);
  const auto busy = add_practice(picture, 3);
  picture.addresses = {{poor, 0, 1}, {rich, 0, 1}};
  picture.carries = {{busy, poor, 1}, {idle, rich, 1}, {busy, rich, 1}};
  const auto chain = chains(picture).front();
  CHECK(chain.instrument == rich);
  CHECK(chain.practice == busy);
  CHECK(kinds(picture).empty());
}

TEST_CASE("mentoring that stands in a leaflet: on paper, and without means; without a problem, neither") {
  auto picture = one_demand();
  const auto mentoring = add_instrument(picture, 0);
  picture.addresses = {{mentoring, 0, 1}};
  const auto found = breaks(picture, chains(picture));
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == BreakKind::on_paper);
  CHECK(found[1].kind == BreakKind::unfunded);
  CHECK(found[1].control == Control::influence);
  CHECK(found[1].demand == 0);
  CHECK(found[1].instrument == mentoring);
  picture.addresses.clear();
  CHECK(kinds(picture) == Kinds{"unanswered", "answer_without_a_question"});
}

TEST_CASE("an instrument nobody carries is on paper also where a practice meets the problem from below") {
  auto picture = one_demand();
  const auto instrument = add_instrument(picture, 0);
  const auto meets = add_practice(picture, 4);
  picture.addresses = {{instrument, 0, .5}};
  picture.meets = {{meets, 0, .5}};
  CHECK(chains(picture).front().standing == Standing::from_below);
  const auto found = breaks(picture, chains(picture));
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == BreakKind::on_paper);
  CHECK(found[0].control == Control::by_hand);
  CHECK(found[0].instrument == instrument);
  CHECK_FALSE(found[0].practice);
  CHECK(found[1].kind == BreakKind::from_below);
  CHECK(found[1].control == Control::influence);
  CHECK(found[1].practice == meets);
  // One takes up the other: both are gone.
  picture.carries = {{meets, instrument, .5}};
  CHECK(kinds(picture) == Kinds{"unfunded"});
}

TEST_CASE("a lever is out of reach where nobody is known to talk to its level or above") {
  auto picture = one_demand();
  const auto meets = add_practice(picture, 4);
  picture.meets = {{meets, 0, 1}};
  for (const auto lever : {Scale::city, Scale::metropolitan, Scale::regional, Scale::national, Scale::eu}) {
    picture.demands[0].scale = lever;
    for (const auto from : {Scale::regional, Scale::national}) {
      picture.out_of_reach = from;
      const auto all = kinds(picture);
      CHECK((std::ranges::find(all, "wrong_scale") != all.end()) == (lever >= from));
    }
    picture.out_of_reach.reset();
    CHECK(kinds(picture) == Kinds{"from_below"});
  }
}

TEST_CASE("who is not met and which lever is out of reach lie in the problem alone, whatever stands behind it") {
  auto picture = one_demand();
  const auto instrument = add_instrument(picture, 10);
  const auto practice = add_practice(picture, 4);
  picture.addresses = {{instrument, 0, 1}};
  picture.carries = {{practice, instrument, 1}};
  picture.demands[0].unmet_actors = {"bakers"};
  picture.demands[0].scale = Scale::national;
  picture.out_of_reach = Scale::national;
  const auto all = chains(picture);
  REQUIRE(all.front().standing == Standing::carried_through);
  const auto found = breaks(picture, all);
  REQUIRE(kinds(picture) == Kinds{"wrong_scale", "unreached"});
  for (const auto& one : found) {
    CHECK(one.demand == 0);
    CHECK_FALSE(one.instrument);
    CHECK_FALSE(one.practice);
  }
}

TEST_CASE("what is to be lobbied for begins with the region, whether or not somebody talks to it") {
  for (const auto lever : {Scale::city, Scale::metropolitan, Scale::regional, Scale::national, Scale::eu}) {
    auto picture = one_demand();
    picture.demands[0].scale = lever;
    const auto found = breaks(picture, chains(picture));
    REQUIRE(found.size() == 1);
    CHECK((found[0].control == Control::lobby) == (lever >= Scale::regional));
    CHECK(for_the_lobbying_list(picture.demands[0]) == (lever >= Scale::regional));
  }
  CHECK_FALSE(for_the_lobbying_list(one_demand().demands[0]));
}

}  // namespace trivium::fit

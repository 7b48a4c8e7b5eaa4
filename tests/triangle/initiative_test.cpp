// The initiatives of a cluster: one within the other, ended ones kept, and no circle however the records came about.
#include "triangle/initiative.hpp"

#include "triangle/town.hpp"

#include <doctest/doctest.h>

#include <random>

namespace trivium::triangle {
namespace {

const shape::Instant kLater{"2026-10-05T08:00:00.000Z"};

// "plan>office>desk": each within the one before.
Initiatives nested(std::initializer_list<std::pair<std::string, std::string>> names_and_umbrellas) {
  Initiatives all;
  for (const auto& [name, umbrella] : names_and_umbrellas) {
    all.push_back({.id = {name},
                   .cluster = {"cluster"},
                   .name = name,
                   .within = umbrella.empty() ? std::nullopt : std::optional{InitiativeId{umbrella}}});
  }
  return all;
}

}  // namespace

TEST_CASE("an initiative is added, changed and ended, and what has ended stays with its day") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto cluster = settle_cluster(session, "Lund", "Food");
      const auto other = settle_cluster(session, "Lund", "Film");
      const Initiative plan{.id = InitiativeId::fresh(), .cluster = cluster, .name = "Plan", .created_at = kMorning};
      Initiative office{
          .id = InitiativeId::fresh(), .cluster = cluster, .name = "Ofice", .within = plan.id, .created_at = kMorning};
      CHECK(initiatives_of(session, cluster).empty());
      add(session, plan);
      add(session, office);
      office.name = "Office";
      office.within = {};
      change(session, office);
      const auto all = initiatives_of(session, cluster);
      REQUIRE(all.size() == 2);
      CHECK(all[0].name == "Office");
      CHECK_FALSE(all[0].within);
      CHECK(end_initiative(session, office.id, kLater));
      CHECK_FALSE(end_initiative(session, office.id, kMorning));  // the day it ended on stays
      CHECK(initiative(session, cluster, office.id)->ended_at == kLater);
      CHECK_FALSE(initiative(session, cluster, plan.id)->ended_at);
      CHECK_FALSE(initiative(session, other, plan.id));  // another cluster's
      CHECK(initiatives_of(session, other).empty());
    });
  }
}

TEST_CASE("what lies within what, over several levels") {
  const auto all = nested({{"plan", ""}, {"office", "plan"}, {"desk", "office"}, {"fair", ""}});
  CHECK(lies_within(all, {"desk"}, {"plan"}));
  CHECK(lies_within(all, {"desk"}, {"office"}));
  CHECK(lies_within(all, {"desk"}, {"desk"}));
  CHECK_FALSE(lies_within(all, {"plan"}, {"desk"}));
  CHECK_FALSE(lies_within(all, {"fair"}, {"plan"}));
  CHECK_FALSE(lies_within(all, {"nobody"}, {"plan"}));
  CHECK(levels_down_to(all, {"desk"}) == 3);
  CHECK(levels_down_to(all, {"fair"}) == 1);
  CHECK(levels_from(all, {"plan"}) == 3);
  CHECK(levels_from(all, {"desk"}) == 1);
  CHECK(levels_from(all, {"new"}) == 1);
}

TEST_CASE("what lies within an initiative that has ended lies within the next one around that goes on") {
  auto all = nested({{"plan", ""}, {"office", "plan"}, {"desk", "office"}});
  all[1].ended_at = kLater;
  REQUIRE(umbrella_of(all, all[2]) != nullptr);
  CHECK(umbrella_of(all, all[2])->name == "plan");
  CHECK(umbrella_of(all, all[0]) == nullptr);
  all[0].ended_at = kLater;
  CHECK(umbrella_of(all, all[2]) == nullptr);
}

TEST_CASE("a circle that somebody wrote into the records is walked round once") {
  const auto all = nested({{"a", "c"}, {"b", "a"}, {"c", "b"}, {"d", "c"}, {"e", "gone"}});
  CHECK(lies_within(all, {"d"}, {"a"}));
  CHECK_FALSE(lies_within(all, {"d"}, {"e"}));
  CHECK(umbrella_of(all, all[0])->name == "c");
  CHECK(umbrella_of(all, all[4]) == nullptr);
  CHECK(levels_down_to(all, {"a"}) > 0);
  CHECK(levels_from(all, {"a"}) > 0);
}

TEST_CASE("of 200 trees made by chance: levels above and below add up, and nothing lies within what lies within it") {
  std::mt19937 chance{7};
  for (int tree = 0; tree < 200; ++tree) {
    Initiatives all;
    for (int number = 0; number < 12; ++number) {
      const auto around = chance() % (static_cast<unsigned>(number) + 1);
      all.push_back({.id = {std::to_string(number)},
                     .cluster = {"cluster"},
                     .name = std::to_string(number),
                     .within = around == static_cast<unsigned>(number)
                                   ? std::nullopt
                                   : std::optional{InitiativeId{std::to_string(around)}}});
    }
    for (const auto& one : all) {
      if (!one.within) continue;
      CHECK(levels_down_to(all, one.id) == levels_down_to(all, *one.within) + 1);
      CHECK(levels_from(all, *one.within) > levels_from(all, one.id));
      CHECK(lies_within(all, one.id, *one.within));
      CHECK_FALSE(lies_within(all, *one.within, one.id));
    }
  }
}

}  // namespace trivium::triangle

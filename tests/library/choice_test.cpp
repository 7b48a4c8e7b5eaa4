// Why a case speaks to somebody: the reasons are what both share, and the order says nothing else.
#include "library/choice.hpp"

#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::library {
namespace {

const std::vector<std::string> kStages{"take_off", "golden_age", "maturity", "rejuvenation", "decline"};
const std::vector<std::string> kMechanisms{"sharing", "matching", "learning"};
const std::vector<std::string> kTasks{"A1", "A4", "A8", "A_sum", "B3", "B4", "C2", "C8"};

std::set<std::string> some(by_chance::Chance& chance, const std::vector<std::string>& of) {
  std::set<std::string> found;
  for (const auto& one : of) {
    if (by_chance::one_in(chance, 3)) found.insert(one);
  }
  return found;
}

Traits any_case(by_chance::Chance& chance) {
  return {some(chance, kStages), some(chance, kMechanisms), some(chance, kTasks), by_chance::one_in(chance, 3)};
}

Situation any_situation(by_chance::Chance& chance) {
  return {some(chance, kStages), some(chance, kMechanisms), some(chance, kMechanisms),
          some(chance, kTasks),  some(chance, kTasks),      by_chance::one_in(chance, 3)};
}

// Every reason of `before` still holds in `after`, perhaps with more answers to it.
bool keeps(const std::vector<Reason>& before, const std::vector<Reason>& after) {
  return std::ranges::all_of(before, [&](const Reason& was) {
    return std::ranges::any_of(after, [&](const Reason& is) {
      return is.kind == was.kind && is.of == was.of && std::ranges::includes(is.tasks, was.tasks);
    });
  });
}

}  // namespace

TEST_CASE("a stalled cluster with closed circles: the reasons name stage, mechanism and answer") {
  const Traits told{.stages = {"maturity"}, .mechanisms = {"matching", "learning"}, .tasks = {"A2", "A4", "A8"}};
  const Situation here{.stages = {"maturity", "take_off"},
                       .asked_for = {"matching"},
                       .weak = {"learning", "sharing"},
                       .broken = {"A_sum", "C8"},
                       .left_open = {"A4", "B6"},
                       .without_policy = true};
  CHECK(reasons(told, here) == std::vector<Reason>{{ReasonKind::same_stage, "maturity", {"A8"}},
                                                   {ReasonKind::shares_mechanism, "matching", {"A_sum"}},
                                                   {ReasonKind::lacks_mechanism, "learning", {"A7"}},
                                                   {ReasonKind::names_open_task, "", {"A4"}}});
}

TEST_CASE("who says nothing is given no reason, and every case is still there") {
  by_chance::Chance chance{3};
  std::vector<Traits> told;
  for (int i = 0; i < 7; ++i) told.push_back(any_case(chance));
  const auto all = choose(told, {});
  REQUIRE(all.size() == told.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].place == i);
    CHECK(all[i].reasons.empty());
  }
}

TEST_CASE("a case that touches ten open questions has one reason for them, as one that touches two has") {
  Situation here;
  Traits wide;
  for (const auto& task : kTasks) here.left_open.insert(task), wide.tasks.insert(task);
  const Traits narrow{.stages = {}, .mechanisms = {}, .tasks = {"C2", "C8"}};
  CHECK(reasons(wide, here).size() == 1);
  CHECK(reasons(narrow, here).size() == 1);
  CHECK(choose({narrow, wide}, here).front().place == 0);
}

TEST_CASE("of a case's reasons those come first that fewest of the others have") {
  const Situation here{.stages = {"maturity"},
                       .asked_for = {"matching"},
                       .weak = {},
                       .broken = {},
                       .left_open = {"C8"},
                       .without_policy = false};
  const Traits usual{.stages = {"maturity"}, .mechanisms = {"matching"}, .tasks = {}};
  const Traits rare{.stages = {"maturity"}, .mechanisms = {"matching"}, .tasks = {"C8"}};
  const auto all = choose({usual, rare, {.stages = {}, .mechanisms = {"matching"}, .tasks = {}}}, here);
  CHECK(all.front().place == 1);
  CHECK(all.front().reasons == std::vector<Reason>{{ReasonKind::names_open_task, "", {"C8"}},
                                                   {ReasonKind::same_stage, "maturity", {"A8"}},
                                                   {ReasonKind::shares_mechanism, "matching", {"A_sum"}}});
}

TEST_CASE("permuting cases changes nothing but the order among those with as many reasons") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    const auto here = any_situation(chance);
    std::vector<Traits> told;
    for (std::size_t i = 0; i < 1 + by_chance::below(chance, 8); ++i) told.push_back(any_case(chance));
    std::vector<std::size_t> order(told.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), chance);
    std::vector<Traits> shuffled;
    for (const auto place : order) shuffled.push_back(told[place]);

    const auto before = choose(told, here);
    const auto after = choose(shuffled, here);
    REQUIRE(before.size() == told.size());
    REQUIRE(after.size() == told.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(before[i].reasons.size() == after[i].reasons.size());
      if (i > 0) CHECK(before[i - 1].reasons.size() >= before[i].reasons.size());
      if (i > 0 && before[i - 1].reasons.size() == before[i].reasons.size())
        CHECK(before[i - 1].place < before[i].place);
      const auto same =
          std::ranges::find_if(after, [&](const Chosen& one) { return order[one.place] == before[i].place; });
      CHECK(same->reasons == before[i].reasons);
    }
  }
}

TEST_CASE("relabelling stages, mechanisms and tasks relabels the reasons and nothing else") {
  const auto relabelled = [](const std::set<std::string>& codes) {
    std::set<std::string> changed;
    for (const auto& code : codes) changed.insert("new " + code);
    return changed;
  };
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    const auto told = any_case(chance);
    const auto here = any_situation(chance);
    const auto before = reasons(told, here);
    const auto after =
        reasons({relabelled(told.stages), relabelled(told.mechanisms), relabelled(told.tasks), told.without_policy},
                {relabelled(here.stages), relabelled(here.asked_for), relabelled(here.weak), relabelled(here.broken),
                 relabelled(here.left_open), here.without_policy});
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(before[i].kind == after[i].kind);
      CHECK((before[i].of.empty() ? "" : "new " + before[i].of) == after[i].of);
      CHECK(before[i].tasks.size() == after[i].tasks.size());
    }
  }
}

TEST_CASE("adding a shared trait never takes a reason away, and adds one where there was none of it") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    auto told = any_case(chance);
    auto here = any_situation(chance);
    for (int step = 0; step < 5; ++step) {
      const auto before = reasons(told, here);
      const auto stage = by_chance::one_of(chance, kStages);
      const auto mechanism = by_chance::one_of(chance, kMechanisms);
      const auto task = by_chance::one_of(chance, kTasks);
      switch (by_chance::below(chance, 6)) {
        case 0: told.stages.insert(stage), here.stages.insert(stage); break;
        case 1: told.mechanisms.insert(mechanism), here.asked_for.insert(mechanism); break;
        case 2: told.mechanisms.insert(mechanism), here.weak.insert(mechanism); break;
        case 3: told.tasks.insert(task), here.broken.insert(task); break;
        case 4: told.tasks.insert(task), here.left_open.insert(task); break;
        default: told.without_policy = here.without_policy = true;
      }
      const auto after = reasons(told, here);
      CHECK(keeps(before, after));
      CHECK_FALSE(after.empty());
    }
  }
}

}  // namespace trivium::library

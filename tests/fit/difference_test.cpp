// Several people on one task: laws over answers made by chance, and figures worked by hand.
#include "fit/difference.hpp"

#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::fit {
namespace {

constexpr unsigned kCases = 10'000;

std::vector<std::string> some_codes(by_chance::Chance& chance) {
  std::vector<std::string> codes;
  for (const char* code : {"a", "b", "c", "d", "e"}) {
    if (by_chance::one_in(chance, 2)) codes.emplace_back(code);
  }
  std::ranges::shuffle(codes, chance);
  return codes;
}

Part any_part(by_chance::Chance& chance, const std::string& facet, Compared by) {
  Part part{.facet = facet, .by = by};
  switch (by) {
    case Compared::choice: part.items = {some_codes(chance).empty() ? "a" : "b"}; break;
    case Compared::choices:
    case Compared::order: part.items = some_codes(chance); break;
    case Compared::number: part.number = static_cast<double>(by_chance::below(chance, 5)); break;
    case Compared::rows:
      for (auto count = by_chance::below(chance, 4); count > 0; --count)
        part.rows.push_back({.text = std::string(1, static_cast<char>('p' + by_chance::below(chance, 4))),
                             .coding = by_chance::one_in(chance, 2) ? "" : std::to_string(by_chance::below(chance, 2)),
                             .weight = static_cast<double>(1 + by_chance::below(chance, 5))});
  }
  return part;
}

constexpr std::array kAll{Compared::choice, Compared::choices, Compared::order, Compared::number, Compared::rows};

Said anybody(by_chance::Chance& chance) {
  Said said;
  for (const auto by : kAll) {
    if (by_chance::one_in(chance, 3)) continue;
    said.parts.push_back(any_part(chance, std::to_string(static_cast<int>(by)), by));
  }
  said.anything = !said.parts.empty() || by_chance::one_in(chance, 2);
  return said;
}

}  // namespace

TEST_CASE("a difference lies between 0 and 1, is the same from both sides, and none from oneself") {
  for (unsigned seed = 1; seed <= kCases; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    for (const auto by : kAll) {
      const auto one = any_part(chance, "f", by);
      const auto other = any_part(chance, "f", by);
      const double apart = difference(one, other);
      CHECK(apart >= 0);
      CHECK(apart <= 1);
      CHECK(apart == doctest::Approx(difference(other, one)));
      CHECK(difference(one, one) == doctest::Approx(0));
    }
  }
}

TEST_CASE("who comes first among the people makes no difference, and the same answers are close") {
  for (unsigned seed = 1; seed <= kCases; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    std::vector<Said> people;
    for (auto count = 2 + by_chance::below(chance, 3); count > 0; --count) people.push_back(anybody(chance));
    const auto found = divergence(people);
    auto shuffled = people;
    std::ranges::shuffle(shuffled, chance);
    const auto again = divergence(shuffled);
    CHECK(again.apart == found.apart);
    CHECK(again.difference == doctest::Approx(found.difference));
    CHECK(found.difference >= 0);
    CHECK(found.difference <= 1);
    // Somebody who says the same as another moves nobody further apart.
    auto more = people;
    more.push_back(people.front());
    CHECK(divergence(more).facets.size() == (divergence(people).facets.size()));
    const auto alike = divergence({people.front(), people.front()});
    CHECK(alike.difference == doctest::Approx(0));
    CHECK(alike.facets.empty());
    CHECK(alike.apart == (people.front().anything ? Apart::close : Apart::nobody));
  }
}

TEST_CASE("figures worked by hand") {
  const auto codes = [](Compared by, std::vector<std::string> items) {
    return Part{.facet = "f", .by = by, .items = std::move(items)};
  };
  CHECK(difference(codes(Compared::choice, {"maturity"}), codes(Compared::choice, {"decline"})) == 1);
  // Of local, regional, national both name one.
  CHECK(difference(codes(Compared::choices, {"local", "regional"}),
                   codes(Compared::choices, {"regional", "national"})) == doctest::Approx(2.0 / 3));
  // a b c against a c b: of three pairs one stands the other way round.
  CHECK(difference(codes(Compared::order, {"a", "b", "c"}), codes(Compared::order, {"a", "c", "b"})) ==
        doctest::Approx(1.0 / 3));
  // a b against a: b stands behind a in both.
  CHECK(difference(codes(Compared::order, {"a", "b"}), codes(Compared::order, {"a"})) == doctest::Approx(0));
  CHECK(difference(codes(Compared::order, {"a"}), codes(Compared::order, {"b"})) == doctest::Approx(1));
  CHECK(difference(Part{.facet = "f", .by = Compared::number, .number = 4},
                   Part{.facet = "f", .by = Compared::number, .number = 1}) == doctest::Approx(0.75));
  // 5 of 8 and 2 of 5 on the same text, the rest matched by its codes: 3/8 against 3/5.
  const Part one{.facet = "f", .by = Compared::rows, .rows = {{"orders", "m", 5}, {"skills", "l", 3}}};
  const Part other{.facet = "f", .by = Compared::rows, .rows = {{"orders", "m", 2}, {"training", "l", 3}}};
  CHECK(difference(one, other) == doctest::Approx(1 - 2.0 / 5 - 3.0 / 8));
}

TEST_CASE("four people who disagree on everything are far apart; one alone is neither") {
  std::vector<Said> people;
  for (const char* stage : {"take_off", "golden_age", "maturity", "decline"})
    people.push_back({.anything = true, .parts = {{.facet = "stage", .by = Compared::choice, .items = {stage}}}});
  CHECK(divergence(people).apart == Apart::far);
  CHECK(divergence(people).difference == 1);
  CHECK(divergence({people[0], Said{}, Said{}}).apart == Apart::only_one);
  CHECK(divergence({Said{}, Said{}}).apart == Apart::nobody);
  // Both wrote, nothing can be compared: close is all that can be said, and no facet is named.
  CHECK(divergence({Said{.anything = true}, Said{.anything = true}}).facets.empty());
}

}  // namespace trivium::fit

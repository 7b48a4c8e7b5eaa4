// Several people on one task: laws over answers made by chance, and figures worked by hand.
#include "fit/difference.hpp"

#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

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
        part.rows.push_back({.text = by_chance::one_in(chance, 4)
                                         ? ""
                                         : std::string(1, static_cast<char>('p' + by_chance::below(chance, 4))),
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
  if (by_chance::one_in(chance, 6)) said.stance = Stance::not_known_yet;
  else if (by_chance::one_in(chance, 6)) said.stance = Stance::does_not_apply;
  said.anything = !said.parts.empty() || said.stance != Stance::answers || by_chance::one_in(chance, 2);
  return said;
}

// Counted anew, from what was given: nobody who answers stands beside somebody with whom nothing can be compared.
bool every_two_share_something(const std::vector<Said>& people) {
  const auto facets = [](const Said& one) {
    std::set<std::string> all;
    for (const auto& part : one.parts) all.insert(part.facet);
    return all;
  };
  for (const auto& one : people) {
    for (const auto& other : people) {
      const bool both_answer = one.anything && other.anything &&
                               (!one.parts.empty() || one.stance == Stance::answers) &&
                               (!other.parts.empty() || other.stance == Stance::answers);
      if (!both_answer) continue;
      const auto theirs = facets(other);
      const auto own = facets(one);
      if (std::ranges::none_of(own, [&](const std::string& facet) { return theirs.contains(facet); }) && &one != &other)
        return false;
    }
  }
  return true;
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
    const auto& one = people.front();
    CHECK(alike.apart == (!one.parts.empty()                     ? Apart::close
                          : !one.anything                        ? Apart::nobody
                          : one.stance == Stance::not_known_yet  ? Apart::not_known
                          : one.stance == Stance::does_not_apply ? Apart::close
                                                                 : Apart::not_comparable));
    if (found.apart == Apart::close) CHECK(every_two_share_something(people));
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

TEST_CASE("rows without a text are compared by their codes") {
  const auto funds = [](std::vector<Row> rows) {
    return Part{.facet = "funding", .by = Compared::rows, .rows = std::move(rows)};
  };
  CHECK(difference(funds({{"", "source=sponsors;", 1}}), funds({{"", "source=city_government;", 1}})) == 1);
  CHECK(difference(funds({{"", "source=sponsors;", 9}}), funds({{"", "source=sponsors;", 2}})) == 0);
  // A quarter and a half from the same source.
  CHECK(difference(funds({{"", "city", 1}, {"", "eu", 3}}), funds({{"", "city", 2}, {"", "sponsors", 2}})) ==
        doctest::Approx(0.75));
  // What says neither is left out.
  CHECK(difference(funds({{"", "", 5}, {"", "city", 1}}), funds({{"", "city", 1}})) == 0);
}

TEST_CASE("four people who disagree on everything are far apart, whatever kind of facet it is") {
  const std::vector<std::string> four{"a", "b", "c", "d"};
  std::map<Compared, std::vector<Said>> by_kind;
  std::vector<Said> on_everything(four.size());
  for (std::size_t i = 0; i < four.size(); ++i) {
    const std::string& own = four[i];
    const std::map<Compared, Part> said{
        {Compared::choice, {.facet = "choice", .by = Compared::choice, .items = {own}}},
        {Compared::choices, {.facet = "choices", .by = Compared::choices, .items = {own, own + own}}},
        {Compared::order, {.facet = "order", .by = Compared::order, .items = {own, own + own}}},
        {Compared::number, {.facet = "number", .by = Compared::number, .number = std::pow(10.0, i)}},
        {Compared::rows,
         {.facet = "rows", .by = Compared::rows, .rows = {{own, "code " + own, 2}, {"", "of " + own, 1}}}}};
    for (const auto& [by, part] : said) {
      by_kind[by].push_back({.anything = true, .parts = {part}});
      on_everything[i].anything = true;
      on_everything[i].parts.push_back(part);
    }
  }
  REQUIRE(by_kind.size() == kAll.size());
  for (const auto& [by, people] : by_kind) {
    CAPTURE(static_cast<int>(by));
    CHECK(divergence(people).apart == Apart::far);
    CHECK(divergence(people).difference > 0.8);
    CHECK(divergence(people).facets.size() == 1);
  }
  CHECK(divergence(on_everything).apart == Apart::far);
  CHECK(divergence(on_everything).facets.size() == kAll.size());
}

TEST_CASE("where nothing can be held against each other nobody is called close") {
  const auto filled_in = [](const char* facet) {
    return Said{.anything = true, .parts = {{.facet = facet, .by = Compared::choice, .items = {"a"}}}};
  };
  const Said words{.anything = true};
  CHECK(divergence({words, words}).apart == Apart::not_comparable);
  CHECK(divergence({words, filled_in("stage")}).apart == Apart::not_comparable);
  CHECK(divergence({filled_in("stage"), filled_in("trigger")}).apart == Apart::not_comparable);
  // Two say the same and a third only tells in words: not all three are close.
  CHECK(divergence({filled_in("stage"), filled_in("stage"), words}).apart == Apart::not_comparable);
  CHECK(divergence({filled_in("stage"), filled_in("stage")}).apart == Apart::close);
  // Two who are apart are, whatever a third tells.
  auto other = filled_in("stage");
  other.parts.front().items = {"b"};
  CHECK(divergence({filled_in("stage"), other, words}).apart == Apart::far);
}

TEST_CASE("who does not know yet is neither close nor apart, and does not stand in the way of the others") {
  const Said answer{.anything = true, .parts = {{.facet = "stage", .by = Compared::choice, .items = {"decline"}}}};
  const Said unsure{.anything = true, .stance = Stance::not_known_yet};
  CHECK(divergence({answer, unsure}).apart == Apart::not_known);
  CHECK(divergence({unsure, unsure, Said{}}).apart == Apart::not_known);
  CHECK(divergence({answer, answer, unsure}).apart == Apart::close);
  CHECK(divergence({Said{.anything = true}, Said{.anything = true}, unsure}).apart == Apart::not_comparable);
  // Who fills something in all the same is compared by it.
  auto filled = answer;
  filled.stance = Stance::not_known_yet;
  CHECK(divergence({answer, filled}).apart == Apart::close);
}

TEST_CASE("that it does not apply is as far from an answer as can be") {
  const Said waved{.anything = true, .stance = Stance::does_not_apply};
  CHECK(divergence({waved, waved}).apart == Apart::close);
  CHECK(divergence({waved, Said{.anything = true}}).apart == Apart::far);
  CHECK(divergence({waved, Said{.anything = true}}).facets.empty());
}

TEST_CASE("one alone is neither") {
  const Said one{.anything = true, .parts = {{.facet = "stage", .by = Compared::choice, .items = {"decline"}}}};
  CHECK(divergence({one, Said{}, Said{}}).apart == Apart::only_one);
  CHECK(divergence({Said{}, Said{}}).apart == Apart::nobody);
}

}  // namespace trivium::fit

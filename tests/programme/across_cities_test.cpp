// What may be said of choices without giving anybody away.
#include "programme/across_cities.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace trivium::programme {
namespace {

// How many may have chosen it, as somebody reads what is said.
std::vector<std::size_t> could_be(const ChoiceMade& said, std::size_t tables) {
  std::vector<std::size_t> numbers;
  for (std::size_t made = 0; made <= tables; ++made) {
    if (choice_made(made, tables) == said) numbers.push_back(made);
  }
  return numbers;
}

}  // namespace

TEST_CASE("tables count in whole fives") {
  const std::vector<std::size_t> allowed{0, 4, 5, 9, 10, 14, 23};
  std::vector<std::size_t> counted;
  std::ranges::transform(allowed, std::back_inserter(counted), tables_compared);
  CHECK(counted == std::vector<std::size_t>{0, 0, 5, 5, 10, 10, 20});
}

TEST_CASE("a number is said only where at least five made the choice and at least five did not") {
  for (std::size_t tables = kFewestCompared; tables <= 60; ++tables) {
    for (std::size_t made = 0; made <= tables; ++made) {
      CAPTURE(tables);
      CAPTURE(made);
      const auto said = choice_made(made, tables);
      CHECK(said.number.has_value() == (tables >= 10 && made >= 5 && tables - made >= 5));
      if (said.number) CHECK(*said.number == static_cast<int>(made));
    }
  }
}

TEST_CASE("what is said instead of a number leaves open what each single one chose") {
  for (std::size_t tables = kFewestCompared; tables <= 60; ++tables) {
    for (std::size_t made = 0; made <= tables; ++made) {
      const auto said = choice_made(made, tables);
      if (said.number) continue;
      CAPTURE(tables);
      CAPTURE(made);
      // Neither that everybody nor that nobody chose it is the only reading.
      const auto readings = could_be(said, tables);
      CHECK(readings.size() >= 3);
      CHECK(std::ranges::find(readings, made) != readings.end());
    }
  }
}

TEST_CASE("who brings the choices in which order changes nothing") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    const std::vector<std::string> codes{"open", "club", "both"};
    std::vector<Chosen> tables(5 * (1 + by_chance::below(chance, 5)));
    for (auto& chosen : tables) {
      for (const auto& code : codes) {
        if (by_chance::one_in(chance, 2)) chosen.push_back(code);
      }
    }
    const auto said = across_cities(codes, tables);
    std::ranges::rotate(tables, tables.begin() + static_cast<std::ptrdiff_t>(by_chance::below(chance, tables.size())));
    CHECK(across_cities(codes, tables) == said);
  }
}

TEST_CASE("codes come in the order of their list, and what is in no list is not counted") {
  std::vector<Chosen> tables(10, Chosen{"club", "a word of one's own"});
  for (std::size_t at = 0; at < 5; ++at) tables[at] = {"open"};
  const auto said = across_cities({"open", "club", "both"}, tables);
  CHECK(said == std::vector<ChoiceAcross>{{"open", {HowMany::number, 5}},
                                          {"club", {HowMany::number, 5}},
                                          {"both", {HowMany::fewer_than_five, {}}}});
}

}  // namespace trivium::programme

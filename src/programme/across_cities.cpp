#include "programme/across_cities.hpp"

#include <algorithm>
#include <cassert>

namespace trivium::programme {

std::size_t tables_compared(std::size_t allowed) { return allowed - allowed % kFewestCompared; }

ChoiceMade choice_made(std::size_t made, std::size_t tables) {
  assert(tables >= kFewestCompared && made <= tables && "fewer than five are not compared");
  if (tables < kFewestCounted)
    return {.how_many = 2 * made > tables ? HowMany::more_than_half : HowMany::half_or_fewer, .number = {}};
  if (made < kFewestCompared) return {.how_many = HowMany::fewer_than_five, .number = {}};
  if (tables - made < kFewestCompared) return {.how_many = HowMany::all_but_fewer_than_five, .number = {}};
  return {.how_many = HowMany::number, .number = static_cast<int>(made)};
}

std::vector<ChoiceAcross> across_cities(const std::vector<std::string>& codes, const std::vector<Chosen>& tables) {
  std::vector<ChoiceAcross> all;
  for (const auto& code : codes) {
    const auto made = std::ranges::count_if(
        tables, [&](const Chosen& chosen) { return std::ranges::find(chosen, code) != chosen.end(); });
    all.push_back({code, choice_made(static_cast<std::size_t>(made), tables.size())});
  }
  return all;
}

}  // namespace trivium::programme

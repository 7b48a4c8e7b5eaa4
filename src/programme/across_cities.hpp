// How often a choice was made, over tables of several cities, said so that nobody's own choice can be told from it.
//
// Few people take part (at most four of a city), so a plain count gives people away: the one who said "decline", or all
// five who agreed. Therefore only tables count whose managers allow it, sent ones, in whole fives: those who allowed it
// first. So what is shown never changes by less than a whole group while answers stay as they are. Less than five, or
// all of one city, are not shown at all. Of five to nine it is said on which side of the half they are; from ten on the
// number is said where at least five made the choice and at least five did not.
//
// Entries of one's own are not counted: their words could give somebody away. It does not hold against somebody who
// knows all answers but one, nor against looking before and after a single answer was changed.
#pragma once

#include "shape/names.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trivium::programme {

inline constexpr std::size_t kFewestCompared = 5;
inline constexpr std::size_t kFewestCounted = 10;

// Tables that count, of those whose managers allow it: the first in whole fives.
std::size_t tables_compared(std::size_t allowed);

enum class HowMany { fewer_than_five, number, all_but_fewer_than_five, half_or_fewer, more_than_half };
TRIVIUM_NAMES(HowMany, fewer_than_five, number, all_but_fewer_than_five, half_or_fewer, more_than_half)

struct ChoiceMade {
  HowMany how_many;
  std::optional<int> number;  // where it is said

  bool operator==(const ChoiceMade&) const = default;
};

// Of `tables`, which is at least five, `made` chose it.
ChoiceMade choice_made(std::size_t made, std::size_t tables);

// What was chosen in one facet of one table: codes of its list.
using Chosen = std::vector<std::string>;

struct ChoiceAcross {
  std::string code;
  ChoiceMade made;

  bool operator==(const ChoiceAcross&) const = default;
};

// In the order of the codes. tables: one entry for each table that counts, empty where nothing was chosen.
std::vector<ChoiceAcross> across_cities(const std::vector<std::string>& codes, const std::vector<Chosen>& tables);

}  // namespace trivium::programme

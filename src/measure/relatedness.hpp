// Skill relatedness: do people move between two industries more than the size of both would lead one to expect?
//
//   ratio(i,j) = F(i,j) · F / (F(i,·) · F(·,j))        related = (ratio − 1) / (ratio + 1)
//
// F(i,j) people left i for j. ratio is 0 and up, 1 as expected by size alone; related folds it into −1 … 1, with 0 as
// expected. What people can do in one industry is of use in a related one, so related neighbours are where a cluster
// can draw people from and grow into. It misleads with few moves (a closing plant makes two industries neighbours for a
// year: take several years) and says nothing about why people move.
//
// A pair without any move is not in the list of moves, so it gets no number here; where both ways are put together, the
// unseen one counts as −1, the least there is. Where small counts were suppressed, unseen is not never: say with
// Counting::unseen what to assume, and the finding says so.
//
// Neffke and Henning, Skill relatedness and firm diversification, Strategic Management Journal 34 (2013);
// Neffke, Otto and Weyh, Regional Studies 51 (2017).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

using Industry = std::uint32_t;

// People who left one industry for another. A national register holds more than 32 bits can count.
struct Flow {
  Industry from;
  Industry to;
  std::uint64_t count;
};

enum class Within { left_out, counted };  // people who changed the job and stayed in the industry

struct Counting {
  Within within = Within::left_out;       // do they belong to the sums?
  std::optional<std::uint64_t> unseen{};  // assumed for the other way of a pair that was seen one way only
};

struct Relatedness {
  Industry from;
  Industry to;
  std::uint64_t count;
  double ratio;
  double related;
};

// One for each pair of different industries that was seen (or assumed), by from, then to. Several flows of the same
// pair are added up; flows of nobody are as if they were not given.
std::vector<Relatedness> skill_relatedness(std::span<const Flow> flows, const Counting& counting = {});

// Both ways as one: each pair's count is that of both ways together, in both directions. Those who stayed in their
// industry are not doubled.
std::vector<Flow> connections(std::span<const Flow> flows);

struct Neighbours {
  Industry one;  // the smaller number
  Industry other;
  std::uint64_t there;
  std::uint64_t back;
  double related;  // the mean of both ways
};

// Each pair once, by one, then other.
std::vector<Neighbours> both_ways(std::span<const Relatedness> relatedness);

}  // namespace trivium::measure

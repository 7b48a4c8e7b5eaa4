// Functional boundary: which industries belong to a cluster because people move between them and its core, whatever the
// classification says; and how that set moved from one round to the next.
//
// The threshold decides how wide the set is, and no threshold is right: look at a second one before believing the
// first. 0.25 (people move 1.67 times as often as size alone suggests) is what the relatedness literature often takes.
//
// Relatedness is −1 to 1. A core from and to which nobody moved has no neighbours, and a pair between which nobody was
// seen to move is not related at any threshold, −1 included: the set is then empty, which is no finding but a lack of
// moves. Members of the core are never in it.
//
// Neffke, Henning and Boschma, Economic Geography 87 (2011); Delgado, Porter and Stern, JEG 16 (2016) for the idea.
#pragma once

#include "measure/relatedness.hpp"

namespace trivium::measure {

struct Member {
  Industry industry;
  Industry through;  // the core industry it is most related to
  double related;    // how much
};

// Industries outside the core that are related to one of it at least as much as the threshold, the closest first, of
// equals the smaller number first.
std::vector<Member> functional_boundary(std::span<const Neighbours> neighbours, std::span<const Industry> core,
                                        double threshold);

// Between two rounds, in ascending order.
struct Moved {
  std::vector<Industry> joined;
  std::vector<Industry> left;
  std::vector<Industry> stayed;
};
Moved moved(std::span<const Member> then, std::span<const Member> now);

// What a policy targets, held against what is related: the Skåne question. Targeted industries that have nothing to do
// with each other need a reason; close neighbours that nobody targets may be where the next chance is.
struct Targets {
  struct Pair {
    Industry one;
    Industry other;
    std::optional<double> related;  // none: nobody was seen to move
  };
  std::vector<Pair> unrelated;       // both targeted, related less than the threshold, the least related first
  std::vector<Member> left_outside;  // related to a targeted one at least as much, not targeted, the closest first
};
Targets targets(std::span<const Neighbours> neighbours, std::span<const Industry> targeted, double threshold);

}  // namespace trivium::measure

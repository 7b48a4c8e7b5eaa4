// How far several managers of one cluster are apart on a task. It says where to talk, never who is right.
#pragma once

#include "shape/names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trivium::fit {

enum class Compared { choice, choices, order, number, rows };

struct Row {
  std::string text;    // folded by the caller: upper case, accents and blanks alike; empty: none
  std::string coding;  // its codes in one text; empty: none
  double weight = 1;   // > 0
};

// One facet of an answer, as far as it can be compared. What is only told in words is not judged.
struct Part {
  std::string facet;
  Compared by = Compared::choice;
  std::vector<std::string> items = {};  // choice, choices, order (first first)
  double number = 0;
  std::vector<Row> rows = {};
};

// 0 the same … 1 nothing in common. Both of one facet, compared in the same way; symmetric.
//
//   choice   the same or not          choices  1 − |both| / |either|
//   order    share of the pairs of either that stand the other way round; what is not named stands behind all that is
//   number   |x − y| / max(|x|, |y|)  rows     1 − Σ min(shares of weight) over rows of the same text, else coding
//
// Rows with neither a text nor a code are left out.
double difference(const Part& one, const Part& other);

// What stands instead of an answer. It counts where no part is given: who fills something in is compared by that.
enum class Stance { answers, not_known_yet, does_not_apply };

struct Said {
  bool anything = false;
  Stance stance = Stance::answers;
  std::vector<Part> parts = {};
};

bool does_not_know(const Said& one);

//   only_one        one answers, the others are silent
//   not_known       at least one does not know yet, and fewer than two answer
//   not_comparable  two and more answer, and of some two nothing can be held against each other: words only, or each
//                   fills in something else. Where the others are apart all the same, that is said instead
enum class Apart { nobody, only_one, not_known, not_comparable, close, partly, far };
TRIVIUM_NAMES(Apart, nobody, only_one, not_known, not_comparable, close, partly, far)

struct Divergence {
  Apart apart;
  double difference;                // mean over the pairs of people and what both gave; 0 where none did
  std::vector<std::string> facets;  // those that differ, the furthest apart first
};

// What several people said to one task. Below 0.15 close, below 0.5 partly, else far apart. That it does not apply is
// as far from an answer as can be.
Divergence divergence(const std::vector<Said>& people);

}  // namespace trivium::fit

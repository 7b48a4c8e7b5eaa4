// How far several managers of one cluster are apart on a task. It says where to talk, never who is right.
#pragma once

#include "shape/names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trivium::fit {

enum class Compared { choice, choices, order, number, rows };

struct Row {
  std::string text;    // folded by the caller: upper case, accents and blanks alike
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
double difference(const Part& one, const Part& other);

struct Said {
  bool anything = false;
  std::vector<Part> parts = {};
};

enum class Apart { nobody, only_one, close, partly, far };
TRIVIUM_NAMES(Apart, nobody, only_one, close, partly, far)

struct Divergence {
  Apart apart;
  double difference;                // mean over the pairs of people and the facets both gave; 0 where none did
  std::vector<std::string> facets;  // those that differ, the furthest apart first
};

// What several people said to one task. Below 0.15 close, below 0.5 partly, else far apart.
Divergence divergence(const std::vector<Said>& people);

}  // namespace trivium::fit

// Values by the codes of one list, turned into values by the codes of another.
//
// Where a code became several, its value is shared out: by weights where the correspondence has them, else in equal
// parts, which is a guess, and is told as one. Nothing is lost unseen: what was split, what was put together and what
// found no code stands in the report, and
//
//   known total before = known total after + what found no code
//
// It misleads where many codes were split in equal parts: a small industry may then show the size of a large one. Read
// `guessed` beside the values. A value that is suppressed makes every value it has a share in suppressed, and what is
// known of that one is its least. The same holds for missing; of both, suppressed is said.
#pragma once

#include "evidence/classification.hpp"
#include "evidence/described_table.hpp"

#include <string>
#include <vector>

namespace trivium::evidence {

struct Coded {
  std::string of;  // what it is a value of: a region, a year; values of one are never added to another's
  std::string code;
  double value = 0;  // where it is stated
  Mark mark = Mark::stated;

  bool operator==(const Coded&) const = default;
};

struct Recoded {
  std::string of;
  std::string code;
  double value = 0;  // where the mark is not stated: what is known of it, its least
  Mark mark = Mark::stated;
  double guessed = 0;  // how much of it came in equal parts from codes that were split

  bool operator==(const Recoded&) const = default;
};

enum class SharedOut : std::uint8_t { by_weights, in_equal_parts };

struct Split {
  std::string code;
  std::vector<Link> links;  // with the weights that were taken
  SharedOut how;
  double value = 0;  // how much was shared out, over all regions and years
};

struct Merge {
  std::string code;
  std::vector<std::string> from;  // the codes that went into it

  bool operator==(const Merge&) const = default;
};

struct Unmatched {
  std::string code;
  double value = 0;
  std::uint64_t values = 0;    // how many, of them
  std::uint64_t unstated = 0;  // suppressed, missing or not applicable

  bool operator==(const Unmatched&) const = default;
};

struct Recoding {
  ListName from;
  ListName to;
  std::vector<Recoded> values;       // by what they are of, then by code
  std::vector<Split> splits;         // codes that became several, by code
  std::vector<Merge> merged;         // codes that several went into, by code
  std::vector<Unmatched> unmatched;  // codes that the correspondence has not, by code
  double total_before = 0;
  double total_after = 0;
};

Recoding recoded(const std::vector<Coded>& values, const Correspondence& correspondence);

// From the first list to the last over the one between, whose version has to be the same. Weights multiply; where
// either of the two would be a guess, so is the whole: equal parts over the codes it ends in. A code of which a part
// leads nowhere in the second is left out, and so is told as unmatched in recoding.
std::expected<Correspondence, shape::Flaws> chained(const Correspondence& first, const Correspondence& second);

}  // namespace trivium::evidence

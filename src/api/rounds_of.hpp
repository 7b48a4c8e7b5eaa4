// A manager's rounds in one cluster, and what stands after each of them.
#pragma once

#include "api/asking.hpp"
#include "api/open_table.hpp"
#include "api/picture_of.hpp"

#include <span>

namespace trivium::api {

// One of her rounds in this cluster: what she said then, without a number.
struct SinceRound {
  triangle::AssessmentId assessment;
  std::string round;  // its id, to be held against
  std::string title;
  shape::Date opened_on;
  std::string stage;  // as it was named; "" where none was
  std::vector<std::string> demands;
  bool this_one;
  bool against;     // this one is held against it
  bool may_choose;  // it is an earlier one, and another is held against now
};
TRIVIUM_SHAPE(SinceRound, assessment, round, title, opened_on, stage, demands, this_one, against, may_choose)

// Her tables in the cluster of this one that the reader may read, the oldest first; this one is among them.
std::vector<triangle::AssessmentInRound> all_rounds(store::Session& session, const OpenTable& open,
                                                    const Asking& asking);

SinceRound column_of(store::Session& session, const House& house, const OpenTable& open,
                     const triangle::AssessmentInRound& table);

// What stands after a round: what was said in it, and of what was said before what was not answered again.
struct Standing {
  AnswersByTask said;
  std::vector<triangle::DrawnLink> links;
};

struct Rounds {
  AnswersByTask then_said;
  AnswersByTask now_said;  // with what was not answered again
  TablePicture then;
  TablePicture now;
};

// From the first of these rounds to this one, by way of those between: what was said there and not answered again still
// stands. written: what is said in this one alone.
Rounds both_rounds(store::Session& session, const House& house, std::span<const triangle::AssessmentInRound> since,
                   const Standing& written);

}  // namespace trivium::api

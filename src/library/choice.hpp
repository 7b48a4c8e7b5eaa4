// Which cases speak to somebody's situation, and why. Values in, reasons out: no store, no clock, no language, and no
// verdict. A case with more reasons is only looked at earlier; nothing is best, and a case without any reason is still
// there, among the others.
//
// It misleads where little is said: a table with three answers shares little with anybody. That a case speaks to a
// situation does not mean that what was done there would work here; what would have to be true is the reader's to say.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace trivium::library {

// What a case is about, in codes of the framework.
struct Traits {
  std::set<std::string> stages;      // for which it has something to tell
  std::set<std::string> mechanisms;  // sharing, matching, learning
  std::set<std::string> tasks;       // the questions it speaks of
  bool without_policy = false;       // people managed before there was a policy
};

// What a table says of the situation its manager is in.
struct Situation {
  std::set<std::string> stages;     // of the cluster and of its parts, A8
  std::set<std::string> asked_for;  // mechanisms of the key problems, A_sum
  std::set<std::string> weak;       // mechanisms found weak or absent, A7
  std::set<std::string> broken;     // tasks that the heaviest breaks rest on
  std::set<std::string> left_open;  // tasks answered with "I do not know yet"
  bool without_policy = false;      // B holds nothing, the rest holds something
};

enum class ReasonKind {
  same_stage,
  shares_mechanism,
  lacks_mechanism,
  speaks_to_break,
  names_open_task,
  without_policy
};

struct Reason {
  ReasonKind kind;
  std::string of;               // the stage or mechanism; "" where the tasks say it
  std::set<std::string> tasks;  // the answers it comes from

  bool operator==(const Reason&) const = default;
};

// Each stage and each mechanism is a reason of its own; all tasks of one kind are one, so that a case that touches many
// questions does not crowd out one that touches few.
std::vector<Reason> reasons(const Traits& told, const Situation& here);

struct Chosen {
  std::size_t place;  // among those given
  std::vector<Reason> reasons;
};

// All of them: those with more reasons earlier, then as they stand. Of a case's reasons those come first that fewest of
// the others have, for they tell it from them; those of one kind stay together.
std::vector<Chosen> choose(const std::vector<Traits>& told, const Situation& here);

}  // namespace trivium::library

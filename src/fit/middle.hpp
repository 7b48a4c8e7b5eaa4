// The middle of the triangle: what a manager has to understand, mobilise and implement with. Counts of what was said,
// with the answers they come from; never a grade.
#pragma once

#include "fit/chains.hpp"

#include <string>
#include <vector>

namespace trivium::fit {

enum class Ground { evidence, experience, guess };
TRIVIUM_NAMES(Ground, evidence, experience, guess)

enum class Resource { people, skills, money, energy };
TRIVIUM_NAMES(Resource, people, skills, money, energy)

struct AboutCluster {  // one answer on vertex A
  std::string task;
  bool not_known;                // "I do not know yet"
  std::optional<Ground> ground;  // what it rests on; none: not said
};

struct Backer {
  std::vector<Resource> brings;
};

struct MiddleFacts {
  std::vector<AboutCluster> cluster;  // those that were answered
  std::vector<Backer> gained;
  int not_gained = 0;                  // actors
  std::vector<std::string> designers;  // kinds of players behind the policy: codes, or the words of one's own
  int introductions = 0;
  int introductions_that_went_on = 0;
};

struct Middle {
  // understand
  int answered;
  std::vector<std::pair<Ground, int>> grounds;  // those that occur, in the order of the names
  int ground_unsaid;
  std::vector<std::string> not_known;  // tasks
  // mobilise
  int gained;
  int not_gained;
  std::vector<Resource> combined;  // in the order of the names
  std::vector<Resource> missing;
  bool of_one_kind;  // two and more would be a coalition; one kind of player alone worked the policy out
  // implement
  int demands;
  int carried;
  int introductions;
  int introductions_that_went_on;
};

Middle middle(const MiddleFacts& facts, const std::vector<Chain>& chains);

}  // namespace trivium::fit

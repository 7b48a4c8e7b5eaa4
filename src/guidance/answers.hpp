// A table as far as conditions look at it, and the tables before it.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace trivium::guidance {

// One answer.
struct Answered {
  std::string standing;  // as its code; "" where nothing was said
  bool says;             // a word or a facet
  nlohmann::json facets = nlohmann::json::object();
};
using Answers = std::map<std::string, Answered, std::less<>>;

struct EarlierTable {
  int days_before;  // the one the rules are asked about
  Answers answers;  // those given in it, and no others
};
using EarlierTables = std::vector<EarlierTable>;  // the latest first

}  // namespace trivium::guidance

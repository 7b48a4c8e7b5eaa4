// When a piece of guidance is shown: a condition on the answers, written in data/guidance/rules.yaml.
//
//   {task: A8, facet: stage, is: take_off}          {task: A7, facet: sharing, any_of: [weak, absent]}
//   {task: A_sum, facet: demands, column: cause, any_of: [distance]}        any row
//   {task: A_sum, facet: demands, same_row: {mechanisms: [matching], cause: [distance]}}        one row meets all of it
//   {task: B3, facet: strategies, same_row: {kind: [skills], share: {above: 50}}}               … numbers too
//   {task: C3, facet: firms, below: 0.25}           {task: B3, filled: true}
//   {task: B3, facet: strategies, kept: {…}}        said for years while something else moved (guidance/kept.hpp)
//   {task: B3, standing: does_not_apply}            {all: […]}  {any: […]}  {not: …}  {named: taken_off}
#pragma once

#include "framework/strict_yaml.hpp"
#include "guidance/answers.hpp"

#include <set>

namespace trivium::guidance {

struct Condition {
  enum class Kind { all, any, negated, standing, filled, code, below, above, same_row, kept };
  Kind kind = Kind::all;
  std::vector<Condition> parts = {};  // all, any, negated (one), same_row (one a column), kept (what moved)
  std::string task = {};
  std::string facet = {};
  std::string column = {};
  std::set<std::string> codes = {};       // code: any of these; standing: one
  double number = 0;                      // below, above; kept: years
  std::vector<std::string> columns = {};  // kept
  bool filled = true;
};

// Said once under a name, and meant wherever the name stands.
using NamedConditions = std::map<std::string, Condition, std::less<>>;

// What does not fit the framework is noted with its line.
Condition read_condition(const framework::StrictYaml& yaml, const YAML::Node& node,
                         const framework::Framework& framework, const NamedConditions& named = {});

// The answers it looks at.
std::set<std::string> tasks_in(const Condition& condition);

bool holds(const Condition& condition, const Answers& answers, const EarlierTables& earlier = {});

}  // namespace trivium::guidance

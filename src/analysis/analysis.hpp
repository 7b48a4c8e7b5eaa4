// An analysis by name: what it needs, what may be set, what it gives, and the function. From the entry in the catalogue
// follow the command, the page, the JSON address and the documentation's place; the question it answers stands in the
// words of the interface, as measure.<name>.question.
#pragma once

#include "analysis/answer.hpp"
#include "analysis/settings.hpp"
#include "evidence/described_table.hpp"
#include "measure/random.hpp"
#include "measure/work.hpp"

#include <string_view>
#include <vector>

namespace trivium::analysis {

// A table that is read before the function runs, under its name.
enum class Needed : std::uint8_t { always, where_there_is_one };
struct Input {
  std::string_view name;
  std::vector<evidence::Column> columns;
  Needed needed = Needed::always;
};

// Everything a function may look at and the one thing it may write.
struct Asked {
  evidence::Duck& tables;  // an input that was not given is an empty table
  const Settings& settings;
  const measure::Work& work;
  measure::Seed seed;
  Answer& answer;
};

enum class Chance { none, seeded };

struct Analysis {
  std::string_view name;  // "location-quotient"
  std::vector<Input> inputs;
  std::vector<Parameter> parameters;
  std::vector<AnswerColumn> gives;
  Chance chance;
  void (*run)(const Asked&);
};

}  // namespace trivium::analysis

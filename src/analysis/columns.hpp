// Columns of the engine's tables as the measures take them: codes as places in a list, numbers side by side.
#pragma once

#include "analysis/analysis.hpp"
#include "evidence/duck.hpp"
#include "measure/employment.hpp"
#include "measure/relatedness.hpp"

#include <string>
#include <vector>

namespace trivium::analysis {

// Codes in the order of their letters; a code's place in it stands for the code.
struct Codes {
  std::vector<std::string> names;
  const std::string& operator[](std::size_t place) const { return names[place]; }
  std::size_t size() const { return names.size(); }
};

// Makes a table <table> (code, place) of all that a query of one column named code gives.
Codes make_codes(const Asked& asked, const std::string& table, const std::string& query);

struct CodedEmployment {
  Codes regions;
  Codes industries;
  measure::Employment employment;
};

// The table employment (region, industry, jobs, jobs_mark). A pair that is not in it has nobody, which is remarked; a
// pair that stands there twice is added up, and is suppressed where one of them is.
CodedEmployment employment(const Asked& asked);

// The sums of its rows and columns; where totals were given as well (region-totals, industry-totals, the setting
// total), they stand in place of the sums. Those that are not known, because a part of them is kept back, are remarked,
// and so are published ones that cannot be.
measure::Totals totals(const Asked& asked, const CodedEmployment& coded);

struct CodedFlows {
  Codes industries;
  std::vector<measure::Flow> flows;
};

// The table flows (from, to, count); rows whose count is not known are left out, as if nobody had been seen.
CodedFlows flows(const Asked& asked);

// The same of flows and of a second table like it, by one list of codes.
struct FlowsOfTwoTimes {
  Codes industries;
  std::vector<measure::Flow> now;
  std::vector<measure::Flow> before;
};
FlowsOfTwoTimes flows_of_two_times(const Asked& asked, const std::string& before);

}  // namespace trivium::analysis

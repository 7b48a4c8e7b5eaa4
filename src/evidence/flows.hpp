// Job changes between industries, counted where the register is. What leaves it are pairs of industries with their
// counts, none of them under the threshold; rows about persons never do.
//
// The definition is that of measure/job_changes.hpp, as one SQL text for every engine. Where a worker has several
// records in a year, the first in the engine's order of establishments and industries stands for it: with one record a
// year, all engines give the same numbers; with several, as far as they order ids alike.
//
// The threshold counts changes, not persons or employers. Three persons who move there and back are six changes: where
// an office asks for a number of persons, choose the threshold accordingly.
#pragma once

#include "evidence/duck.hpp"
#include "measure/work.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace trivium::evidence {

// A table with a row for each worker and year: where they worked, and in which industry.
struct PanelTable {
  std::vector<std::string> table;  // its name, with the schema before it where it has one
  std::string worker = "worker";
  std::string year = "year";  // a whole number
  std::string establishment = "establishment";
  std::string industry = "industry";
};

// The least count that is shown. Statistical offices ask for 3 to 10.
struct Threshold {
  std::uint64_t least = 10;
};

struct Flow {
  std::string from;
  std::string to;
  std::uint64_t count = 0;

  bool operator==(const Flow&) const = default;
  auto operator<=>(const Flow&) const = default;
};

// Engines that write names or types their own way.
enum class Dialect : std::uint8_t { duckdb, postgresql, trino, spark };

// To be run as it is, also by hand: three columns, from, to and count, in no order.
std::string flows_sql(const PanelTable& panel, Threshold threshold, Dialect dialect);

// Each gives the flows by from, then by to, letters compared as bytes.
std::vector<Flow> flows_in_duck(Duck& duck, const PanelTable& panel, Threshold threshold,
                                const measure::Work& work = {});
// Over the PostgreSQL protocol. The address is a connection string or URL as libpq reads it.
std::vector<Flow> flows_in_postgres(const std::string& address, const PanelTable& panel, Threshold threshold,
                                    const measure::Work& work = {});
// Over ODBC, with a connection string: "Driver={PostgreSQL Unicode};Server=…".
std::vector<Flow> flows_over_odbc(const std::string& address, const PanelTable& panel, Threshold threshold,
                                  Dialect dialect, const measure::Work& work = {});

// The same as flows_in_duck by the sweep of measure/job_changes.hpp, several times quicker, where all four columns are
// whole numbers of at most 32 bits; otherwise by SQL. Panels larger than memory are gone through in parts.
std::vector<Flow> swept_flows(Duck& duck, const PanelTable& panel, Threshold threshold, const measure::Work& work = {});

// In order. Throws Fault where a count is under the threshold: then the engine did not do what it was asked.
std::vector<Flow> in_order(std::vector<Flow> flows, Threshold threshold);

}  // namespace trivium::evidence

// Births and deaths of firms: how many there were, how many came and went, how many were still there after so many
// years. From the lives of single firms, by type and year.
//
// A register is not the world: a firm that changes its legal form dies and is born again, a holding is born without
// anybody starting anything, and the newest years miss firms not yet reported. Rates of fewer than about thirty firms
// jump by chance.
//
// As Eurostat–OECD, Manual on Business Demography Statistics (2007): a firm is active in every year it lived in, born
// in its first and dead in its last; rates are per active firm of the same year.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

using Year = std::int32_t;

struct Life {
  std::size_t type;  // of firm
  Year first;
  std::optional<Year> last;  // none while it lives; at least first
};

struct Period {
  Year from;
  Year to;  // inclusive
};

struct Turnover {
  std::size_t type;
  Year year;
  std::uint64_t active;
  std::uint64_t entries;
  std::uint64_t exits;
};

// Net entry: entries less exits.
std::int64_t net_entry(const Turnover& year);
// Per active firm, 0 to 1: a firm counts as active also in the year it came or went, so that no more can come or go
// than there were. None where no firm was active.
std::optional<double> entry_rate(const Turnover& year);
std::optional<double> exit_rate(const Turnover& year);

// For each type that has a firm, each year of the period, by type, then year. Years without a firm are there, with 0:
// that nobody was active is known.
std::vector<Turnover> turnover(std::span<const Life> lives, const Period& period);

// Of the firms born in a year, the share that was still active so many years later. Cohorts whose age lies after the
// period are left out, not counted as alive; so are years without a birth.
// The share is 0 to 1 and never rises with age.
struct Survival {
  std::size_t type;
  Year born;
  int age;  // years, 1 and up
  std::uint64_t of;
  std::uint64_t alive;
};
std::vector<Survival> survival(std::span<const Life> lives, const Period& period);

}  // namespace trivium::measure

// Signals of the stage a cluster is in: what can be counted of entry, growth, age, concentration and dependence.
//
// None of them is a stage. A year of crisis looks like decline, a change of legal form like entry, a new measure of
// jobs like growth; and sub-activities of one cluster can be at different stages, which a number over all of them
// hides.
//
// Rates are per active firm. What comes as against the larger area is the cluster's less the larger area's, so that
// what happens to everybody is not taken for the cluster's own. Rates are means over the years, growth is per year from
// the first year known to the last, all others are of the last year known.
//
// Shares and rates are 0 to 1 by themselves and −1 to 1 against the larger area; net entry is −1 to 1. Growth has no
// bounds. A signal of which no year is known, or fewer than two where it is growth, has no value.
//
// What can be counted of a stage: reference framework, section 2 (development stages); Menzel and Fornahl, Cluster life
// cycles, Industrial and Corporate Change 19 (2010). Rates: Eurostat–OECD, Manual on Business Demography Statistics
// (2007). The lines a value is held against are content, and ours (data/stage.yaml).
#pragma once

#include "stage/years.hpp"

#include <array>
#include <string_view>

namespace trivium::stage {

enum class Signal {
  net_entry,        // (entries − exits) / firms
  entry_rate,       // entries / firms, against the larger area
  exit_rate,        // exits / firms, against the larger area
  growth_of_firms,  // a year, against the larger area
  growth_of_jobs,   // a year, against the larger area
  young_firms,      // young / firms, against the larger area
  concentration,
  one_firm,
  one_buyer,
};
inline constexpr std::array kSignals{Signal::net_entry,       Signal::entry_rate,     Signal::exit_rate,
                                     Signal::growth_of_firms, Signal::growth_of_jobs, Signal::young_firms,
                                     Signal::concentration,   Signal::one_firm,       Signal::one_buyer};
std::string_view name(Signal signal);  // as it is written in data/stage.yaml and in the words' keys
std::optional<Signal> signal_named(std::string_view wanted_name);

struct Window {
  Year from;
  Year to;  // inclusive
};

struct Measured {
  std::optional<double> value;  // none where no year or too few are known
  struct OfYear {
    Year year;
    double value;  // what the value is made from: the rate, the number of firms or jobs, the share of that year
    std::optional<double> larger;
  };
  std::vector<OfYear> years;    // those known, ascending
  std::vector<Year> missing;    // of the window
  std::optional<double> firms;  // the fewest in a year known, where the signal counts firms
};

// Years in any order, each once.
Measured measured(Signal signal, std::span<const YearOf> years, const Window& window);

}  // namespace trivium::stage

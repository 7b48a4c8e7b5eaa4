// What is said of a cluster in an answer, laid beside what was counted of it: where the numbers speak against it, that
// is worth a question. Nothing here says who is right, and that numbers do not speak against a claim proves nothing.
//
//   stage            the stage that was named, beside the signals of it that speak against it (stage/reading.hpp)
//   newcomers_met    the share of contacts with newcomers, less the share of firms in their first five years, in the
//                    last year known. Newcomers may also be from elsewhere or from another trade, so more of them than
//                    there are young firms says nothing: only fewer can speak.
//   easy_to_plug_in  said to be so, beside entry against the larger area: where it is easy to get in, firms should not
//                    come more slowly than around it. That a circle is closed is not held against entry: firms may come
//                    and stay outside it.
//
// It misleads where few firms are counted; then nothing is said, as with the signals.
#pragma once

#include "stage/reading.hpp"

#include <string>

namespace trivium::stage {

enum class Claim { stage, newcomers_met, easy_to_plug_in };
inline constexpr std::array kClaims{Claim::stage, Claim::newcomers_met, Claim::easy_to_plug_in};
std::string_view name(Claim claim);  // as it is written in data/stage.yaml and in the words' keys

// Which of them a signal has a line for, beside its lines for stages: Thresholds keeps it among them, by its name.
std::optional<Claim> held_against(Signal signal);
// And the other way; none for the stage, against which all of them are held.
std::optional<Signal> signal_for(Claim claim);

// From which number on it is spoken against; none for the stage.
std::optional<Line> line_against(const Thresholds& thresholds, Claim claim);

struct Claimed {
  std::string stage;                // a code; "" where none was named
  std::optional<double> newcomers;  // their share of the contacts, 0 … 1
  bool easy_to_plug_in = false;
};

struct SpokenAgainst {
  Claim claim;
  std::vector<Reading> readings{};  // stage: the signals that speak against it
  std::optional<Year> year{};       // newcomers_met: of the firms counted
  std::optional<double>
      counted{};  // newcomers_met: the share of young firms; easy_to_plug_in: entry against the larger area
};

// In the order of the claims; nothing where no year is given.
std::vector<SpokenAgainst> spoken_against(std::span<const YearOf> years, const Claimed& claimed,
                                          const Thresholds& thresholds);

}  // namespace trivium::stage

// From which number on a signal speaks for or against a stage: content in data/stage.yaml, each with its reason and the
// section of the reference framework it rests on. The framework names no number, so every one is ours and is shown.
//
// Between for and against lies what cannot be told. A stage that a signal does not name is one of which the source says
// nothing that this signal could show.
//
// Read strictly: an unknown key, signal or stage, a signal without a section or reason, and lines that overlap are each
// named with file and line.
#pragma once

#include "framework/framework.hpp"
#include "stage/signals.hpp"

#include <expected>
#include <map>

namespace trivium::stage {

// Open on a side that is not given. For speaks what lies beyond neither end, against what lies beyond either.
struct Line {
  std::optional<double> above;
  std::optional<double> below;

  [[nodiscard]] bool within(double value) const { return (!above || value > *above) && (!below || value < *below); }
  [[nodiscard]] bool beyond(double value) const { return (above && value > *above) || (below && value < *below); }
};

struct Threshold {
  std::optional<Line> speaks_for;
  std::optional<Line> speaks_against;
};

struct SignalContent {
  std::string section;  // of the reference framework
  std::string reason;   // a key of the words
  std::map<std::string, Threshold, std::less<>> stages;
};

struct Thresholds {
  int years = 0;            // looked back from the last year there is
  int fewest_years = 0;     // known within them, for a mean or a growth
  double fewest_firms = 0;  // in every year known: rates of fewer jump by chance
  std::map<Signal, SignalContent> signals;
};

std::expected<Thresholds, std::vector<framework::Fault>> load_thresholds(const std::filesystem::path& file,
                                                                         const framework::Framework& framework);

}  // namespace trivium::stage

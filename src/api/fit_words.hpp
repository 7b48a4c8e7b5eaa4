// What fit/ finds, as sentences in the reader's language.
#pragma once

#include "api/fit_page.hpp"

namespace trivium::api {

// The three sides in words, also for the home page.
std::vector<FitSide> sides_in_words(const words::Words& words, const std::string& language,
                                    const fit::Picture& picture);

struct FitWords {
  const words::Words& words;
  const framework::Texts& texts;
  const std::string& language;
  const fit::Picture& picture;
  std::vector<fit::Practice> introductions = {};  // that nobody has linked yet: a link may come from one of them

  // All that does not meet, in the one order it has on the map, at home and in the agenda.
  std::vector<FitFinding> findings(const std::vector<fit::Chain>& chains) const;
  FitFinding finding(const fit::Break& found) const;
  FitHelp help(const fit::Change& change) const;
  std::vector<FitPoint> points(const fit::Profile& profile) const;
  std::vector<FitDistance> distances(const fit::Profile& profile) const;  // of those that are placed

 private:
  std::string in_quotes(const std::vector<std::string>& written) const;
  std::string drawing(const fit::Break& found) const;
  std::string leaning(const std::string& who, const fit::Lean& lean) const;
  std::vector<std::string> beside_the_lean(const std::string& mark, const fit::Lean& lean) const;
  std::string drawing(const fit::Change& change) const;
  words::Args names(const std::optional<std::size_t>& demand, const std::optional<std::size_t>& instrument,
                    const std::optional<std::size_t>& practice) const;
};

}  // namespace trivium::api

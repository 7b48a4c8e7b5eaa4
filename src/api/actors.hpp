// Who is named in a table: as concerned by a problem, as taking a service up, as met by the practice.
#pragma once

#include "api/rows_in.hpp"
#include "api/wording.hpp"

#include <set>

namespace trivium::api {

// One by one, as they were written between commas, semicolons and line ends. Whoever is named by words for everybody or
// nobody alone (general_words.hpp) is left out: it is nobody one could meet.
std::vector<std::string> actors_in(const std::string& text, const std::set<std::string>& everybody);

// Everybody the practice is known to meet, entry by entry as it was written, and in which answers.
struct Meetings {
  std::vector<Wording> entries;
  std::vector<std::string> tasks;

  void add(const char* task, const std::string& text);
};
Meetings meetings_in(const AnswersByTask& answers);

// Those of whom no entry names most of what they are called. Nobody where nothing is said of whom the practice meets.
std::vector<std::string> unmet(const std::vector<std::string>& actors, const Meetings& met);

}  // namespace trivium::api

// Who opened a table, for whose table it is.
#pragma once

#include "api/open_table.hpp"
#include "trail/reading.hpp"

namespace trivium::api {

struct LookedLine {
  std::int64_t number;
  std::string name;
  shape::Instant at;
  trail::Deed what;       // the table, its closing summary, or found by searching
  std::string what_said;  // in the reader's words
  std::string form;       // page, json, csv, document
  std::string form_said;
};
TRIVIUM_SHAPE(LookedLine, number, name, at, what, what_said, form, form_said)

struct LookedPage {  // GET /assessments/{assessment}/looked
  triangle::AssessmentId assessment;
  Place place;
  std::vector<LookedLine> looked;     // newest first
  std::optional<std::int64_t> older;  // ask for rows before this one
  int kept_days;
};
TRIVIUM_SHAPE(LookedPage, assessment, place, looked, older, kept_days)

struct AskLooked {
  triangle::AssessmentId assessment;
  std::optional<int> before;
};
TRIVIUM_SHAPE(AskLooked, assessment, before)

struct ShowLooked {
  const House& house;
  Outcome<LookedPage> operator()(const AskLooked& given, const Asking& asking) const;
};

}  // namespace trivium::api

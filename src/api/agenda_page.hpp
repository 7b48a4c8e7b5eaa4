// The reflection agenda: what to ask oneself next, out of the breaks of the fit map and the guidance that fits the
// answers. Each question says why it is asked, where that comes from, and what hold the manager has on it.
#pragma once

#include "api/fit_page.hpp"

namespace trivium::api {

struct AgendaItem {
  std::string id;  // of the rule, or of the kind of break
  fit::Control control;
  std::string title;
  std::string finding;
  std::string reason;  // "" where nothing is said
  std::string question;
  std::string step;
  std::string section;        // of the reference framework
  std::string only_in;        // the language of its words, where they are not in the reader's
  bool from_map;              // a break or what was counted says it; only reason and step are words of a rule then
  std::optional<int> number;  // of the break, on the map
  bool to_begin_with;         // stands among the first, too
  bool goes_on;               // the item above is of the same kind; a page names it once
  bool asked_above;           // its question stands further up, word for word; a page asks it once
  std::vector<FitRecord> records;
  bool counted = false;                             // it rests on the cluster's numbers too
  std::optional<triangle::ClusterId> cluster = {};  // whose; none where they came in a file
};
TRIVIUM_SHAPE(AgendaItem, id, control, title, finding, reason, question, step, section, only_in, from_map, number,
              to_begin_with, goes_on, asked_above, records, counted, cluster)

struct AgendaGroup {
  fit::Control control;
  int count;
  std::vector<AgendaItem> items;
};
TRIVIUM_SHAPE(AgendaGroup, control, count, items)

// A problem whose lever is held above the city and its neighbours, wherever it stands on the map: what is carried
// through down here may still have to be asked for up there.
struct AgendaLobbied {
  std::string text;
  std::string level;
  fit::Standing standing;
};
TRIVIUM_SHAPE(AgendaLobbied, text, level, standing)

struct AgendaPage {  // GET /assessments/{assessment}/agenda
  triangle::AssessmentId assessment;
  Place place;
  std::vector<AgendaItem> first;        // a handful to begin with
  std::vector<AgendaGroup> groups;      // all of it, by what hold one has on it
  std::vector<AgendaLobbied> lobbying;  // stands above what can be lobbied for
  int more;                             // how many are not among the first
  SeenBy seen_by;
};
TRIVIUM_SHAPE(AgendaPage, assessment, place, first, groups, lobbying, more, seen_by)

struct ShowAgenda {
  const House& house;
  Outcome<AgendaPage> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

// The cases a table is shown: those of the library, then those its cluster tells itself, as one kind of thing.
#pragma once

#include "api/open_table.hpp"
#include "triangle/own_case.hpp"
#include "triangle/translation.hpp"

namespace trivium::api {

struct ToldCase {
  std::string id;  // of the library, or of an own case
  bool own;
  triangle::CaseKind kind;
  std::string place;       // "Styria"; as it was written in own cases
  std::string told_of;     // "Styria (AT) · AC Styria"
  library::CaseText text;  // in the reader's language; own cases as they were written
  std::string section;     // "" for own cases
  std::string control;     // "" for own cases
  std::string told_by;     // "" for those of the library
  std::string language;    // it is told in
  library::Traits traits;
};

std::vector<ToldCase> cases_of(const library::Library& library, const words::Words& words, const std::string& language);

// Own cases only for those who may read them (access/sight.hpp).
std::vector<ToldCase> told_cases(store::Session& session, const House& house, const OpenTable& open,
                                 const Asking& asking);

// A case as it was called when it was translated: "" where it is one its cluster tells and the reader may read none.
std::string title_read(store::Session& session, const OpenTable& open, const triangle::Translation& written,
                       const Asking& asking);

// A case about the reader's own city tells her nothing from elsewhere.
bool of_city(const ToldCase& told, const std::string& city);

// "Styria (AT) · AC Styria", or the one of them that is there.
std::string place_and_cluster(const std::string& place, const std::string& cluster);

}  // namespace trivium::api

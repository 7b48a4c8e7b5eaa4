// Search through the answers one may read.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "api/seen_by.hpp"
#include "triangle/ids.hpp"

namespace trivium::api {

struct Found {
  triangle::AssessmentId assessment;
  std::string task;
  std::string title;  // "A3 Sources of knowledge"
  std::string manager;
  std::string round;
  std::string before;  // the words around the hit
  std::string hit;
  std::string after;
  SeenBy seen_by;  // the table it stands in
};
TRIVIUM_SHAPE(Found, assessment, task, title, manager, round, before, hit, after, seen_by)

struct SearchPage {  // GET /search?q=
  std::string q;
  bool asked;
  std::vector<Found> found;
};
TRIVIUM_SHAPE(SearchPage, q, asked, found)

struct Search {
  std::optional<std::string> q;
};
TRIVIUM_SHAPE(Search, q)

struct SearchAnswers {
  const House& house;
  Outcome<SearchPage> operator()(const Search& given, const Asking& asking) const;
};

}  // namespace trivium::api

// What was chosen across the cities of a programme: how often, never by whom and never in anybody's words.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "programme/across_cities.hpp"
#include "programme/programme.hpp"

namespace trivium::api {

struct ComparedChoice {
  std::string task;
  std::string mark;
  std::string task_title;
  std::string facet;
  std::string facet_title;
  std::string code;
  std::string choice;
  programme::HowMany how_many;
  std::optional<int> number;
};
TRIVIUM_SHAPE(ComparedChoice, task, mark, task_title, facet, facet_title, code, choice, how_many, number)

// A facet as it is read: what many chose, then the rest in one line.
struct ComparedFacet {
  std::string mark;
  std::string task_title;
  std::string facet_title;
  std::vector<ComparedChoice> said;
  std::vector<std::string> little;
};
TRIVIUM_SHAPE(ComparedFacet, mark, task_title, facet_title, said, little)

struct SilentFacet {
  std::string mark;
  std::string task_title;
  std::string facet_title;
};
TRIVIUM_SHAPE(SilentFacet, mark, task_title, facet_title)

struct ComparisonPage {  // GET /programmes/{programme}/comparison
  triangle::ProgrammeId programme;
  std::string programme_title;
  int allowed;                          // sent tables whose managers allow it
  int tables;                           // those that count, in whole fives; 0: nothing is shown
  bool one_city;                        // enough tables, and all of one city
  std::vector<ComparedChoice> choices;  // all of them, in the order of the table
  std::vector<ComparedFacet> facets;    // those about which something can be said
  std::vector<SilentFacet> silent;      // the others
};
TRIVIUM_SHAPE(ComparisonPage, programme, programme_title, allowed, tables, one_city, choices, facets, silent)

struct ComparisonAddress {
  triangle::ProgrammeId programme;
};
TRIVIUM_SHAPE(ComparisonAddress, programme)

struct ShowComparison {
  const House& house;
  Outcome<ComparisonPage> operator()(const ComparisonAddress& given, const Asking& asking) const;
};

// Whether the task asks for a choice from a list, which can be counted.
bool compared_across_cities(const framework::Task& task);

}  // namespace trivium::api

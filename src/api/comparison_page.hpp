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
  bool first;  // of its facet
};
TRIVIUM_SHAPE(ComparedChoice, task, mark, task_title, facet, facet_title, code, choice, how_many, number, first)

struct ComparisonPage {  // GET /programmes/{programme}/comparison
  triangle::ProgrammeId programme;
  std::string programme_title;
  int allowed;                          // sent tables whose managers allow it
  int tables;                           // those that count, in whole fives; 0: nothing is shown
  bool one_city;                        // enough tables, and all of one city
  std::vector<ComparedChoice> choices;  // in the order of the table
};
TRIVIUM_SHAPE(ComparisonPage, programme, programme_title, allowed, tables, one_city, choices)

struct ComparisonAddress {
  triangle::ProgrammeId programme;
};
TRIVIUM_SHAPE(ComparisonAddress, programme)

struct ShowComparison {
  const House& house;
  Outcome<ComparisonPage> operator()(const ComparisonAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

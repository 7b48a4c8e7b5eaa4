// A programme: its five steps with their dates, what each asks of the reader, and which city is how far.
#pragma once

#include "api/deadline_lines.hpp"
#include "api/house.hpp"
#include "api/network_page.hpp"
#include "programme/taking_part.hpp"

namespace trivium::api {

enum class StepState { over, now, ahead };  // now: the first whose last day has not passed
TRIVIUM_NAMES(StepState, over, now, ahead)

struct StepLine {
  int step;
  std::string title;
  std::string instructions;
  programme::Due due;
  shape::Date due_on;
  shape::Date last_day;
  std::optional<int> days_left;  // where it is not over
  programme::Deliverable deliverable;
  StepState state;
  int revision;
  std::vector<DeadlineLine> mine{};  // what is due to the reader in it
};
TRIVIUM_SHAPE(StepLine, step, title, instructions, due, due_on, last_day, days_left, deliverable, state, revision, mine)

struct CityLine {  // how far a city is, in numbers
  CityId city;
  std::string name;
  int managers;  // people
  int most_managers;
  int tables;     // to be filled in: one for each manager of each cluster
  int begun;      // tables, those sent among them
  int questions;  // to the coaches, not resolved
  int sent;
  int clusters;
  int with_day;   // clusters whose visit has a day
  int handed_in;  // closing summaries
  bool opens;     // the reader may look at the city's own page
};
TRIVIUM_SHAPE(CityLine, city, name, managers, most_managers, tables, begun, questions, sent, clusters, with_day,
              handed_in, opens)

struct ClusterChoice {
  triangle::ClusterId cluster;
  std::string city;
  std::string name;
};
TRIVIUM_SHAPE(ClusterChoice, cluster, city, name)

struct ProgrammePage {  // GET /programmes/{programme}
  ProgrammeId programme;
  NetworkId network;
  std::string network_name;
  std::string title;
  std::string section;  // of the reference framework
  bool arranges;
  std::vector<StepLine> steps;
  std::vector<CityLine> cities;             // those the reader may see
  std::vector<NetworkCity> network_cities;  // to found a cluster in; only for those who arrange
  std::vector<ClusterChoice> may_take_in;   // only for those who arrange
};
TRIVIUM_SHAPE(ProgrammePage, programme, network, network_name, title, section, arranges, steps, cities, network_cities,
              may_take_in)

struct ProgrammeAddress {
  ProgrammeId programme;
};
TRIVIUM_SHAPE(ProgrammeAddress, programme)

struct StepPage {  // GET /programmes/{programme}/steps/{step}
  ProgrammeId programme;
  std::string programme_title;
  StepLine line;
  std::string usual_title;  // the product's words
  std::string usual_instructions;
  std::string title;  // the network's own; "" where the product's words stand
  std::string instructions;
  programme::Due due;
  shape::Date due_on;
  programme::Deliverable deliverable;
  int revision;
};
TRIVIUM_SHAPE(StepPage, programme, programme_title, line, usual_title, usual_instructions, title, instructions, due,
              due_on, deliverable, revision)

struct StepAddress {
  ProgrammeId programme;
  std::string step;  // as it stands in the address
};
TRIVIUM_SHAPE(StepAddress, programme, step)

struct ChangeStep {  // POST /programmes/{programme}/steps/{step}
  ProgrammeId programme;
  std::string step;  // as it stands in the address
  int revision;      // the one this was typed on
  programme::Due due;
  shape::Date due_on;
  std::optional<std::string> title;
  std::optional<std::string> instructions;
  std::optional<programme::Deliverable> deliverable;  // none: as it is
};
TRIVIUM_SHAPE(ChangeStep, programme, step, revision, due, due_on, title, instructions, deliverable)

struct TakeInCluster {  // POST /programmes/{programme}/clusters
  ProgrammeId programme;
  std::optional<std::string> cluster;  // the id of one there is,
  std::optional<std::string> in_city;  // or a city of the network and the name of a new one
  std::optional<std::string> name;
};
TRIVIUM_SHAPE(TakeInCluster, programme, cluster, in_city, name)

struct ShowProgramme {
  const House& house;
  Outcome<ProgrammePage> operator()(const ProgrammeAddress& given, const Asking& asking) const;
};

struct ShowStep {
  const House& house;
  Outcome<StepPage> operator()(const StepAddress& given, const Asking& asking) const;
};

struct ChangeOneStep {
  const House& house;
  Outcome<Done<Noted>> operator()(const ChangeStep& given, const Asking& asking) const;
};

struct TakeClusterIn {
  const House& house;
  Outcome<Done<Noted>> operator()(const TakeInCluster& given, const Asking& asking) const;
};

// The steps in the reader's words, as of a day.
std::vector<StepLine> step_lines(store::Session& session, const House& house, const ProgrammeId& programme,
                                 const Asking& asking);

}  // namespace trivium::api

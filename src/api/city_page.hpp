// A city in a programme: its managers and what they stand for, who is how far, and for a coach the state of each of the
// 32 tasks of every table that was sent, and how much is written there. Both are told only of tables that the reader
// may read anyway.
#pragma once

#include "api/programme_page.hpp"

namespace trivium::api {

struct TaskMark {  // of a manager's table; where the reader may not read it, there is none
  std::string task;
  std::string mark;  // "A1"
  triangle::TaskState state;
  std::string state_in_words;
  int characters;  // of her own words (api/written_length.hpp)
  int steps;       // of the bar that shows them; 0: nothing
  std::string length_in_words;
};
TRIVIUM_SHAPE(TaskMark, task, mark, state, state_in_words, characters, steps, length_in_words)

struct CityManager {
  std::string name;
  std::string email;
  std::vector<std::string> initiatives;  // what she stands for
  triangle::ClusterId cluster;
  std::string cluster_name;
  triangle::AssessmentState state;
  std::optional<shape::Instant> sent_at;
  std::optional<triangle::AssessmentId> readable;
  std::vector<TaskMark> tasks;
  std::optional<shape::Instant> handed_in_at;       // the closing summary
  std::optional<triangle::AssessmentId> closing{};  // where the reader may read it
};
TRIVIUM_SHAPE(CityManager, name, email, initiatives, cluster, cluster_name, state, sent_at, readable, tasks,
              handed_in_at, closing)

struct CityCluster {
  triangle::ClusterId cluster;
  std::string name;
  triangle::RoundId round;
  bool talks;  // the reader talks with the coaches here, or is one
  int sent;
  bool visited;  // the reader may see the day of the visit
};
TRIVIUM_SHAPE(CityCluster, cluster, name, round, talks, sent, visited)

struct TaskHeading {
  std::string mark;
  std::string title;
};
TRIVIUM_SHAPE(TaskHeading, mark, title)

struct LengthStep {  // of the bars
  int steps;
  std::string in_words;
};
TRIVIUM_SHAPE(LengthStep, steps, in_words)

struct CityPage {  // GET /programmes/{programme}/cities/{city}
  ProgrammeId programme;
  CityId city;
  std::string city_name;
  std::string programme_title;
  std::vector<NetworkPerson> people;  // coaches and the local coordinator
  std::vector<CityCluster> clusters;
  std::vector<CityManager> managers;
  int here;                           // managers
  int invited;                        // to manage, and not here yet
  int room;                           // for how many more managers may be invited
  std::vector<TaskHeading> headings;  // of the tasks; only where some table may be read
  std::vector<LengthStep> lengths;    // what the bars stand for; there too
};
TRIVIUM_SHAPE(CityPage, programme, city, city_name, programme_title, people, clusters, managers, here, invited, room,
              headings, lengths)

struct CityAddress {
  ProgrammeId programme;
  CityId city;
};
TRIVIUM_SHAPE(CityAddress, programme, city)

struct ShowCity {
  const House& house;
  Outcome<CityPage> operator()(const CityAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

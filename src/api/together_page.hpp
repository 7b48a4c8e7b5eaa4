// Several managers of one cluster in one round: where they see the same, where not, and what is worth talking about
// first. Only tables that are sent, and only for those who may read them.
#pragma once

#include "api/open_table.hpp"
#include "api/question_page.hpp"
#include "fit/difference.hpp"

namespace trivium::api {

struct TogetherPerson {
  triangle::AssessmentId assessment;
  std::string name;
  bool chosen;
};
TRIVIUM_SHAPE(TogetherPerson, assessment, name, chosen)

struct TogetherAnswer {
  std::string name;
  triangle::AssessmentId assessment;
  std::optional<triangle::Standing> standing;
  std::vector<Said> parts;  // the facets that differ, else all of it; where they are close, what was not compared
  std::string language;
};
TRIVIUM_SHAPE(TogetherAnswer, name, assessment, standing, parts, language)

struct TogetherTask {
  std::string task;
  std::string title;
  triangle::Vertex vertex;
  std::string mark;
  fit::Apart apart;
  std::vector<TogetherAnswer> answers;
  std::string unsure;  // who does not know yet, joined; "" nobody
  std::string silent;  // who said nothing, joined; "" nobody
};
TRIVIUM_SHAPE(TogetherTask, task, title, vertex, mark, apart, answers, unsure, silent)

// A round of the same cluster that can be compared, for when this one cannot.
struct TogetherElsewhere {
  triangle::RoundId round;
  std::string title;
  shape::Date opened_on;
};
TRIVIUM_SHAPE(TogetherElsewhere, round, title, opened_on)

// How many of the questions; what nobody answered is left out.
struct TogetherCounts {
  int far;
  int partly;
  int close;
  int not_compared;
  int one_side;  // only one answers, or somebody does not know yet
};
TRIVIUM_SHAPE(TogetherCounts, far, partly, close, not_compared, one_side)

struct TogetherPage {  // GET /rounds/{round}/together
  triangle::RoundId round;
  triangle::ClusterId cluster;
  std::string round_title;
  std::string cluster_name;
  std::string city;
  bool illustration;
  bool own_open;                             // one's own table is not sent yet
  bool open;                                 // two tables and more can be compared
  std::vector<TogetherElsewhere> elsewhere;  // newest first; none where this round is open
  std::vector<TogetherPerson> people;        // whose tables may be read
  bool choosing;                             // more than four: which are compared can be chosen
  TogetherCounts counts;
  std::vector<TogetherTask> agenda;        // partly or far apart; what most depends on first
  std::vector<TogetherTask> not_known;     // somebody does not know yet, and fewer than two answer
  std::vector<TogetherTask> side_by_side;  // answered, and nothing to hold against each other
  std::vector<TogetherTask> alone;         // only one said something
  std::vector<TogetherTask> close;
  int nobody;  // tasks
  SeenBy seen_by;
};
TRIVIUM_SHAPE(TogetherPage, round, cluster, round_title, cluster_name, city, illustration, own_open, open, elsewhere,
              people, choosing, counts, agenda, not_known, side_by_side, alone, close, nobody, seen_by)

struct AskTogether {
  triangle::RoundId round;
  std::optional<std::vector<triangle::AssessmentId>> with;  // two to four; the first four where none is named
};
TRIVIUM_SHAPE(AskTogether, round, with)

struct ShowTogether {
  const House& house;
  Outcome<TogetherPage> operator()(const AskTogether& given, const Asking& asking) const;
};

}  // namespace trivium::api

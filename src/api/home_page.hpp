// Home of one table: the triangle and its 32 tasks.
#pragma once

#include "api/asking.hpp"
#include "api/conversation_lines.hpp"
#include "api/fit_page.hpp"
#include "api/open_table.hpp"
#include "api/outcome.hpp"
#include "shape/json.hpp"
#include "triangle/ids.hpp"
#include "triangle/standing.hpp"

namespace trivium::api {

struct TaskLine {
  std::string task;  // A1 … C_sum
  std::string mark;  // what stands before the title: "1" … "12", "Σ"
  std::string title;
  triangle::TaskState state;
  std::optional<std::string> looked_by;  // who opened it and left it blank
  int open_conversations;                // with the coaches, about it
};
TRIVIUM_SHAPE(TaskLine, task, mark, title, state, looked_by, open_conversations)

struct VertexGroup {
  triangle::Vertex vertex;
  std::string name;
  std::string question;
  int touched;  // tasks with any standing or text
  int total;
  std::optional<std::string> sum_up;  // first line of the sum-up, when there is one
  std::vector<TaskLine> tasks;
};
TRIVIUM_SHAPE(VertexGroup, vertex, name, question, touched, total, sum_up, tasks)

struct CarryOn {
  std::string task;
  std::string mark;
  triangle::Vertex vertex;
  std::string title;
};
TRIVIUM_SHAPE(CarryOn, task, mark, vertex, title)

struct Colleague {
  std::string name;
  triangle::AssessmentState state;
  std::optional<triangle::AssessmentId> readable;  // only when the reader may read it
};
TRIVIUM_SHAPE(Colleague, name, state, readable)

struct RoundLink {
  triangle::AssessmentId assessment;
  std::string title;
  shape::Date opened_on;
};
TRIVIUM_SHAPE(RoundLink, assessment, title, opened_on)

struct HomePage {
  triangle::AssessmentId assessment;
  triangle::RoundId round_id;  // place.round is its title
  Place place;
  triangle::AssessmentState state;
  std::optional<shape::Date> send_by;
  std::optional<int> days_left;  // none: no day is set, or it has passed
  std::optional<shape::Instant> sent_at;
  triangle::Vertex started_from;
  std::optional<CarryOn> carry_on;
  std::vector<VertexGroup> groups;
  std::vector<FitSide> sides;      // A–B, B–C, A–C: how thick their lines are drawn, and in words
  std::vector<FitFinding> breaks;  // what does not meet, the first few of the map
  int breaks_in_all;
  bool demands_named;
  std::vector<Colleague> colleagues;
  std::vector<RoundLink> earlier;
  bool may_talk;          // with the coaches, or as one of them
  int all_conversations;  // open ones about this table, that the reader may read
  bool may_read_closing;  // mine, or handed in
  SeenBy seen_by;
};
TRIVIUM_SHAPE(HomePage, assessment, round_id, place, state, send_by, days_left, sent_at, started_from, carry_on, groups,
              sides, breaks, breaks_in_all, demands_named, colleagues, earlier, may_talk, all_conversations,
              may_read_closing, seen_by)

struct ShowHome {
  const House& house;
  Outcome<HomePage> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

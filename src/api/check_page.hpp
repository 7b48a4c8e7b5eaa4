// Check and send: everything in words, gaps named and allowed.
#pragma once

#include "api/question_page.hpp"

namespace trivium::api {

struct CheckRow {
  std::string task;
  std::string mark;
  std::string title;
  std::string question;
  triangle::TaskState state;
  bool provided;  // any standing, text or facet
  std::optional<AnswerInWords> answer;
};
TRIVIUM_SHAPE(CheckRow, task, mark, title, question, state, provided, answer)

struct CheckGroup {
  triangle::Vertex vertex;
  std::string name;
  std::vector<CheckRow> rows;
};
TRIVIUM_SHAPE(CheckGroup, vertex, name, rows)

struct CheckPage {
  triangle::AssessmentId assessment;
  Place place;
  triangle::AssessmentState state;
  std::optional<shape::Instant> sent_at;
  bool may_send;
  int gaps;  // rows without anything provided
  std::vector<CheckGroup> groups;
  SeenBy seen_by;        // now
  SeenBy seen_by_after;  // once it is sent
};
TRIVIUM_SHAPE(CheckPage, assessment, place, state, sent_at, may_send, gaps, groups, seen_by, seen_by_after)

struct SendTable {  // POST /assessments/{assessment}/send
  triangle::AssessmentId assessment;
};
TRIVIUM_SHAPE(SendTable, assessment)

struct DocumentsPage {  // /assessments/{assessment}/documents
  triangle::AssessmentId assessment;
  Place place;
  SeenBy seen_by;
};
TRIVIUM_SHAPE(DocumentsPage, assessment, place, seen_by)

struct ShowCheck {
  const House& house;
  Outcome<CheckPage> operator()(const TableAddress& given, const Asking& asking) const;
};

struct SendOwnTable {
  const House& house;
  Outcome<Done<Noted>> operator()(const SendTable& given, const Asking& asking) const;
};

struct ShowDocuments {
  const House& house;
  Outcome<DocumentsPage> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

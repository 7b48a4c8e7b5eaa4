// The day the coaches come: when, where, its timetable, and what the tables that the reader may read give to talk
// about: where managers agree, where they differ, what does not meet, what is open.
//
// Source: reference framework, section 5, step 4.
#pragma once

#include "api/asking.hpp"
#include "api/conversation_lines.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "api/seen_by.hpp"
#include "api/visit_notes.hpp"
#include "programme/visit.hpp"

namespace trivium::api {

struct VisitSaid {
  std::string name;
  std::string text;                           // its beginning
  std::optional<PlaceForNote> for_note = {};  // here and below: only for coaches
};
TRIVIUM_SHAPE(VisitSaid, name, text, for_note)

struct VisitDifference {
  std::string title;  // "A3 Sources of knowledge"
  std::vector<VisitSaid> said;
  std::string unsure;  // who does not know yet, joined; "" nobody
  std::string silent;  // who said nothing, joined; "" nobody
};
TRIVIUM_SHAPE(VisitDifference, title, said, unsure, silent)

struct VisitUncompared {
  std::string title;
  std::string unsure;  // who does not know yet, joined; "" nobody
};
TRIVIUM_SHAPE(VisitUncompared, title, unsure)

struct VisitBreak {
  std::string title;
  std::string finding;
  std::string question;
  std::vector<PlaceForNote> for_notes = {};  // one for each task it comes from
};
TRIVIUM_SHAPE(VisitBreak, title, finding, question, for_notes)

struct VisitNotKnown {
  std::string title;
  std::optional<PlaceForNote> for_note = {};
};
TRIVIUM_SHAPE(VisitNotKnown, title, for_note)

struct VisitNote {  // of the coaches, beside a task
  std::string title;
  std::string task;
  std::string text;
  std::optional<PlaceForNote> for_note = {};
};
TRIVIUM_SHAPE(VisitNote, title, task, text, for_note)

struct VisitManager {
  triangle::AssessmentId assessment;
  std::string name;
  std::vector<VisitBreak> breaks;
  std::vector<VisitNotKnown> not_known;  // tasks whose answer is "I do not know yet"
  int blank;                             // tasks without any
  std::vector<VisitNote> notes;          // only for coaches
};
TRIVIUM_SHAPE(VisitManager, assessment, name, breaks, not_known, blank, notes)

struct VisitPage {  // GET /rounds/{round}/visit
  triangle::RoundId round;
  std::string round_title;
  std::string cluster_name;
  std::string city;
  bool illustration;
  std::optional<triangle::ProgrammeId> programme;
  std::optional<shape::Date> on_day;
  std::string where;
  std::string timetable;  // as it was written
  std::vector<programme::TimetableLine> lines;
  std::string clock;                      // the city whose time zone they are told on; "": that of the installation
  int revision;                           // 0: nothing is planned yet
  std::optional<shape::Date> after_step;  // the last day of the programme's step, where the visit is planned after it
  bool may_plan;
  bool own_open;                        // one's own table is not sent yet: no other may be read
  std::string waiting;                  // whose tables are not sent yet, joined; "" nobody's
  std::vector<std::string> agreements;  // tasks seen the same
  std::vector<VisitDifference> differences;
  std::vector<VisitUncompared> uncompared;  // answered by several, and neither the one nor the other
  std::vector<VisitManager> managers;       // whose tables may be read
  std::vector<ConversationLine> open;       // conversations the reader may read
  std::optional<SeenBy> seen_by;            // of what the tables say; none where none is shown
};
TRIVIUM_SHAPE(VisitPage, round, round_title, cluster_name, city, illustration, programme, on_day, where, timetable,
              lines, clock, revision, after_step, may_plan, own_open, waiting, agreements, differences, uncompared,
              managers, open, seen_by)

struct VisitAddress {
  triangle::RoundId round;
};
TRIVIUM_SHAPE(VisitAddress, round)

struct AskVisit {
  triangle::RoundId round;
  std::optional<triangle::AssessmentId> assessment = {};  // beside which table and task a coach notes something
  std::optional<std::string> task = {};
  std::optional<int> item = {};                      // at which item of the page
  std::optional<triangle::AssessmentId> noted = {};  // instead of the first: beside which it was kept just now
};
TRIVIUM_SHAPE(AskVisit, round, assessment, task, item, noted)

struct PlanVisit {  // POST /rounds/{round}/visit
  triangle::RoundId round;
  std::optional<shape::Date> on_day;
  std::optional<std::string> where;
  std::optional<std::string> timetable;
  int revision;  // the one this was typed on; 0 the first time
};
TRIVIUM_SHAPE(PlanVisit, round, on_day, where, timetable, revision)

struct PlannedVisit {
  int revision;
};
TRIVIUM_SHAPE(PlannedVisit, revision)

struct ShowVisit {
  const House& house;
  Outcome<VisitPage> operator()(const AskVisit& given, const Asking& asking) const;
};

struct PlanOneVisit {
  const House& house;
  Outcome<Done<PlannedVisit>> operator()(const PlanVisit& given, const Asking& asking) const;
};

}  // namespace trivium::api

// The front door: what a person finds at "/".
#pragma once

#include "access/handed_over.hpp"
#include "api/asking.hpp"
#include "api/deadline_lines.hpp"
#include "api/outcome.hpp"
#include "api/waiting.hpp"
#include "personal/retention.hpp"
#include "personal/taken_out.hpp"
#include "shape/json.hpp"
#include "store/store.hpp"
#include "triangle/ids.hpp"
#include "triangle/standing.hpp"

namespace trivium::api {

struct SamplePerson {
  triangle::PersonId person;
  std::string name;
  access::Role role;
};
TRIVIUM_SHAPE(SamplePerson, person, name, role)

// A table of mine, in the order of what is due first.
struct MyTable {
  triangle::AssessmentId assessment;
  std::string city;
  std::string cluster;
  std::string round;
  triangle::AssessmentState state;
  std::optional<shape::Date> send_by;  // none where I do not manage any more
  std::optional<int> days_left;
};
TRIVIUM_SHAPE(MyTable, assessment, city, cluster, round, state, send_by, days_left)

// A round of a cluster of mine that I have not started: the page offers to start from A, B or C.
struct RoundToStart {
  triangle::RoundId round;
  std::string city;
  std::string cluster;
  std::string title;
  std::optional<shape::Date> send_by;
};
TRIVIUM_SHAPE(RoundToStart, round, city, cluster, title, send_by)

// Somebody else's table that I may read (a colleague's after we both sent, a city's I coach).
struct TableToRead {
  triangle::AssessmentId assessment;
  std::string city;
  std::string cluster;
  std::string round;
  std::string manager;
  std::optional<shape::Instant> sent_at;
};
TRIVIUM_SHAPE(TableToRead, assessment, city, cluster, round, manager, sent_at)

// What somebody is here besides managing, with the page it is done on.
struct PartHere {
  access::Role role;
  std::string place;  // a cluster and its city, or a network and perhaps a city of it
  std::string address;
};
TRIVIUM_SHAPE(PartHere, role, place, address)

struct StartPage {
  bool fresh;  // nothing set up yet
  bool signed_in;
  bool hosts;                                   // may invite people and add clusters
  bool manages;                                 // has tables, or will have some
  bool no_part;                                 // nothing to do here at present
  std::vector<PartHere> parts;                  // in the order they were given
  bool sample;                                  // the sample city is there
  std::vector<SamplePerson> sample_people;      // doors into the sample city, while it is there
  std::string sample_only_in;                   // the language of its words, where they are not in the reader's
  std::vector<DeadlineLine> due;                // to me, the first first; what is done among them
  std::vector<WaitingLine> waiting;             // conversations whose last word is somebody else's
  std::vector<personal::Going> going;           // tables of mine that are past their days soon
  std::vector<access::HandedOver> handed_over;  // by me, and somebody has come
  std::vector<personal::TakenOut> taken_out;    // my roles as a manager that somebody else has ended
  std::vector<MyTable> mine;
  std::vector<RoundToStart> to_start;
  std::vector<TableToRead> to_read;  // the one sent last first
};
TRIVIUM_SHAPE(StartPage, fresh, signed_in, hosts, manages, no_part, parts, sample, sample_people, sample_only_in, due,
              waiting, going, handed_over, taken_out, mine, to_start, to_read)

struct ShowStart {
  const House& house;
  Outcome<StartPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

}  // namespace trivium::api

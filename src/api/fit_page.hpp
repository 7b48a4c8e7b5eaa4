// The fit map: demands, instruments and practices of a table, the links between them, where they do not meet, and what
// to ask next. No total, no score.
#pragma once

#include "api/open_table.hpp"
#include "fit/chains.hpp"
#include "fit/help.hpp"
#include "fit/middle.hpp"
#include "fit/profile.hpp"
#include "fit/sides.hpp"
#include "triangle/link.hpp"

namespace trivium::api {

// A mark in the drawing, at a thing that does not meet what it should: one for each kind, to the first of it.
struct FitGap {
  fit::BreakKind kind;
  int number;  // of the finding it leads to
  std::string title;
};
TRIVIUM_SHAPE(FitGap, kind, number, title)

// A demand, an instrument or a practice, as it stands in the table.
struct FitThing {
  std::string row;
  std::string task;
  std::string text;
  bool linked;
  std::vector<FitGap> gaps = {};  // that show at it
};
TRIVIUM_SHAPE(FitThing, row, task, text, linked, gaps)

struct FitLoose {
  std::string mark;  // A, B, C
  std::string text;
};
TRIVIUM_SHAPE(FitLoose, mark, text)

struct FitChain {
  int number;
  std::string row;
  std::string text;
  fit::Standing standing;
  bool partly;
  std::optional<std::string> instrument;
  std::optional<std::string> practice;
  std::vector<std::string> other_instruments = {};  // of the policy, that are linked to it too
};
TRIVIUM_SHAPE(FitChain, number, row, text, standing, partly, instrument, practice, other_instruments)

struct FitLine {
  triangle::LinkKind kind;
  std::string from_row;
  std::string to_row;
  std::string from;
  std::string to;
  triangle::LinkStrength strength;
  std::optional<triangle::LinkId> link;  // none: the answer itself says so
  int from_y;                            // where it is drawn, in tenths of a row
  int to_y;
  int between_y;  // below the row it leads to: where a link without an instrument passes between the instruments
};
TRIVIUM_SHAPE(FitLine, kind, from_row, to_row, from, to, strength, link, from_y, to_y, between_y)

struct FitRecord {
  std::string task;
  std::string title;
};
TRIVIUM_SHAPE(FitRecord, task, title)

// A case of the library, or of the cluster itself, that works in the same way and speaks of what does not meet.
struct FitCase {
  std::string told_case;
  std::string title;
  std::string told_of;
  std::string because;
};
TRIVIUM_SHAPE(FitCase, told_case, title, told_of, because)

struct FitFinding {
  fit::BreakKind kind;
  fit::Control control;
  std::string title;  // of its kind
  std::string sentence;
  std::string question;
  std::vector<FitRecord> records;
  bool first_of_kind;  // the question is the same for all of a kind; a page asks it once
  bool last_of_kind;
  int of_kind;                         // how many there are
  bool folded;                         // less pressing than what becomes of the problems: a page may fold the kind away
  std::optional<int> number;           // its place on the map, 1 …; none where it stands on no map
  std::string draw;                    // from the map to the form for a link that would help; "" where none would
  std::optional<FitCase> beside = {};  // on the map
};
TRIVIUM_SHAPE(FitFinding, kind, control, title, sentence, question, records, first_of_kind, last_of_kind, of_kind,
              folded, number, draw, beside)

// What is said in an answer, and what was counted of the cluster that speaks against it: both sides, nobody is right.
struct FitContradiction {
  std::string id;  // of the claim: stage, newcomers_met …
  fit::Control control;
  std::string title;
  std::string said;                  // the one side, a sentence
  std::vector<std::string> counted;  // the other: each number that speaks against it
  std::string question;
  std::string reason;                          // why that may matter, with the line it is held against
  std::string section;                         // of the reference framework
  std::vector<FitRecord> records;              // the answer it comes from
  std::string source;                          // and of the numbers: where they are from; "" where a file does not say
  std::optional<triangle::ClusterId> cluster;  // whose numbers; none where they came in a file
};
TRIVIUM_SHAPE(FitContradiction, id, control, title, said, counted, question, reason, section, records, source, cluster)

struct FitSide {
  std::string name;
  bool said;
  std::string sentence;   // reach in words, or why nothing can be said
  std::string agreement;  // proportion in words, or why not
  std::optional<fit::Interval> reach;
  std::optional<fit::Interval> proportion;
  std::string reach_said;  // the numbers in the reader's language
  std::string proportion_said;
  int width;         // of its line, 0 … 5
  bool not_known;    // nothing is certain to be there, and something could be: not drawn like nothing
  std::string path;  // its line in the drawing of the triangle
};
TRIVIUM_SHAPE(FitSide, name, said, sentence, agreement, reach, proportion, reach_said, proportion_said, width,
              not_known, path)

struct FitPoint {
  std::string mark;  // A, B, C
  std::string sentence;
  bool placed;
  int x;  // in a drawing of 320 by 280
  int y;
  fit::Lean lean;
};
TRIVIUM_SHAPE(FitPoint, mark, sentence, placed, x, y, lean)

// How far two vertices lean apart.
struct FitDistance {
  fit::Distance distance;
  std::string sentence;
};
TRIVIUM_SHAPE(FitDistance, distance, sentence)

// A link that might be there. It is never drawn unasked.
struct FitProposal {
  triangle::LinkKind kind;
  std::string from_row;
  std::string to_row;
  std::string from;
  std::string to;
  std::string because;
};
TRIVIUM_SHAPE(FitProposal, kind, from_row, to_row, from, to, because)

struct FitHelp {
  fit::Control control;
  std::string question;
  std::vector<FitRecord> records;
  std::string
      draw;  // to the form for the link, with its ends chosen where there are both; "" where there is no other end
};
TRIVIUM_SHAPE(FitHelp, control, question, records, draw)

// What one has to understand, mobilise or implement with.
struct FitCapacity {
  std::string name;
  std::vector<std::string> sentences;
  std::vector<FitRecord> records;
};
TRIVIUM_SHAPE(FitCapacity, name, sentences, records)

enum class LinkDeed { drawn, taken_back };
TRIVIUM_NAMES(LinkDeed, drawn, taken_back)

struct FitAddress {
  triangle::AssessmentId assessment;
  std::optional<std::string> from_row;  // the ends of a link: to be drawn, or with a deed the one it was done to
  std::optional<std::string> to_row;
  std::optional<triangle::LinkKind> kind;
  std::optional<LinkDeed> done;
};
TRIVIUM_SHAPE(FitAddress, assessment, from_row, to_row, kind, done)

struct FitPage {  // GET /assessments/{assessment}/fit
  triangle::AssessmentId assessment;
  Place place;
  bool may_write;
  std::vector<FitThing> demands;
  std::vector<FitThing> instruments;
  std::vector<FitThing> practices;
  bool policy_blank;  // nobody has answered yet what the policy has
  bool practice_blank;
  int drawing_height;  // in tenths of a row
  std::vector<FitChain> chains;
  std::vector<FitLine> lines;
  std::vector<FitLoose> loose;       // without any link: the dashed frames of the drawing, in words
  std::vector<FitFinding> findings;  // those of one kind together, the kind of the heaviest first
  std::vector<FitSide> sides;        // A–B, B–C, A–C
  std::vector<FitCapacity> middle;
  std::vector<FitPoint> points;
  bool leans;  // at least one of them has its place
  std::vector<FitDistance> distances;
  std::vector<FitHelp> helpful;
  std::vector<FitProposal> proposals;
  std::vector<FitProposal> more_proposals;  // that come after the first few
  bool can_link;                            // there are two things that a link could join
  std::string chosen_from;                  // rows the form for a link begins with; "" where one is to be chosen
  std::string chosen_to;
  std::string link_done;                         // the link just drawn or taken back, by both its ends
  std::vector<FitContradiction> contradictions;  // between what is said and what was counted
  SeenBy seen_by;
};
TRIVIUM_SHAPE(FitPage, assessment, place, may_write, demands, instruments, practices, policy_blank, practice_blank,
              drawing_height, chains, lines, loose, findings, sides, middle, points, leans, distances, helpful,
              proposals, more_proposals, can_link, chosen_from, chosen_to, link_done, contradictions, seen_by)

struct ShowFit {
  const House& house;
  Outcome<FitPage> operator()(const FitAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

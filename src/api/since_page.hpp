// This round against an earlier one, the last unless another is asked for: what closed, what opened, what stayed, what
// came and went, and what the manager says it changed because of. Above it all her rounds as columns.
#pragma once

#include "api/fit_page.hpp"
#include "api/rounds_of.hpp"
#include "fit/since.hpp"
#include "triangle/reason.hpp"

namespace trivium::api {

struct SinceThing {
  std::string mark;  // A, B, C
  fit::Turn turn;
  std::string text;
  std::string how;  // changed: what, in words
};
TRIVIUM_SHAPE(SinceThing, mark, turn, text, how)

// A gap that is another one now: what was said of the problem, and what is.
struct SinceTurned {
  std::string was;
  FitFinding now;
};
TRIVIUM_SHAPE(SinceTurned, was, now)

struct SinceAnswer {  // an answer that is not the last round's
  std::string task;
  std::string title;
  std::optional<std::string> because;
  int revision;  // of the reason; 0: none yet
  bool asked;    // its form is open
};
TRIVIUM_SHAPE(SinceAnswer, task, title, because, revision, asked)

struct SincePage {  // GET /assessments/{assessment}/since
  triangle::AssessmentId assessment;
  Place place;
  bool may_write;
  std::vector<SinceRound> rounds;         // the oldest first; none where there is only this one
  std::optional<std::string> last_round;  // the one this is held against
  std::string round;                      // its id, where it was asked for; "" for the last one
  std::string moved_first;                // a sentence; "" where nothing moved
  std::vector<FitFinding> closed;
  std::vector<FitFinding> dropped;  // not there any more, because what they were about is not named any more
  std::vector<SinceTurned> turned;
  std::vector<FitFinding> opened;
  std::vector<FitFinding> stayed;
  std::vector<SinceThing> things;
  std::vector<SinceAnswer> changed;
  std::vector<FitRecord> taken_over;  // not answered again, so taken as it was
  SeenBy seen_by;
};
TRIVIUM_SHAPE(SincePage, assessment, place, may_write, rounds, last_round, round, moved_first, closed, dropped, turned,
              opened, stayed, things, changed, taken_over, seen_by)

struct AskSince {
  triangle::AssessmentId assessment;
  std::optional<std::string> task;   // whose "because of" is to be written
  std::optional<std::string> round;  // the earlier one to hold it against; none: the last
};
TRIVIUM_SHAPE(AskSince, assessment, task, round)

struct ShowSince {
  const House& house;
  Outcome<SincePage> operator()(const AskSince& given, const Asking& asking) const;
};

// At most 1,000 characters.
void check_because(const std::string& because, const std::string& pointer, shape::Flaws& flaws);

struct SayBecause {  // POST /assessments/{assessment}/reasons
  triangle::AssessmentId assessment;
  std::string task;
  std::optional<std::string> because;  // blank: taken back
  int revision;                        // of the reason this is written on; 0: none
  std::optional<std::string> round{};  // that was held against, to come back to
};
TRIVIUM_SHAPE(SayBecause, assessment, task, because, revision, round)

struct SaveBecause {
  const House& house;
  Outcome<Done<Noted>> operator()(const SayBecause& given, const Asking& asking) const;
};

}  // namespace trivium::api

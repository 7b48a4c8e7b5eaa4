// The stage a manager named, beside what was counted of her cluster: each signal speaks for it, against it, or it
// cannot be told. Nothing is added up.
#pragma once

#include "api/open_table.hpp"
#include "api/picture_of.hpp"
#include "stage/reading.hpp"
#include "triangle/cluster_numbers.hpp"

namespace trivium::api {

struct StageSignal {
  std::string signal;
  std::string title;
  std::string says;                // speaks_for, speaks_against, cannot_be_told
  std::string value;               // "2.2 %"; "" where there is none
  std::string because;             // why it cannot be told; may be empty
  std::vector<std::string> lines;  // from where on it speaks
  std::string missing;             // years without a number; may be empty
  std::string reason;
  std::string section;
};
TRIVIUM_SHAPE(StageSignal, signal, title, says, value, because, lines, missing, reason, section)

struct StagePage {  // GET /assessments/{assessment}/stage
  triangle::AssessmentId assessment;
  Place place;
  std::string stage;   // as it was named in A8; "" where none was
  bool numbers_known;  // to the reader
  std::string source;
  int from;
  int to;
  std::vector<StageSignal> signals;            // those against it first
  std::optional<triangle::ClusterId> cluster;  // whose numbers the reader may read and give
  SeenBy seen_by;
};
TRIVIUM_SHAPE(StagePage, assessment, place, stage, numbers_known, source, from, to, signals, cluster, seen_by)

struct ShowStage {
  const House& house;
  Outcome<StagePage> operator()(const TableAddress& given, const Asking& asking) const;
};

// The task that asks for the stage.
std::string_view task_of_the_stage();

// The stage named in it, as a code; "" where none was, or one in words of one's own.
std::string stage_in(const AnswersByTask& answers);

}  // namespace trivium::api

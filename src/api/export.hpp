// A table as a file one can take along: JSON with everything, and the same coming back.
#pragma once

#include "api/open_table.hpp"
#include "triangle/link.hpp"
#include "triangle/reason.hpp"
#include "triangle/translation.hpp"

namespace trivium::api {

struct ExportedAnswer {
  std::string task;
  std::optional<triangle::Standing> standing;
  std::optional<triangle::Confidence> confidence;
  std::string notes;
  std::string evidence;
  shape::Json facets;
  std::string language;
  int revision;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(ExportedAnswer, task, standing, confidence, notes, evidence, facets, language, revision, written_at)

struct ExportedLink {  // by ids of rows
  triangle::LinkKind kind;
  std::string from_row;
  std::string to_row;
  triangle::LinkStrength strength;
};
TRIVIUM_SHAPE(ExportedLink, kind, from_row, to_row, strength)

struct ExportedReason {  // "changed because of"
  std::string task;
  std::string because;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(ExportedReason, task, because, written_at)

// What was taken from a case, and what was noted of it from this table if it was written in an earlier one.
struct ExportedTranslation {
  std::string told_case;
  std::string title;
  std::string same;
  std::string different;
  std::string would_have_to_be_true;
  std::string language;
  int revision;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(ExportedTranslation, told_case, title, same, different, would_have_to_be_true, language, revision,
              written_at)

struct ExportedOutcome {
  std::string told_case;
  std::string title;
  std::string round;  // in which the translation was written
  triangle::Outcome outcome;
  std::string what_happened;
  std::string language;
  int revision;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(ExportedOutcome, told_case, title, round, outcome, what_happened, language, revision, written_at)

struct ExportedTable {
  std::string format;  // "trivium.table"
  int format_version;  // 1
  shape::Instant exported_at;
  std::string city;
  std::string cluster;
  std::string round;
  int question_set;
  std::string manager;
  triangle::Vertex started_from;
  std::optional<shape::Instant> sent_at;
  std::vector<ExportedAnswer> answers;             // in the order of the table
  std::optional<std::vector<ExportedLink>> links;  // none: written before links could be drawn
  std::optional<std::vector<ExportedReason>> reasons;
  // None in files from before there was a library.
  std::optional<std::vector<ExportedTranslation>> translations;
  std::optional<std::vector<ExportedOutcome>> outcomes;
};
TRIVIUM_SHAPE(ExportedTable, format, format_version, exported_at, city, cluster, round, question_set, manager,
              started_from, sent_at, answers, links, reasons, translations, outcomes)

// GET /assessments/{assessment}/export
struct ExportTable {
  const House& house;
  Outcome<ExportedTable> operator()(const TableAddress& given, const Asking& asking) const;
};

// Everything of mine in one file: GET /export
struct ExportedTables {
  std::string format;  // "trivium.tables"
  int format_version;
  shape::Instant exported_at;
  std::string person;
  std::string email;
  std::vector<ExportedTable> tables;  // as each can be brought back
  shape::Json kept;                   // all that is kept about the person, row by row (personal/held)
};
TRIVIUM_SHAPE(ExportedTables, format, format_version, exported_at, person, email, tables, kept)

struct ExportEverything {
  const House& house;
  Outcome<ExportedTables> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct AnswerLine {
  std::string vertex;
  std::string task;
  std::string question;
  std::string standing;  // as a word of the reader's, "" where nothing was said
  std::string standing_code;
  std::string confidence;
  std::string answer;  // all parts in words
  std::string evidence;
  std::string language;
  int revision;
  std::string written_at;
};
TRIVIUM_SHAPE(AnswerLine, vertex, task, question, standing, standing_code, confidence, answer, evidence, language,
              revision, written_at)

// GET /assessments/{assessment}/answers, also as CSV: 32 lines, whatever was answered.
struct AnswersPage {
  triangle::AssessmentId assessment;
  Place place;
  std::vector<AnswerLine> answers;
  SeenBy seen_by;
};
TRIVIUM_SHAPE(AnswersPage, assessment, place, answers, seen_by)

struct ListAnswers {
  const House& house;
  Outcome<AnswersPage> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

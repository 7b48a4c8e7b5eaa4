// One task on one page; the whole-table page is made of the same records.
#pragma once

#include "api/asking.hpp"
#include "api/coach_note.hpp"
#include "api/conversation_lines.hpp"
#include "api/open_table.hpp"
#include "api/outcome.hpp"
#include "shape/json.hpp"
#include "triangle/ids.hpp"
#include "triangle/standing.hpp"

namespace trivium::api {

struct Choice {
  std::string code;
  std::string label;
  bool chosen;
  std::optional<std::string> rank;  // ranked lists: the place given to it, as it was typed
};
TRIVIUM_SHAPE(Choice, code, label, chosen, rank)

enum class FieldKind { one, many, ranked, number, year, text, long_text, lines, rows };
TRIVIUM_NAMES(FieldKind, one, many, ranked, number, year, text, long_text, lines, rows)

struct FieldRow;

// One facet as it stands on the page. "name" is the form field (shape/form.hpp), for instance facets/demands/0/text.
struct Field {
  std::string id;
  std::string name;
  std::string anchor;  // the same as an element id
  FieldKind kind;
  std::string label;
  std::optional<std::string> hint;
  std::optional<std::string> unit;
  std::optional<std::string> value;  // number, year, text, long_text, lines (one per line)
  std::vector<std::string> offered;  // text: what the table says elsewhere and may be meant here
  std::vector<Choice> choices;       // one, many, ranked
  std::vector<std::string> own;      // own entries beside the list (one: at most one)
  std::optional<std::string> own_rank;
  std::vector<FieldRow> rows;  // rows: filled ones first, then blank ones to type into
  bool room_for_more;          // rows: another may be added
};

struct FieldRow {
  std::string stem;  // facets/demands/0
  int index;
  int number;  // index + 1, for the eye
  std::optional<std::string> id;
  std::vector<Field> columns;
};
TRIVIUM_SHAPE(FieldRow, stem, index, number, id, columns)
TRIVIUM_SHAPE(Field, id, name, anchor, kind, label, hint, unit, value, offered, choices, own, own_rank, rows,
              room_for_more)

// An answer in words: one facet or the notes.
struct Said {
  std::string label;
  std::string text;  // lines starting "- " are bullets
};
TRIVIUM_SHAPE(Said, label, text)

// An answer as it was: last round's, a colleague's, an earlier version.
struct AnswerInWords {
  std::optional<triangle::Standing> standing;
  std::optional<triangle::Confidence> confidence;
  std::vector<Said> parts;
  std::string language;
  std::optional<std::string> written_by;
  std::optional<shape::Instant> written_at;
  std::optional<std::string> round;
  int revision;
};
TRIVIUM_SHAPE(AnswerInWords, standing, confidence, parts, language, written_by, written_at, round, revision)

// Somebody (or another window) saved while this was being typed: both texts are shown, neither is lost.
struct Conflict {
  AnswerInWords stored;
  int revision;  // what the next save has to name
};
TRIVIUM_SHAPE(Conflict, stored, revision)

enum class BackTo { list, check, table };
TRIVIUM_NAMES(BackTo, list, check, table)

struct QuestionPage {
  triangle::AssessmentId assessment;
  Place place;
  std::string task;
  triangle::Vertex vertex;
  std::string vertex_name;
  std::string mark;  // "5", "Σ"
  int number;        // place within its vertex
  int of;
  bool sum_up;
  std::string title;
  std::string question;
  std::string why;
  std::vector<std::string> hints;
  std::string example;
  bool may_write;
  triangle::TaskState state;
  std::optional<triangle::Standing> standing;
  bool still_open;  // something is kept, and it was not said to stand
  std::optional<triangle::Confidence> confidence;
  std::string notes;
  std::string evidence;
  std::vector<Field> fields;
  std::string language;  // the answer's
  int revision;          // 0: nothing saved yet
  std::optional<shape::Instant> saved_at;
  std::optional<AnswerInWords> in_words;  // for readers who may not write
  std::optional<AnswerInWords> last_round;
  std::optional<Conflict> conflict;
  std::optional<std::string> before;  // task ids
  std::optional<std::string> after;
  BackTo back_to;                                 // where Continue leads
  triangle::RoundId round_id;                     // place.round is its title
  bool may_talk;                                  // with the coaches about this answer, or as one of them
  std::vector<ConversationLine> conversations{};  // about it, as far as the reader may read them
  std::optional<NoteOfCoaches> coach_note{};      // only for coaches
  std::optional<int> problems_as_of{};            // the revision of A_sum whose places its fields name
  SeenBy seen_by;
};
TRIVIUM_SHAPE(QuestionPage, assessment, place, task, vertex, vertex_name, mark, number, of, sum_up, title, question,
              why, hints, example, may_write, state, standing, still_open, confidence, notes, evidence, fields,
              language, revision, saved_at, in_words, last_round, conflict, before, after, back_to, round_id, may_talk,
              conversations, coach_note, seen_by, problems_as_of)

struct TableGroup {
  triangle::Vertex vertex;
  std::string name;
  std::string question;
  std::vector<QuestionPage> rows;
};
TRIVIUM_SHAPE(TableGroup, vertex, name, question, rows)

struct TablePage {
  triangle::AssessmentId assessment;
  Place place;
  bool may_write;
  std::vector<TableGroup> groups;
  SeenBy seen_by;
};
TRIVIUM_SHAPE(TablePage, assessment, place, may_write, groups, seen_by)

enum class Then { onwards, stay, list, check, table, another_row };
TRIVIUM_NAMES(Then, onwards, stay, list, check, table, another_row)

// How a person says it stands: as stored, or still open, which is not the same as not having said.
enum class Stands { open, answered, not_known_yet, does_not_apply, rather_not_say };
TRIVIUM_NAMES(Stands, open, answered, not_known_yet, does_not_apply, rather_not_say)

// POST /assessments/{assessment}/tasks/{task}
struct SaveAnswer {
  triangle::AssessmentId assessment;
  std::string task;
  int revision;  // the one this was typed on; 0 for a first answer
  std::optional<Stands> standing;
  std::optional<triangle::Confidence> confidence;
  std::optional<std::string> notes;
  std::optional<std::string> evidence;
  std::optional<shape::Json> facets;
  std::optional<std::string> language;
  std::optional<Then> then;                // where the page goes next
  std::optional<int> problems_as_of = {};  // the revision of A_sum whose places the facets name; none: today's
};
TRIVIUM_SHAPE(SaveAnswer, assessment, task, revision, standing, confidence, notes, evidence, facets, language, then,
              problems_as_of)

struct SavedAnswer {
  std::string task;
  int revision;
  shape::Instant saved_at;
  triangle::TaskState state;
  shape::Json facets;  // as stored: rows now have their ids
};
TRIVIUM_SHAPE(SavedAnswer, task, revision, saved_at, state, facets)

struct HistoryPage {
  triangle::AssessmentId assessment;
  Place place;
  std::string task;
  std::string title;
  std::string question;
  std::vector<AnswerInWords> versions;  // newest first; of each sitting its last text, or every one
  bool every;
  std::optional<int> between;  // texts saved within the sittings, where there are any
  SeenBy seen_by;
};
TRIVIUM_SHAPE(HistoryPage, assessment, place, task, title, question, versions, every, between, seen_by)

struct AskQuestion {  // GET /assessments/{assessment}/tasks/{task}
  triangle::AssessmentId assessment;
  std::string task;
  std::optional<BackTo> back;  // where Continue leads
  std::optional<int> more;     // rows wanted beyond the usual blank ones
};
TRIVIUM_SHAPE(AskQuestion, assessment, task, back, more)

struct ShowQuestion {
  const House& house;
  Outcome<QuestionPage> operator()(const AskQuestion& given, const Asking& asking) const;
};

// Saves on top of the revision it names. When it returns, the text is on disk.
struct SaveOneAnswer {
  const House& house;
  Outcome<Done<SavedAnswer>> operator()(const SaveAnswer& given, const Asking& asking) const;
};

// The page as it was typed, for when something has to be put right or a newer text is stored already.
struct ShowQuestionAsTyped {
  const House& house;
  Outcome<QuestionPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

struct AskHistory {  // GET /assessments/{assessment}/tasks/{task}/history
  triangle::AssessmentId assessment;
  std::string task;
  std::optional<bool> every;  // also what was saved on the way
};
TRIVIUM_SHAPE(AskHistory, assessment, task, every)

struct ShowHistory {
  const House& house;
  Outcome<HistoryPage> operator()(const AskHistory& given, const Asking& asking) const;
};

struct ShowTable {
  const House& house;
  Outcome<TablePage> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api

// A table that was edited in Word coming back: first what differs, field by field, then what was chosen of it.
//
// Nothing is kept between the two: the proposals lie in the form, with the revision each was made on. So nothing of a
// document that was only looked at is stored, nothing has to expire, and a page left open for a week is as good as a
// fresh one: what was saved in between shows as a conflict.
#pragma once

#include "api/question_page.hpp"
#include "api/text_changes.hpp"

namespace trivium::api {

enum class WordPick { document, here, written };
TRIVIUM_NAMES(WordPick, document, here, written)

struct WordChange {
  int index;  // in the form
  std::string task;
  std::string mark;  // "A5"
  std::string title;
  std::string field;  // key, api/word_task.hpp
  std::string label;
  std::string text;               // as it stands in the document
  std::string before;             // as it was when the document was written
  std::string here;               // as it stands in the table
  int written;                    // revision the document was written from
  int revision;                   // of the answer here; what a save has to name
  bool conflict;                  // it was changed here since
  bool knows_before;              // false: what the document was written from is not at hand
  std::vector<TextPiece> pieces;  // from here to the document
  std::optional<WordPick> pick;
  std::optional<std::string> wrong;  // why it was not taken, after it was chosen
  std::string language;              // of the answer
};
TRIVIUM_SHAPE(WordChange, index, task, mark, title, field, label, text, before, here, written, revision, conflict,
              knows_before, pieces, pick, wrong, language)

// Changed in the document, and not to be taken over: what, why not, and where to change it.
struct WordLeft {
  int index;                        // in the form
  std::optional<std::string> task;  // none: it belongs to no task
  std::string mark;
  std::string title;
  std::string label;
  std::string why;
  std::string text;  // what stands there now, its beginning
};
TRIVIUM_SHAPE(WordLeft, index, task, mark, title, label, why, text)

struct WordPage {
  triangle::AssessmentId assessment;
  Place place;
  bool read;  // a document lies before us; false: only asked for one
  std::string from;
  std::string document_language;
  std::optional<std::string> other_table;  // of one's own, that it was written from
  std::vector<WordChange> changes;
  std::vector<WordLeft> left;
  std::vector<std::string> remarks;  // what was seen and does not come along, in sentences
  int same;                          // fields that stand as they were written
  int already;                       // changed in the document, and here just so
  bool stale;                        // something was saved here while this was looked at
  bool chosen;                       // what was chosen, anew: the document is gone, and with it what was counted
  SeenBy seen_by;
};
TRIVIUM_SHAPE(WordPage, assessment, place, read, from, document_language, other_table, changes, left, remarks, same,
              already, stale, chosen, seen_by)

// GET /assessments/{assessment}/word
struct ShowWord {
  const House& house;
  Outcome<WordPage> operator()(const TableAddress& given, const Asking& asking) const;
};

struct WordFile {  // POST /assessments/{assessment}/word
  triangle::AssessmentId assessment;
  shape::Bytes file;
};
TRIVIUM_SHAPE(WordFile, assessment, file)

// Writes nothing.
struct ReadWord {
  const House& house;
  Outcome<WordPage> operator()(const WordFile& given, const Asking& asking) const;
};

struct WordChosen {
  std::string task;
  std::string field;
  std::string text;
  int written;
  int revision;
  std::optional<WordPick> pick;
};
TRIVIUM_SHAPE(WordChosen, task, field, text, written, revision, pick)

// What was named beside the choice, so that it is named again where the choice has to be put right.
struct WordStillLeft {
  std::optional<std::string> task;
  std::string label;
  std::string why;
  std::string text;
};
TRIVIUM_SHAPE(WordStillLeft, task, label, why, text)

struct TakeWord {  // POST /assessments/{assessment}/word/take
  triangle::AssessmentId assessment;
  std::string from;  // the table the document was written from
  std::string document_language;
  std::vector<WordChosen> changes;
  std::optional<std::vector<WordStillLeft>> left;   // shown again, never written
  std::optional<std::vector<std::string>> remarks;  // the same
};
TRIVIUM_SHAPE(TakeWord, assessment, from, document_language, changes, left, remarks)

struct WordTaken {
  int taken;    // fields
  int answers;  // that were saved
};
TRIVIUM_SHAPE(WordTaken, taken, answers)

// The answers that were saved since, as they stand by now.
struct WordStale {
  std::string task;
  AnswerInWords stored;
  int revision;  // what the next choice has to name
};
TRIVIUM_SHAPE(WordStale, task, stored, revision)

struct WordConflict {
  std::vector<WordStale> answers;
};
TRIVIUM_SHAPE(WordConflict, answers)

// All that was chosen or nothing; stale where any of the answers was saved since the preview.
struct TakeFromWord {
  const House& house;
  Outcome<Done<WordTaken>> operator()(const TakeWord& given, const Asking& asking) const;
};

// The preview anew, with what was chosen, for when something has to be put right or was saved in between.
struct ShowWordAsChosen {
  const House& house;
  Outcome<WordPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api

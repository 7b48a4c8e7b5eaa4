// What somebody changed in a document: one task's row as it came back, held against the answer it was written from.
// Whatever differs is an edit or is named with the reason why it is none; nothing is passed over.
#pragma once

#include "api/word_task.hpp"
#include "document/returned_table.hpp"

namespace trivium::api {

struct WordEdit {
  std::string key;
  std::string text;  // "": it was taken out

  bool operator==(const WordEdit&) const = default;
};

struct WordUntaken {
  std::string key;   // of the field, or a facet; "": of the task as a whole
  std::string why;   // word key
  std::string text;  // what stands there now
  words::Args args = {};
};

struct WordRead {
  std::vector<WordEdit> edits;
  std::vector<WordUntaken> untaken;
  int same = 0;  // fields that stand as they were written
};

WordRead read_row(const WordTask& task, const document::ReturnedRow& row, const triangle::Answer* written);

}  // namespace trivium::api

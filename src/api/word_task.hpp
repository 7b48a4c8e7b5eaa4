// One task as a Word document shows it: the words its answer was written with, and the keys by which they come back.
//
// A key is "notes", "evidence", "standing", a facet ("products"), a cell ("demands/<row>/weight") or a row as a whole
// ("demands/<row>": it is gone; "demands/+2": it is new, as the third).
#pragma once

#include "framework/framework.hpp"
#include "triangle/answer.hpp"
#include "words/words.hpp"

namespace trivium::api {

struct WordTask {
  const framework::Task& task;
  const framework::Framework& framework;
  const framework::Texts& texts;  // in the document's language
  const words::Words& words;
  std::string language;  // the document's
};

struct WordField {
  std::string key;
  std::string text;

  bool operator==(const WordField&) const = default;
};

struct WordKey {
  const framework::Facet* facet = nullptr;  // none: notes, evidence, standing
  const framework::Column* column = nullptr;
  std::string row = {};  // id, or "+2"
  std::string own = {};  // "notes", "evidence", "standing"
};

// Nothing where the task has no such field.
std::optional<WordKey> word_key(const framework::Task& task, const std::string& key);

// "Problems, 2: Weight", in the reader's words.
std::string label_of(const WordKey& key, const WordTask& reader, const triangle::Answer* answer);

// The parts of an answer in the order they are shown in, so that each label in the document gets its key.
std::vector<std::string> part_keys(const framework::Task& task, const triangle::Answer& answer);

// Every field that says something, in that order.
std::vector<WordField> word_fields(const WordTask& task, const triangle::Answer* answer);

// A row by its id; one that was stored before rows had ids goes by its place, ".3".
std::string row_key(const shape::Json& row, std::size_t place);

// "" where it says nothing.
std::string text_of(const std::vector<WordField>& fields, const std::string& key);

}  // namespace trivium::api

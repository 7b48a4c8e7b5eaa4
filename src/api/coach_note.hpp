// What coaches note beside a task of a table, for each other.
#pragma once

#include "api/asking.hpp"
#include "api/open_table.hpp"
#include "programme/coach_note.hpp"

namespace trivium::api {

inline constexpr std::size_t kLongestNote = 5'000;  // characters

enum class ThenNote { stay, visit };
TRIVIUM_NAMES(ThenNote, stay, visit)

struct KeepNote {  // POST /assessments/{assessment}/tasks/{task}/note
  triangle::AssessmentId assessment;
  std::string task;
  std::optional<std::string> note;  // "" takes it back
  int note_revision;                // the one this was typed on; 0 the first time
  std::optional<ThenNote> then{};   // visit: back to the day of the visit of the table's round; none: beside the task
  std::optional<int> item{};        // there: at which item of the page
};
TRIVIUM_SHAPE(KeepNote, assessment, task, note, note_revision, then, item)

struct KeptNote {
  int note_revision;
};
TRIVIUM_SHAPE(KeptNote, note_revision)

struct KeepOneNote {
  const House& house;
  Outcome<Done<KeptNote>> operator()(const KeepNote& given, const Asking& asking) const;
};

// On a page of the task, for those who may read it.
struct NoteOfCoaches {
  std::string text;
  int revision;
  std::string by;  // who wrote it last; "" nobody yet
};
TRIVIUM_SHAPE(NoteOfCoaches, text, revision, by)
std::optional<NoteOfCoaches> note_of_coaches(store::Session& session, const OpenTable& open, const std::string& task,
                                             const Asking& asking);

}  // namespace trivium::api

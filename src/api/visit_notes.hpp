// On the page of a visit, coaches note something for each other beside each item: a place for it, and its form where
// that was asked for. Nobody else has such places.
#pragma once

#include "api/coach_note.hpp"

#include <map>
#include <set>

namespace trivium::api {

struct NoteForm {
  std::string text;    // as it stands, or as it was typed
  int revision;        // the one it is written on
  std::string by;      // who wrote it last; "" nobody yet
  bool stale;          // somebody changed it in the meantime
  std::string stands;  // what it says then
};
TRIVIUM_SHAPE(NoteForm, text, revision, by, stale, stands)

struct PlaceForNote {
  triangle::AssessmentId assessment;
  std::string task;
  std::string title;             // of the task
  std::string name;              // whose table it is
  int item;                      // counted down the page, from 1
  bool noted;                    // there is a note
  bool kept;                     // it was kept just now
  std::optional<NoteForm> form;  // where it is open
};
TRIVIUM_SHAPE(PlaceForNote, assessment, task, title, name, item, noted, kept, form)

// The tables beside which the reader may note something.
class TablesForNotes {
 public:
  void add(const OpenTable& open, const std::vector<programme::CoachNote>& notes);
  // None beside any other table.
  [[nodiscard]] std::optional<PlaceForNote> place(const triangle::AssessmentId& table, const std::string& task,
                                                  std::string title) const;
  [[nodiscard]] bool any() const { return !tables_.empty(); }

 private:
  struct Table {
    std::string name;
    std::set<std::string> noted;  // tasks
  };
  std::map<std::string, Table> tables_;
};

struct AskVisit;
struct VisitPage;

// Counts the places down the page. The form that was asked for opens at its item; where that is about something else
// by now, at another of the same task, and where there is none, below the notes of the table. What was kept is told in
// the same way, and nowhere where its place is gone.
void put_items(VisitPage& page, const std::optional<PlaceForNote>& asked, const AskVisit& given);

// The page of the visit with a note as it was typed, for when something has to be put right or another one is kept
// already.
struct ShowVisitAsNoted {
  const House& house;
  Outcome<VisitPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api

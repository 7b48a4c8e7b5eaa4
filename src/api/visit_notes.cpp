#include "api/visit_notes.hpp"

#include "api/noted.hpp"
#include "api/rows_in.hpp"
#include "api/typed_number.hpp"
#include "api/visit_page.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::vector<PlaceForNote*> places_down(VisitPage& page) {
  std::vector<PlaceForNote*> places;
  const auto add = [&](std::optional<PlaceForNote>& place) {
    if (place) places.push_back(&*place);
  };
  for (auto& difference : page.differences) {
    for (auto& said : difference.said) add(said.for_note);
  }
  for (auto& manager : page.managers) {
    for (auto& found : manager.breaks) {
      for (auto& place : found.for_notes) places.push_back(&place);
    }
    for (auto& task : manager.not_known) add(task.for_note);
    for (auto& note : manager.notes) add(note.for_note);
  }
  return places;
}

}  // namespace

void TablesForNotes::add(const OpenTable& open, const std::vector<programme::CoachNote>& notes) {
  auto& table = tables_[open.table.id.text];
  table.name = open.table.manager;
  for (const auto& note : notes) table.noted.insert(note.task);
}

std::optional<PlaceForNote> TablesForNotes::place(const triangle::AssessmentId& table, const std::string& task,
                                                  std::string title) const {
  const auto found = tables_.find(table.text);
  if (found == tables_.end()) return std::nullopt;
  return PlaceForNote{.assessment = table,
                      .task = task,
                      .title = std::move(title),
                      .name = found->second.name,
                      .item = 0,
                      .noted = found->second.noted.contains(task),
                      .kept = false,
                      .form = {}};
}

void put_items(VisitPage& page, const std::optional<PlaceForNote>& asked, const AskVisit& given) {
  const auto is_asked = [&](const PlaceForNote* place) {
    return asked && place->assessment == asked->assessment && place->task == asked->task;
  };
  const auto is_noted = [&](const PlaceForNote* place) {
    return given.noted && place->assessment == *given.noted && place->task == given.task;
  };
  if (asked && std::ranges::none_of(places_down(page), is_asked)) {
    const auto manager = std::ranges::find(page.managers, asked->assessment, &VisitManager::assessment);
    if (manager != page.managers.end())
      manager->notes.push_back({.title = asked->title, .task = asked->task, .text = {}, .for_note = asked});
  }
  PlaceForNote* open = nullptr;
  PlaceForNote* noted = nullptr;
  int count = 0;
  for (auto* place : places_down(page)) {
    place->item = ++count;
    place->form.reset();
    if (is_asked(place) && (open == nullptr || given.item == place->item)) open = place;
    if (is_noted(place) && (noted == nullptr || given.item == place->item)) noted = place;
  }
  if (open != nullptr) open->form = asked->form;
  if (noted != nullptr) noted->kept = true;
}

Outcome<VisitPage> ShowVisitAsNoted::operator()(const shape::Json& typed, const Refusal& refusal,
                                                const Asking& asking) const {
  const triangle::AssessmentId table{text_in(typed, "assessment")};
  const std::string task = text_in(typed, "task");
  // What could not be read has not been held against anybody's rights yet.
  const auto round = house.store.read([&](store::Session& session) -> std::optional<triangle::RoundId> {
    const auto open = open_table(session, house, table, unnoted(asking));
    if (!open || !note_of_coaches(session, *open, task, unnoted(asking))) return std::nullopt;
    return open->table.round;
  });
  if (!round) return refuse(Why::not_found);
  auto page = ShowVisit{house}(
      {.round = *round, .assessment = table, .task = task, .item = typed_number(typed, "item")}, asking);
  if (!page) return page;
  for (auto* place : places_down(*page)) {
    if (!place->form) continue;
    auto& form = *place->form;
    if (refusal.why == Why::stale) {
      form.stale = true;
      form.stands = std::move(form.text);
    } else {
      form.revision = typed_number(typed, "note_revision").value_or(form.revision);
    }
    form.text = text_in(typed, "note");
  }
  return page;
}

}  // namespace trivium::api

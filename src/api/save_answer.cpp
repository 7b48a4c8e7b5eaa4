#include "api/answer_reading.hpp"
#include "api/fields.hpp"
#include "api/question_page.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

// Going on from a text without having said how it stands means: it stands as written. Who says that it is still open is
// taken at the word.
std::optional<triangle::Standing> standing_of(const SaveAnswer& given, bool says_something) {
  const bool going_on = given.then && *given.then != Then::stay && *given.then != Then::another_row;
  if (!given.standing) return going_on && says_something ? std::optional{triangle::Standing::answered} : std::nullopt;
  if (*given.standing == Stands::answered && !says_something) return std::nullopt;
  return shape::named<triangle::Standing>(shape::name_of(*given.standing));
}

std::string next_address(const SaveAnswer& given, const OpenTable& open) {
  std::string table = "/assessments/" + open.table.id.text;
  std::string here = table + "/tasks/" + given.task;
  switch (given.then.value_or(Then::stay)) {
    case Then::stay: return here;
    case Then::another_row: return here + "?more=1#fields";
    case Then::list: return table;
    case Then::check: return table + "/check#" + given.task;
    case Then::table: return table + "/table#" + given.task;
    case Then::onwards: break;
  }
  const auto order = in_own_order(open);
  const auto next = std::next(std::ranges::find(order, given.task, &framework::Task::id));
  return next == order.end() ? table + "/check" : table + "/tasks/" + (*next)->id;
}

Refusal stale(const House& house, const OpenTable& open, const framework::Task& task, const triangle::Stale& found) {
  Conflict conflict{};
  if (found.stored) {
    conflict.stored = InWords{task, open.texts, house.words, open.language}(*found.stored);
    conflict.revision = found.stored->revision;
  }
  return {.why = Why::stale, .flaws = {}, .conflict = shape::to_json(conflict)};
}

}  // namespace

Outcome<Done<SavedAnswer>> SaveOneAnswer::operator()(const SaveAnswer& given, const Asking& asking) const {
  // Everything that can be refused is looked at before the writer is asked for its time.
  auto open =
      house.store.read([&](store::Session& session) { return open_table(session, house, given.assessment, asking); });
  if (!open) return std::unexpected{open.error()};
  if (!open->permission.write) return refuse(Why::not_yours);
  const auto* task = open->framework.task(given.task);
  if (task == nullptr) return refuse(Why::not_found);
  shape::Flaws flaws;
  if (given.revision < 0) flaws.push_back({"/revision", "flaw.not_a_number", {}});
  if (given.language) check_language(*given.language, "/language", flaws);
  auto facets = facets_of(*task, given.facets.value_or(shape::Json::object()), "/facets", flaws);
  if (!flaws.empty()) return put_right(std::move(flaws));
  triangle::Answer answer{.assessment = given.assessment,
                          .task = given.task,
                          .standing = {},
                          .confidence = given.confidence,
                          .notes = given.notes.value_or(""),
                          .evidence = given.evidence.value_or(""),
                          .facets = std::move(facets),
                          .language = given.language.value_or(asking.language),
                          .revision = given.revision,
                          .written_by = open->table.person,
                          .written_at = asking.now};
  answer.standing = standing_of(given, !answer.notes.empty() || !answer.facets.empty());
  const auto saved =
      house.store.write([&](store::Session& session) { return keep_answer(session, answer, given.problems_as_of); });
  if (!saved) return std::unexpected{stale(house, *open, *task, saved.error())};
  return Done<SavedAnswer>{.record = {.task = saved->task,
                                      .revision = saved->revision,
                                      .saved_at = saved->written_at,
                                      .state = triangle::state_of(&*saved),
                                      .facets = saved->facets},
                           .go_to = next_address(given, *open)};
}

}  // namespace trivium::api

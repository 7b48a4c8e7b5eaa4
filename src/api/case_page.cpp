#include "api/case_page.hpp"

#include "api/answer_reading.hpp"
#include "api/noted.hpp"
#include "api/rows_in.hpp"
#include "api/situation_of.hpp"
#include "api/told_cases.hpp"
#include "api/typed_number.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::optional<ToldCase> told_case(store::Session& session, const House& house, const OpenTable& open,
                                  const std::string& id, const Asking& asking) {
  auto told = told_cases(session, house, open, asking);
  const auto found = std::ranges::find(told, id, &ToldCase::id);
  if (found == told.end()) return std::nullopt;
  return std::move(*found);
}

Outcome<CasePage> case_page(store::Session& session, const House& house, const CaseAddress& given,
                            const Asking& asking) {
  const auto open = open_table(session, house, given.assessment, asking);
  if (!open) return std::unexpected{open.error()};
  auto told = told_case(session, house, *open, given.told_case, asking);
  if (!told) return refuse(Why::not_found);
  const auto answers = answers_by_task(session, given.assessment);
  const auto here =
      situation_of(open->framework, answers,
                   picture_of(house.guidance, house.words, answers, triangle::links_of(session, given.assessment)));
  CasePage page{};
  page.assessment = given.assessment;
  page.place = place_of(*open);
  page.told_case = told->id;
  page.own = told->own;
  page.kind = told->kind;
  page.title = told->text.title;
  page.told_of = told->told_of;
  page.told_by = told->told_by;
  page.told_in = told->language;
  page.situation = told->text.situation;
  page.what_was_done = told->text.what_was_done;
  page.what_it_took = told->text.what_it_took;
  page.what_to_watch = told->text.what_to_watch;
  page.question = told->text.question;
  page.section = told->section;
  page.control = told->control;
  page.reasons = reasons_in_words(library::reasons(told->traits, here), house, *open);
  for (const auto& task : open->framework.tasks) {
    if (told->traits.tasks.contains(task.id)) page.speaks_of.push_back({task.id, open->texts.task(task.id).title});
  }
  page.may_write = open->permission.write;
  page.language = open->language;
  if (auto written = triangle::translation(session, given.assessment, told->id)) {
    page.same = std::move(written->same);
    page.different = std::move(written->different);
    page.would_have_to_be_true = std::move(written->would_have_to_be_true);
    page.language = std::move(written->language);
    page.revision = written->revision;
    page.written_at = written->written_at;
  }
  page.seen_by = seen_by(session, house, *open);
  return page;
}

Refusal stale(const triangle::StaleTranslation& found) {
  TranslationConflict conflict{};
  if (found.stored)
    conflict = {found.stored->same, found.stored->different, found.stored->would_have_to_be_true,
                found.stored->revision};
  return {.why = Why::stale, .flaws = {}, .conflict = shape::to_json(conflict)};
}

}  // namespace

Outcome<CasePage> ShowCase::operator()(const CaseAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) { return case_page(session, house, given, asking); });
}

Outcome<Done<SavedTranslation>> TranslateCase::operator()(const Translate& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<SavedTranslation>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    const auto told = told_case(session, house, *open, given.told_case, asking);
    if (!told) return refuse(Why::not_found);
    if (!open->permission.write) return refuse(Why::not_yours);
    shape::Flaws flaws;
    if (given.revision < 0) flaws.push_back({"/revision", "flaw.not_a_number", {}});
    if (given.language) check_language(*given.language, "/language", flaws);
    const std::string everything =
        given.same.value_or("") + given.different.value_or("") + given.would_have_to_be_true.value_or("");
    if (shape::trimmed(everything).empty()) flaws.push_back({"/same", "flaw.one_of_three", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto saved =
        triangle::save(session, triangle::Translation{.id = {},
                                                      .assessment = given.assessment,
                                                      .told_case = told->id,
                                                      .title = told->text.title,
                                                      .same = given.same.value_or(""),
                                                      .different = given.different.value_or(""),
                                                      .would_have_to_be_true = given.would_have_to_be_true.value_or(""),
                                                      .language = given.language.value_or(asking.language),
                                                      .revision = given.revision,
                                                      .written_by = asking.visitor->person,
                                                      .written_at = asking.now});
    if (!saved) return std::unexpected{stale(saved.error())};
    note(session, asking, Deed::translation_changed, record("assessment", given.assessment.text),
         asking.visitor->person);
    return Done<SavedTranslation>{.record = {saved->id, saved->revision, saved->written_at},
                                  .go_to = "/assessments/" + given.assessment.text + "/cases/" + told->id + "#said",
                                  .notice = "notice.translation_saved"};
  });
}

Outcome<CasePage> ShowCaseAsTyped::operator()(const shape::Json& typed, const Refusal& refusal,
                                              const Asking& asking) const {
  auto page =
      ShowCase{house}({.assessment = {text_in(typed, "assessment")}, .told_case = text_in(typed, "told_case")}, asking);
  if (!page) return page;
  page->same = text_in(typed, "same");
  page->different = text_in(typed, "different");
  page->would_have_to_be_true = text_in(typed, "would_have_to_be_true");
  if (refusal.conflict) {
    page->conflict = shape::read<TranslationConflict>(*refusal.conflict).value();
    page->revision = page->conflict->revision;
  } else {
    page->revision = typed_number(typed, "revision").value_or(page->revision);
  }
  return page;
}

}  // namespace trivium::api

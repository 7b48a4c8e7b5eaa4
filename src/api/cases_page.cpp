#include "api/cases_page.hpp"

#include "api/answer_reading.hpp"
#include "api/noted.hpp"
#include "api/rows_in.hpp"
#include "api/situation_of.hpp"
#include "api/told_cases.hpp"
#include "api/typed_number.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

CaseLine line_of(const ToldCase& told, std::vector<CaseReason> reasons, bool translated) {
  constexpr std::size_t kShown = 3;
  const auto shown = std::min(kShown, reasons.size());
  const auto more = static_cast<int>(reasons.size() - shown);
  reasons.resize(shown);
  return {.told_case = told.id,
          .own = told.own,
          .kind = told.kind,
          .title = told.text.title,
          .told_of = told.told_of,
          .told_in = told.language,
          .reasons = std::move(reasons),
          .more_reasons = more,
          .translated = translated};
}

std::string round_of(store::Session& session, const triangle::AssessmentId& id) {
  const auto table = triangle::assessment(session, id);
  return table ? table->round_title : std::string{};
}

LookBack look_back(store::Session& session, const triangle::AssessmentInRound& then,
                   const triangle::Translation& written, const std::vector<ToldCase>& told, const OpenTable& open,
                   const Asking& asking) {
  LookBack back{.translation = written.id,
                .round = then.round_title,
                .title = title_read(session, open, written, asking),
                .told_case = {},
                .same = written.same,
                .different = written.different,
                .would_have_to_be_true = written.would_have_to_be_true,
                .language = written.language,
                .noted = {},
                .outcome = {},
                .what_happened = {},
                .noted_in = open.language,
                .revision = 0,
                .put_right = false,
                .anchor = "-" + written.id.text,
                .conflict = {}};
  if (const auto still = std::ranges::find(told, written.told_case, &ToldCase::id); still != told.end()) {
    back.told_case = still->id;
    back.title = still->text.title;
  }
  for (const auto& noted : triangle::outcomes_of(session, written.id)) {
    if (noted.assessment == open.table.id) {
      back.outcome = noted.outcome;
      back.what_happened = noted.what_happened;
      back.noted_in = noted.language;
      back.revision = noted.revision;
      continue;
    }
    const auto from = triangle::assessment(session, noted.assessment);
    const bool earlier = from && from->opened_on <= open.table.opened_on;
    if (earlier && access::permission(session, asking.visitor, *from).sight == access::Sight::text)
      back.noted.push_back({round_of(session, noted.assessment), noted.outcome, noted.what_happened, noted.language});
  }
  return back;
}

// A translation is as confidential as the table it was written from, also when it is looked back at from another.
std::vector<LookBack> what_became(store::Session& session, const std::vector<ToldCase>& told, const OpenTable& open,
                                  const Asking& asking) {
  std::vector<LookBack> all;
  for (const auto& then : triangle::earlier_tables(session, open.table)) {
    if (access::permission(session, asking.visitor, then).sight != access::Sight::text) continue;
    note_read(asking, Deed::table_read, then.person, record("assessment", then.id.text));
    for (const auto& written : triangle::translations_of(session, then.id))
      all.push_back(look_back(session, then, written, told, open, asking));
  }
  return all;
}

Outcome<CasesPage> cases_page(store::Session& session, const House& house, const triangle::AssessmentId& id,
                              const Asking& asking) {
  const auto open = open_table(session, house, id, asking);
  if (!open) return std::unexpected{open.error()};
  const auto told = told_cases(session, house, *open, asking);
  const auto answers = answers_by_task(session, id);
  const auto here = situation_of(open->framework, answers,
                                 picture_of(house.guidance, house.words, answers, triangle::links_of(session, id)));
  std::vector<library::Traits> traits;
  for (const auto& one : told) traits.push_back(one.traits);
  auto written = triangle::translations_of(session, id);
  CasesPage page{.assessment = id,
                 .place = place_of(*open),
                 .may_write = open->permission.write,
                 .became = what_became(session, told, *open, asking),
                 .chosen = {},
                 .others = {},
                 .kept = {},
                 .tells = {},
                 .seen_by = seen_by(session, house, *open)};
  for (const auto& one : library::choose(traits, here)) {
    const auto& which = told[one.place];
    const bool translated = std::erase_if(written, [&](const auto& text) { return text.told_case == which.id; }) > 0;
    if (of_city(which, page.place.city) && !translated) continue;
    auto line = line_of(which, reasons_in_words(one.reasons, house, *open), translated);
    (line.reasons.empty() ? page.others : page.chosen).push_back(std::move(line));
  }
  for (auto& text : written) {
    auto title = title_read(session, *open, text, asking);
    page.kept.push_back({std::move(title), std::move(text.same), std::move(text.different),
                         std::move(text.would_have_to_be_true), std::move(text.language)});
  }
  if (access::shares_cases(session, asking.visitor, open->table.cluster)) page.tells = open->table.cluster;
  return page;
}

}  // namespace

Outcome<CasesPage> ShowCases::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read(
      [&](store::Session& session) { return cases_page(session, house, given.assessment, asking); });
}

Outcome<Done<Noted>> NoteWhatBecameOfIt::operator()(const NoteOutcome& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    const auto written = triangle::translation(session, given.translation);
    const auto earlier = triangle::earlier_tables(session, open->table);
    const bool hers =
        written && std::ranges::any_of(earlier, [&](const auto& table) { return table.id == written->assessment; });
    if (!hers) return refuse(Why::not_found);
    shape::Flaws flaws;
    if (given.revision < 0) flaws.push_back({"/revision", "flaw.not_a_number", {}});
    if (given.language) check_language(*given.language, "/language", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto saved =
        triangle::save(session, triangle::TranslationOutcome{.translation = given.translation,
                                                             .assessment = given.assessment,
                                                             .outcome = given.outcome,
                                                             .what_happened = given.what_happened.value_or(""),
                                                             .language = given.language.value_or(asking.language),
                                                             .revision = given.revision,
                                                             .written_by = asking.visitor->person,
                                                             .written_at = asking.now});
    if (saved) {
      note(session, asking, Deed::outcome_noted, record("assessment", given.assessment.text), asking.visitor->person);
      return Done<Noted>{.record = {},
                         .go_to = "/assessments/" + given.assessment.text + "/cases#said-" + given.translation.text,
                         .notice = "notice.outcome_noted"};
    }
    OutcomeConflict conflict{};
    if (const auto& stored = saved.error().stored)
      conflict = {stored->outcome, stored->what_happened, stored->revision};
    return std::unexpected{Refusal{.why = Why::stale, .flaws = {}, .conflict = shape::to_json(conflict)}};
  });
}

Outcome<CasesPage> ShowCasesAsTyped::operator()(const shape::Json& typed, const Refusal& refusal,
                                                const Asking& asking) const {
  auto page = ShowCases{house}({.assessment = {text_in(typed, "assessment")}}, asking);
  if (!page) return page;
  for (auto& back : page->became) {
    if (back.translation.text != text_in(typed, "translation")) continue;
    back.outcome = shape::named<triangle::Outcome>(text_in(typed, "outcome"));
    back.what_happened = text_in(typed, "what_happened");
    back.put_right = true;
    back.anchor.clear();
    if (!refusal.conflict) {
      back.revision = typed_number(typed, "revision").value_or(back.revision);
      continue;
    }
    back.conflict = shape::read<OutcomeConflict>(*refusal.conflict).value();
    back.revision = back.conflict->revision;
  }
  return page;
}

}  // namespace trivium::api

#include "api/import.hpp"

#include "api/answer_reading.hpp"
#include "api/exported_answers.hpp"
#include "api/noted.hpp"
#include "api/picture_of.hpp"
#include "api/since_page.hpp"
#include "api/typed_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

void check_reasons(const ExportedTable& table, shape::Flaws& flaws) {
  const auto reasons = table.reasons.value_or(std::vector<ExportedReason>{});
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    const std::string here = "/table/reasons/" + std::to_string(i);
    check_because(reasons[i].because, here + "/because", flaws);
    const bool answered =
        std::ranges::find(table.answers, reasons[i].task, &ExportedAnswer::task) != table.answers.end();
    if (!answered) flaws.push_back({here + "/task", "flaw.unknown_task", {{"task", reasons[i].task}}});
  }
}

// Only so far as a page of ours could have written it: a case is named, and something is said.
void check_translations(const ExportedTable& table, shape::Flaws& flaws) {
  if (!table.translations) return;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.translations->size(); ++i) {
    const auto& given = (*table.translations)[i];
    const std::string pointer = fmt::format("/table/translations/{}", i);
    line_of_text(given.told_case, pointer + "/told_case", flaws);
    check_language(given.language, pointer + "/language", flaws);
    if (!seen.insert(given.told_case).second)
      flaws.push_back({pointer + "/told_case", "flaw.case_twice", {{"title", given.title}}});
    if (shape::trimmed(given.same + given.different + given.would_have_to_be_true).empty())
      flaws.push_back({pointer + "/same", "flaw.one_of_three", {}});
  }
}

void check_outcomes(const ExportedTable& table, shape::Flaws& flaws) {
  if (!table.outcomes) return;
  for (std::size_t i = 0; i < table.outcomes->size(); ++i)
    check_language((*table.outcomes)[i].language, fmt::format("/table/outcomes/{}/language", i), flaws);
}

// Each of these gives false where somebody else saved in the meantime.
bool import_translations(store::Session& session, const ExportedTable& table, const OpenTable& open,
                         const shape::Instant& now, Imported& counted) {
  for (const auto& given : table.translations.value_or(std::vector<ExportedTranslation>{})) {
    const auto stored = triangle::translation(session, open.table.id, given.told_case);
    triangle::Translation written{.id = {},
                                  .assessment = open.table.id,
                                  .told_case = given.told_case,
                                  .title = given.title,
                                  .same = given.same,
                                  .different = given.different,
                                  .would_have_to_be_true = given.would_have_to_be_true,
                                  .language = given.language,
                                  .revision = stored ? stored->revision : 0,
                                  .written_by = open.table.person,
                                  .written_at = now};
    if (stored && triangle::same_words(*stored, written)) {
      ++counted.unchanged;
      continue;
    }
    if (!triangle::save(session, std::move(written))) return false;
    ++counted.changed;
  }
  return true;
}

bool import_outcomes(store::Session& session, const ExportedTable& table, const OpenTable& open,
                     const shape::Instant& now, Imported& counted) {
  if (!table.outcomes) return true;
  const auto earlier = triangle::earlier_tables(session, open.table);
  const auto there = triangle::outcomes_in(session, open.table.id);
  for (const auto& given : *table.outcomes) {
    const auto then = std::ranges::find(earlier, given.round, &triangle::AssessmentInRound::round_title);
    const auto about = then == earlier.end() ? std::nullopt : triangle::translation(session, then->id, given.told_case);
    if (!about) {
      ++counted.left_out;
      continue;
    }
    const auto stored = std::ranges::find(there, about->id, &triangle::TranslationOutcome::translation);
    triangle::TranslationOutcome noted{.translation = about->id,
                                       .assessment = open.table.id,
                                       .outcome = given.outcome,
                                       .what_happened = given.what_happened,
                                       .language = given.language,
                                       .revision = stored == there.end() ? 0 : stored->revision,
                                       .written_by = open.table.person,
                                       .written_at = now};
    if (stored != there.end() && triangle::same_words(*stored, noted)) {
      ++counted.unchanged;
      continue;
    }
    if (!triangle::save(session, std::move(noted))) return false;
    ++counted.changed;
  }
  return true;
}

}  // namespace

Outcome<ImportPage> ShowImport::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return house.store.read([&](store::Session& session) -> Outcome<ImportPage> {
    ImportPage page{};
    for (const auto& table : triangle::assessments_of(session, asking.visitor->person)) {
      page.into.push_back({table.id, table.city, table.cluster_name, table.round_title});
    }
    return page;
  });
}

Outcome<Done<Imported>> ImportIntoTable::operator()(const Import& given, const Asking& asking) const {
  if (!given.table.is_object() || given.table.value("format", shape::Json{}) != "trivium.table")
    return put_right("/table", "flaw.not_an_export");
  const auto table = shape::read<ExportedTable>(given.table);
  if (!table) {
    auto flaws = table.error();
    for (auto& flaw : flaws) flaw.pointer = "/table" + flaw.pointer;
    return put_right(std::move(flaws));
  }
  if (table->format_version != 1) return put_right("/table/format_version", "flaw.newer_export");
  return house.store.write([&](store::Session& session) -> Outcome<Done<Imported>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    auto answers = answers_in(*table, open->framework, "/table");
    shape::Flaws flaws = answers ? shape::Flaws{} : std::move(answers.error());
    check_translations(*table, flaws);
    check_outcomes(*table, flaws);
    check_reasons(*table, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    Imported counted{};
    // What names a problem is kept by the problem's row, so the problems come first.
    std::ranges::stable_partition(*answers, [](const auto& answer) { return answer.task == "A_sum"; });
    for (auto& answer : *answers) {
      answer.assessment = given.assessment;
      answer.written_by = open->table.person;
      const auto stored = kept_answer(session, given.assessment, answer.task);
      if (stored && triangle::same_words(*stored, answer)) {
        ++counted.unchanged;
        continue;
      }
      answer.revision = stored ? stored->revision : 0;
      answer.written_at = asking.now;
      if (!keep_answer(session, std::move(answer))) return refuse(Why::stale);
      ++counted.changed;
    }
    const auto links = table->links.value_or(std::vector<ExportedLink>{});
    const auto rows = picture_of(house.guidance, house.words, answers_by_task(session, given.assessment), {});
    for (const auto& link : links) {
      const auto ends = ends_in(rows, link.kind, link.from_row, link.to_row);
      if (!ends.from || !ends.to) continue;  // taken out of the table since, before it was exported
      triangle::draw(session, {.id = triangle::LinkId::fresh(),
                               .assessment = given.assessment,
                               .kind = link.kind,
                               .from_row = link.from_row,
                               .to_row = link.to_row,
                               .strength = link.strength,
                               .drawn_by = asking.visitor->person,
                               .drawn_at = asking.now});
    }
    for (const auto& reason : table->reasons.value_or(std::vector<ExportedReason>{})) {
      // Revision 0: what is written here already stays.
      triangle::save(session, {.id = triangle::ReasonId::fresh(),
                               .assessment = given.assessment,
                               .task = reason.task,
                               .because = reason.because,
                               .revision = 0,
                               .written_by = asking.visitor->person,
                               .written_at = asking.now});
    }
    if (!import_translations(session, *table, *open, asking.now, counted) ||
        !import_outcomes(session, *table, *open, asking.now, counted))
      return refuse(Why::stale);
    note(session, asking, Deed::table_imported, record("assessment", given.assessment.text), asking.visitor->person);
    return Done<Imported>{
        .record = counted, .go_to = "/assessments/" + given.assessment.text, .notice = "notice.imported"};
  });
}

}  // namespace trivium::api

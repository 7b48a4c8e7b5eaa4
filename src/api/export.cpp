#include "api/export.hpp"

#include "api/fields.hpp"
#include "api/noted.hpp"
#include "api/told_cases.hpp"
#include "personal/held.hpp"

namespace trivium::api {
namespace {

std::vector<ExportedTranslation> translations_from(store::Session& session, const OpenTable& open,
                                                   const Asking& asking) {
  std::vector<ExportedTranslation> all;
  for (auto& written : triangle::translations_of(session, open.table.id)) {
    auto title = title_read(session, open, written, asking);
    all.push_back({.told_case = std::move(written.told_case),
                   .title = std::move(title),
                   .same = std::move(written.same),
                   .different = std::move(written.different),
                   .would_have_to_be_true = std::move(written.would_have_to_be_true),
                   .language = std::move(written.language),
                   .revision = written.revision,
                   .written_at = written.written_at});
  }
  return all;
}

// What was noted belongs to this table; of the earlier one only the case and the round are named.
std::vector<ExportedOutcome> outcomes_from(store::Session& session, const OpenTable& open, const Asking& asking) {
  std::vector<ExportedOutcome> all;
  for (auto& noted : triangle::outcomes_in(session, open.table.id)) {
    const auto written = triangle::translation(session, noted.translation);
    const auto then = triangle::assessment(session, written->assessment);
    all.push_back({.told_case = written->told_case,
                   .title = title_read(session, open, *written, asking),
                   .round = then->round_title,
                   .outcome = noted.outcome,
                   .what_happened = std::move(noted.what_happened),
                   .language = std::move(noted.language),
                   .revision = noted.revision,
                   .written_at = noted.written_at});
  }
  return all;
}

ExportedTable exported(store::Session& session, const OpenTable& open, const Asking& asking) {
  ExportedTable table{.format = "trivium.table",
                      .format_version = 1,
                      .exported_at = asking.now,
                      .city = open.table.city,
                      .cluster = open.table.cluster_name,
                      .round = open.table.round_title,
                      .question_set = open.table.question_set,
                      .manager = open.table.manager,
                      .started_from = open.table.started_from,
                      .sent_at = open.table.sent_at,
                      .answers = {},
                      .links = std::vector<ExportedLink>{},
                      .reasons = std::vector<ExportedReason>{},
                      .translations = translations_from(session, open, asking),
                      .outcomes = outcomes_from(session, open, asking)};
  for (const auto& link : triangle::links_of(session, open.table.id))
    table.links->push_back({link.kind, link.from_row, link.to_row, link.strength});
  for (const auto& reason : triangle::reasons_of(session, open.table.id))
    table.reasons->push_back({reason.task, reason.because, reason.written_at});
  auto answers = answers_by_task(session, open.table.id);
  for (const auto& task : open.framework.tasks) {
    const auto found = answers.find(task.id);
    if (found == answers.end()) continue;
    auto& answer = found->second;
    table.answers.push_back({.task = answer.task,
                             .standing = answer.standing,
                             .confidence = answer.confidence,
                             .notes = std::move(answer.notes),
                             .evidence = std::move(answer.evidence),
                             .facets = std::move(answer.facets),
                             .language = answer.language,
                             .revision = answer.revision,
                             .written_at = answer.written_at});
  }
  return table;
}

}  // namespace

Outcome<ExportedTable> ExportTable::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<ExportedTable> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    return exported(session, *open, asking);
  });
}

Outcome<ExportedTables> ExportEverything::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return house.store.read([&](store::Session& session) -> Outcome<ExportedTables> {
    const auto person = access::person(session, asking.visitor->person);
    ExportedTables all{.format = "trivium.tables",
                       .format_version = 1,
                       .exported_at = asking.now,
                       .person = person->name,
                       .email = person->email,
                       .tables = {},
                       .kept = personal::everything_about(session, *person)};
    if (asking.reads != nullptr)
      asking.reads->push_back(
          {.at = asking.now, .who = person->id.text, .deed = Deed::everything_exported, .about = person->id.text});
    for (const auto& table : triangle::assessments_of(session, person->id)) {
      if (const auto open = open_table(session, house, table.id, asking))
        all.tables.push_back(exported(session, *open, asking));
    }
    return all;
  });
}

Outcome<AnswersPage> ListAnswers::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<AnswersPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    AnswersPage page{.assessment = given.assessment,
                     .place = place_of(*open),
                     .answers = {},
                     .seen_by = seen_by(session, house, *open)};
    const auto answers = answers_by_task(session, given.assessment);
    for (const auto& task : open->framework.tasks) {
      AnswerLine line{};
      line.vertex = task.vertex;
      line.task = task.id;
      line.question = open->texts.task(task.id).question;
      if (const auto found = answers.find(task.id); found != answers.end()) {
        const auto& answer = found->second;
        if (answer.standing) {
          line.standing_code = shape::name_of(*answer.standing);
          line.standing = house.words.say(open->language, "standing." + line.standing_code);
        }
        if (answer.confidence) line.confidence = shape::name_of(*answer.confidence);
        for (const auto& part : InWords{task, open->texts, house.words, open->language}(answer).parts) {
          if (part.text != answer.evidence || answer.evidence.empty())
            line.answer += (line.answer.empty() ? "" : "\n") + part.label +
                           (part.text.find('\n') == std::string::npos ? ": " : ":\n") + part.text;
        }
        line.evidence = answer.evidence;
        line.language = answer.language;
        line.revision = answer.revision;
        line.written_at = answer.written_at.text;
      }
      page.answers.push_back(std::move(line));
    }
    return page;
  });
}

}  // namespace trivium::api

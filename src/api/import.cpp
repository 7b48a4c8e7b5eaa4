#include "api/import.hpp"

#include "api/answer_reading.hpp"

#include <fmt/format.h>

#include <set>

namespace trivium::api {
namespace {

// The answers of the file as they would be stored, or everything that is wrong with them.
std::expected<std::vector<triangle::Answer>, shape::Flaws> readable_answers(const ExportedTable& table,
                                                                            const OpenTable& open) {
  std::vector<triangle::Answer> answers;
  shape::Flaws flaws;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.answers.size(); ++i) {
    const auto& given = table.answers[i];
    const std::string pointer = fmt::format("/table/answers/{}", i);
    const auto* task = open.framework.task(given.task);
    if (task == nullptr) {
      flaws.push_back({pointer + "/task", "flaw.unknown_task", {{"task", given.task}}});
      continue;
    }
    if (!seen.insert(given.task).second)
      flaws.push_back({pointer + "/task", "flaw.task_twice", {{"task", given.task}}});
    check_language(given.language, pointer + "/language", flaws);
    auto facets = facets_of(*task, given.facets, pointer + "/facets", flaws);
    answers.push_back({.assessment = open.table.id,
                       .task = given.task,
                       .standing = given.standing,
                       .confidence = given.confidence,
                       .notes = given.notes,
                       .evidence = given.evidence,
                       .facets = std::move(facets),
                       .language = given.language,
                       .revision = 0,
                       .written_by = open.table.person,
                       .written_at = {}});
  }
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return answers;
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
    auto answers = readable_answers(*table, *open);
    if (!answers) return put_right(std::move(answers.error()));
    Imported counted{};
    for (auto& answer : *answers) {
      const auto stored = triangle::answer(session, given.assessment, answer.task);
      if (stored && triangle::same_words(*stored, answer)) {
        ++counted.unchanged;
        continue;
      }
      answer.revision = stored ? stored->revision : 0;
      answer.written_at = asking.now;
      if (!triangle::save(session, std::move(answer))) return refuse(Why::stale);
      ++counted.changed;
    }
    return Done<Imported>{
        .record = counted, .go_to = "/assessments/" + given.assessment.text, .notice = "notice.imported"};
  });
}

}  // namespace trivium::api

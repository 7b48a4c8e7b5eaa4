#include "api/document_file.hpp"

#include "api/desk.hpp"
#include "api/fields.hpp"
#include "api/word_origin.hpp"
#include "api/word_task.hpp"

namespace trivium::api {
namespace {

using Answers = std::map<std::string, triangle::Answer>;

document::Row row_of(const House& house, const OpenTable& open, const framework::Task& task,
                     const triangle::Answer* answer) {
  const auto& words = open.texts.task(task.id);
  document::Row row{.task = task.vertex + task.mark(),
                    .question = words.question,
                    .hints = words.hints,
                    .standing = {},
                    .language = {},
                    .parts = {},
                    .sum_up = task.sum_up};
  if (answer == nullptr) return row;
  const auto said = InWords{task, open.texts, house.words, open.language}(*answer);
  row.language = said.language;
  if (said.standing && *said.standing != triangle::Standing::answered) {
    row.standing = house.words.say(open.language, "standing." + std::string{shape::name_of(*said.standing)});
  }
  for (const auto& part : said.parts) row.parts.push_back({part.label, part.text});
  return row;
}

std::vector<document::Group> groups_with(const House& house, const OpenTable& open, const Answers& answers) {
  std::vector<document::Group> groups;
  for (const auto& task : open.framework.tasks) {
    if (groups.empty() || groups.back().letter != task.vertex) {
      const auto& vertex = open.texts.vertex(task.vertex);
      groups.push_back({.letter = task.vertex, .name = vertex.name, .question = vertex.question, .rows = {}});
    }
    const auto found = answers.find(task.id);
    groups.back().rows.push_back(row_of(house, open, task, found == answers.end() ? nullptr : &found->second));
  }
  return groups;
}

// So that what is edited in Word comes back. The revisions are those of the texts in it: both come from one reading.
void make_returnable(document::FilledTable& table, const OpenTable& open, const Answers& answers) {
  table.facts = facts_of(open, answers);
  auto task = open.framework.tasks.begin();
  for (auto& group : table.groups) {
    for (auto& row : group.rows) {
      row.key = task->id;
      const auto answer = answers.find(task->id);
      const auto keys = answer == answers.end() ? std::vector<std::string>{} : part_keys(*task, answer->second);
      for (std::size_t i = 0; i < row.parts.size(); ++i) row.parts[i].key = keys.at(i);
      ++task;
    }
  }
}

document::FilledTable filled(store::Session& session, const House& house, const OpenTable& open, const Answers& answers,
                             const Asking& asking) {
  const auto say = [&](const char* key, const words::Args& args = {}) {
    return house.words.say(open.language, key, args);
  };
  const auto seen = seen_by(session, house, open);
  const std::string today = words::long_date(open.language, asking.now.text);
  return {.title = say("document.title"),
          .lines = {open.table.city + " · " + open.table.cluster_name,
                    say("document.manager", {{"name", open.table.manager}}),
                    say("document.round", {{"round", open.table.round_title}}), say("document.date", {{"date", today}}),
                    say("document.seen_by", {{"names", seen.names}})},
          .language = open.language,
          .dimension_heading = say("document.dimension"),
          .question_heading = say("document.question"),
          .answer_heading = say("document.answer"),
          .not_provided = say("document.not_provided"),
          .footer = open.table.city + " · " + open.table.cluster_name + " · " + open.table.round_title,
          .as_of = shape::days(shape::date_of(asking.now)),
          .groups = groups_with(house, open, answers)};
}

}  // namespace

std::vector<document::Group> groups_of(store::Session& session, const House& house, const OpenTable& open) {
  return groups_with(house, open, answers_by_task(session, open.table.id));
}

Outcome<Download> WriteTable::operator()(const TableAddress& given, const Asking& asking) const {
  std::string name;
  const auto table = house.store.read([&](store::Session& session) -> Outcome<document::FilledTable> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    name = file_name(open->table.city + " " + open->table.cluster_name + " " + open->table.manager);
    const auto answers = answers_by_task(session, open->table.id);
    auto written = filled(session, house, *open, answers, asking);
    if (format == document::Format::docx) make_returnable(written, *open, answers);
    return written;
  });
  if (!table) return std::unexpected{table.error()};
  return written_at_desk(*table, format, workshop, name);
}

}  // namespace trivium::api

#include "api/document_file.hpp"

#include "api/fields.hpp"

#include <memory>
#include <semaphore>

namespace trivium::api {
namespace {

std::string type_of(document::Format format) {
  switch (format) {
    case document::Format::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case document::Format::odt: return "application/vnd.oasis.opendocument.text";
    case document::Format::pdf: return "application/pdf";
  }
  return {};
}

std::string ending_of(document::Format format) {
  switch (format) {
    case document::Format::docx: return ".docx";
    case document::Format::odt: return ".odt";
    case document::Format::pdf: return ".pdf";
  }
  return {};
}

// San Sebastián, Audiovisual → san-sebastian-audiovisual-…: letters and digits that every system can keep.
std::string file_name(const OpenTable& open) {
  std::string name;
  for (const char c :
       words::plain_letters(open.table.city + " " + open.table.cluster_name + " " + open.table.manager)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
    else if (c >= 'A' && c <= 'Z') name += static_cast<char>(c + 32);
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "table" : name;
}

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

document::FilledTable filled(store::Session& session, const House& house, const OpenTable& open, const Asking& asking) {
  const auto say = [&](const char* key, const words::Args& args = {}) {
    return house.words.say(open.language, key, args);
  };
  const auto seen = seen_by(session, house, open);
  const std::string today = words::long_date(open.language, asking.now.text);
  document::FilledTable table{
      .title = say("document.title"),
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
      .groups = {}};
  const auto answers = answers_by_task(session, open.table.id);
  for (const auto& task : open.framework.tasks) {
    if (table.groups.empty() || table.groups.back().letter != task.vertex) {
      const auto& vertex = open.texts.vertex(task.vertex);
      table.groups.push_back({.letter = task.vertex, .name = vertex.name, .question = vertex.question, .rows = {}});
    }
    const auto found = answers.find(task.id);
    table.groups.back().rows.push_back(row_of(house, open, task, found == answers.end() ? nullptr : &found->second));
  }
  return table;
}

// Two write at once: each takes a processor and up to a quarter of a gigabyte. Six more may wait; whoever comes then is
// asked to come back, so that those who only read a page never stand behind documents.
class Desk {
 public:
  static std::unique_ptr<Desk> free_one() {
    if (!room().try_acquire()) return nullptr;
    desks().acquire();
    return std::unique_ptr<Desk>{new Desk};
  }
  ~Desk() {
    desks().release();
    room().release();
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  Desk(Desk&&) = delete;
  Desk& operator=(Desk&&) = delete;

 private:
  Desk() = default;
  static std::counting_semaphore<2>& desks() {
    static std::counting_semaphore<2> two{2};
    return two;
  }
  static std::counting_semaphore<8>& room() {
    static std::counting_semaphore<8> eight{8};
    return eight;
  }
};

}  // namespace

Outcome<Download> WriteTable::operator()(const TableAddress& given, const Asking& asking) const {
  std::string name;
  const auto table = house.store.read([&](store::Session& session) -> Outcome<document::FilledTable> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    name = file_name(*open);
    return filled(session, house, *open, asking);
  });
  if (!table) return std::unexpected{table.error()};
  const auto desk = Desk::free_one();
  if (!desk) return refuse(Why::too_busy);
  auto written = document::write(*table, format, workshop);
  if (!written)
    return std::unexpected{
        Refusal{.why = Why::no_document, .flaws = {}, .conflict = {}, .reason = written.error().reason}};
  return Download{.name = name + ending_of(format), .type = type_of(format), .bytes = std::move(*written)};
}

}  // namespace trivium::api

#include "api/question_page.hpp"

#include "api/fields.hpp"
#include "api/noted.hpp"
#include "api/own_words.hpp"
#include "api/rows_in.hpp"
#include "api/typed_facets.hpp"
#include "api/typed_number.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::optional<AnswerInWords> last_rounds_answer(store::Session& session, const House& house, const OpenTable& open,
                                                const std::optional<triangle::AssessmentInRound>& last,
                                                const std::string& task_id) {
  if (!last) return std::nullopt;
  const auto answer = kept_answer(session, last->id, task_id);
  if (!answer || triangle::empty(*answer)) return std::nullopt;
  const auto& framework = house.questions.version(last->question_set);
  const auto* task = framework.task(task_id);
  const auto* texts = framework.in(open.language);
  if (task == nullptr || texts == nullptr) return std::nullopt;
  auto said = InWords{*task, *texts, house.words, open.language}(*answer);
  said.round = last->round_title;
  return said;
}

std::optional<int> problems_as_of(const AnswersByTask& answers) {
  const auto problems = answers.find("A_sum");
  return problems == answers.end() ? std::nullopt : std::optional{problems->second.revision};
}

// What stands on the page that does not depend on the answer.
QuestionPage question(const OpenTable& open, const framework::Task& task) {
  const auto& words = open.texts.task(task.id);
  QuestionPage page{};
  page.assessment = open.table.id;
  page.place = place_of(open);
  page.task = task.id;
  page.vertex = shape::named<triangle::Vertex>(task.vertex).value();
  page.vertex_name = open.texts.vertex(task.vertex).name;
  page.mark = task.mark();
  page.number = task.number;
  page.of = static_cast<int>(std::ranges::count(open.framework.tasks, task.vertex, &framework::Task::vertex));
  page.sum_up = task.sum_up;
  page.title = words.title;
  page.question = words.question;
  page.why = words.why;
  page.hints = words.hints;
  page.example = words.example;
  page.may_write = open.permission.write;
  page.language = open.language;
  page.back_to = BackTo::list;
  page.round_id = open.table.round;
  return page;
}

void fill(QuestionPage& page, const House& house, const OpenTable& open, const framework::Task& task,
          const std::optional<triangle::Answer>& answer, int more_rows, bool on_paper = false) {
  page.fields = fields_of(task, open.texts, answer ? answer->facets : shape::Json::object(), more_rows);
  page.state = triangle::state_of(answer ? &*answer : nullptr);
  if (!answer) return;
  page.standing = answer->standing;
  // Asking for another row is no word about the answer.
  page.still_open = !answer->standing && !triangle::empty(*answer) && more_rows == 0;
  page.confidence = answer->confidence;
  page.notes = answer->notes;
  page.evidence = answer->evidence;
  page.language = answer->language;
  page.revision = answer->revision;
  page.saved_at = answer->written_at;
  if (!page.may_write || on_paper) page.in_words = InWords{task, open.texts, house.words, open.language}(*answer);
}

// Thirty-two tasks on one page: the elements of each are told apart by its name.
void put_in_front(Field& field, const std::string& name) {
  field.anchor = name + field.anchor;
  for (auto& row : field.rows) {
    for (auto& column : row.columns) put_in_front(column, name);
  }
}

void fill_neighbours(QuestionPage& page, const OpenTable& open) {
  const auto order = in_own_order(open);
  const auto here = std::ranges::find(order, page.task, &framework::Task::id);
  if (here != order.begin()) page.before = (*std::prev(here))->id;
  if (std::next(here) != order.end()) page.after = (*std::next(here))->id;
}

// Autosave keeps a text every few seconds of writing; what a person means by an earlier text is where a sitting ended,
// or one that was replaced instead of written on.
bool same_sitting(const triangle::Answer& version, const triangle::Answer& next) {
  if (next.written_at > shape::later(version.written_at, std::chrono::minutes{10})) return false;
  const auto& was = version.notes;
  const auto& is = next.notes;
  const auto same = static_cast<std::size_t>(std::ranges::mismatch(was, is).in1 - was.begin());
  std::size_t end = 0;
  while (end < was.size() - same && end < is.size() - same && was[was.size() - 1 - end] == is[is.size() - 1 - end])
    ++end;
  return 2 * (same + end) >= was.size();
}

// Opening a page is noted, so that "looked at and left blank" can be told from "never opened". It may be lost.
void note_visit(const House& house, const OpenTable& open, const QuestionPage& page, const Asking& asking) {
  if (!open.permission.write || open.table.last_task == page.task) return;
  house.store.later(
      [id = open.table.id, task = page.task, person = open.table.person, now = asking.now](store::Session& session) {
        triangle::note_look(session, {id, task, person, now});
        triangle::note_place(session, id, task);
      });
}

void fill_conversations(QuestionPage& page, store::Session& session, const House& house, const OpenTable& open,
                        const Asking& asking) {
  const auto round = round_of_cluster(session, open.table.round).value();
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  page.may_talk = may_talk(session, who, round, open);
  for (auto& line : conversation_lines(session, house, asking, who, round, open.table.id)) {
    if (line.task == page.task) page.conversations.push_back(std::move(line));
  }
}

// The table of the last round, where that one may be read too: who reads this one need not read what was never sent.
std::optional<triangle::AssessmentInRound> earlier_that_is_read(store::Session& session, const OpenTable& open,
                                                                const Asking& asking) {
  auto earlier = triangle::before(session, open.table);
  if (!earlier || access::permission(session, asking.visitor, *earlier).sight != access::Sight::text) return {};
  note_read(asking, Deed::table_read, earlier->person, record("assessment", earlier->id.text));
  return earlier;
}

Outcome<QuestionPage> question_page(store::Session& session, const House& house, const AskQuestion& given,
                                    const Asking& asking, std::optional<OpenTable>& opened) {
  auto open = open_table(session, house, given.assessment, asking);
  if (!open) return std::unexpected{open.error()};
  const auto* task = open->framework.task(given.task);
  if (task == nullptr) return refuse(Why::not_found);
  auto page = question(*open, *task);
  fill(page, house, *open, *task, kept_answer(session, given.assessment, given.task), given.more.value_or(0));
  if (ask_for_own_words(page.fields)) {
    const auto answers = answers_by_task(session, given.assessment);
    offer_own_words(page.fields, answers);
    page.problems_as_of = problems_as_of(answers);
  }
  page.last_round = last_rounds_answer(session, house, *open, earlier_that_is_read(session, *open, asking), task->id);
  fill_conversations(page, session, house, *open, asking);
  page.coach_note = note_of_coaches(session, *open, task->id, asking);
  page.seen_by = seen_by(session, house, *open);
  if (given.back) page.back_to = *given.back;
  fill_neighbours(page, *open);
  opened.emplace(std::move(*open));
  return page;
}

// Whoever writes reads every text. Others read what stood there when the table was sent, and what came after it: what
// was written before that was written for nobody else.
std::vector<triangle::Answer> texts_for(const OpenTable& open, std::vector<triangle::Answer> latest_first) {
  if (open.permission.write || !open.table.sent_at) return latest_first;
  const auto as_sent = std::ranges::find_if(
      latest_first, [&](const triangle::Answer& one) { return one.written_at.text <= open.table.sent_at->text; });
  if (as_sent != latest_first.end()) latest_first.erase(std::next(as_sent), latest_first.end());
  return latest_first;
}

}  // namespace

Outcome<QuestionPage> ShowQuestion::operator()(const AskQuestion& given, const Asking& asking) const {
  std::optional<OpenTable> open;
  auto page =
      house.store.read([&](store::Session& session) { return question_page(session, house, given, asking, open); });
  if (page) note_visit(house, *open, *page, asking);
  return page;
}

Outcome<QuestionPage> ShowQuestionAsTyped::operator()(const shape::Json& typed, const Refusal& refusal,
                                                      const Asking& asking) const {
  std::optional<OpenTable> open;
  auto page = house.store.read([&](store::Session& session) {
    return question_page(
        session, house,
        {.assessment = {text_in(typed, "assessment")}, .task = text_in(typed, "task"), .back = {}, .more = {}}, asking,
        open);
  });
  if (!page) return page;
  const auto* task = open->framework.task(page->task);
  page->standing = shape::named<triangle::Standing>(text_in(typed, "standing"));
  page->still_open = text_in(typed, "standing") == shape::name_of(Stands::open);
  page->confidence = shape::named<triangle::Confidence>(text_in(typed, "confidence"));
  page->notes = text_in(typed, "notes");
  page->evidence = text_in(typed, "evidence");
  page->fields = fields_of(*task, open->texts, typed_facets(*task, typed.value("facets", shape::Json::object())));
  if (ask_for_own_words(page->fields)) {
    offer_own_words(page->fields, house.store.read([&](store::Session& session) {
      return answers_by_task(session, open->table.id);
    }));
  }
  page->saved_at.reset();  // what stands in the form is not
  if (refusal.conflict) page->conflict = shape::read<Conflict>(*refusal.conflict).value();
  else page->revision = typed_number(typed, "revision").value_or(page->revision);
  return page;
}

Outcome<HistoryPage> ShowHistory::operator()(const AskHistory& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<HistoryPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    const auto* task = open->framework.task(given.task);
    if (task == nullptr) return refuse(Why::not_found);
    HistoryPage page{.assessment = given.assessment,
                     .place = place_of(*open),
                     .task = given.task,
                     .title = open->texts.task(task->id).title,
                     .question = open->texts.task(task->id).question,
                     .versions = {},
                     .every = given.every.value_or(false),
                     .between = {},
                     .seen_by = seen_by(session, house, *open)};
    const InWords in_words{*task, open->texts, house.words, open->language};
    const triangle::Answer* next = nullptr;
    const auto versions = texts_for(*open, kept_versions(session, given.assessment, given.task));
    for (const auto& version : versions) {
      const bool on_the_way = next != nullptr && same_sitting(version, *next);
      next = &version;
      if (on_the_way) page.between = page.between.value_or(0) + 1;
      if (on_the_way && !page.every) continue;
      auto said = in_words(version);
      said.written_by = open->table.manager;
      page.versions.push_back(std::move(said));
    }
    return page;
  });
}

Outcome<TablePage> ShowTable::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<TablePage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    const auto seen = seen_by(session, house, *open);
    auto answers = answers_by_task(session, given.assessment);
    TablePage page{.assessment = given.assessment,
                   .place = place_of(*open),
                   .may_write = open->permission.write,
                   .groups = {},
                   .seen_by = seen};
    for (const auto& task : open->framework.tasks) {
      if (page.groups.empty() || shape::name_of(page.groups.back().vertex) != task.vertex) {
        const auto& vertex = open->texts.vertex(task.vertex);
        page.groups.push_back({shape::named<triangle::Vertex>(task.vertex).value(), vertex.name, vertex.question, {}});
      }
      auto row = question(*open, task);
      const auto answer = answers.find(task.id);
      fill(row, house, *open, task, answer == answers.end() ? std::nullopt : std::optional{answer->second}, 0, true);
      if (ask_for_own_words(row.fields)) row.problems_as_of = problems_as_of(answers);
      offer_own_words(row.fields, answers);
      for (auto& field : row.fields) put_in_front(field, task.id + "-");
      row.seen_by = seen;
      row.back_to = BackTo::table;
      page.groups.back().rows.push_back(std::move(row));
    }
    return page;
  });
}

}  // namespace trivium::api

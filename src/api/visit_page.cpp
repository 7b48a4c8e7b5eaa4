#include "api/visit_page.hpp"

#include "api/agenda_of.hpp"
#include "api/contradictions.hpp"
#include "api/earlier_tables.hpp"
#include "api/noted.hpp"
#include "api/together_page.hpp"
#include "api/typed_text.hpp"
#include "programme/coach_note.hpp"
#include "words/words.hpp"
#include "words/zones.hpp"

#include <algorithm>
#include <set>

namespace trivium::api {
namespace {

// What one day has room for; the pages behind show all of it.
constexpr std::size_t kDifferences = 8;
constexpr std::size_t kBreaks = 4;
constexpr std::size_t kOpenQuestions = 12;
constexpr std::size_t kBeginning = 160;  // characters of an answer

constexpr std::size_t kLongestTimetable = 5'000;

struct OpenVisit {
  RoundOfCluster of;
  access::Asker who;
  access::Permission permission;
};

// A round whose plan the visitor may see; for all others there is none.
Outcome<OpenVisit> open_visit(store::Session& session, const triangle::RoundId& id, const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto of = round_of_cluster(session, id);
  if (!of) return refuse(Why::not_found);
  auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const auto given = access::permission_of_visit(who, of->round.cluster, of->network);
  if (given.sight == access::Sight::nothing) return refuse(Why::not_found);
  return OpenVisit{std::move(*of), std::move(who), given};
}

std::string title_of(const TogetherTask& task) {
  return std::string{shape::name_of(task.vertex)} + task.mark + " " + task.title;
}

// Lines and bullets as one line: "- a\n- b" is "a, b".
std::string on_one_line(const std::string& text) {
  std::string line;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    std::string said = shape::trimmed(std::string_view{text}.substr(from, end - from));
    if (said.starts_with("- ")) said.erase(0, 2);
    from = end + 1;
    if (!said.empty()) line += (line.empty() ? "" : ", ") + said;
  }
  return line;
}

std::string in_short(const TogetherAnswer& answer) {
  std::string text;
  for (const auto& part : answer.parts) text += (text.empty() ? "" : "; ") + part.label + ": " + on_one_line(part.text);
  return shape::beginning(text, kBeginning);
}

// Where the tables that may be read say the same, where not, and where that cannot be told.
void lay_side_by_side(VisitPage& page, const TogetherPage& together, const TablesForNotes& for_notes,
                      const std::string& does_not_apply) {
  for (const auto& task : together.close) page.agreements.push_back(title_of(task));
  for (const auto& task : together.agenda) {
    if (page.differences.size() == kDifferences) break;
    VisitDifference difference{.title = title_of(task), .said = {}, .unsure = task.unsure, .silent = task.silent};
    for (const auto& answer : task.answers) {
      auto said = in_short(answer);
      if (said.empty() && answer.standing == triangle::Standing::does_not_apply) said = does_not_apply;
      if (said.empty()) continue;
      difference.said.push_back(
          {answer.name, std::move(said), for_notes.place(answer.assessment, task.task, difference.title)});
    }
    page.differences.push_back(std::move(difference));
  }
  for (const auto* tasks : {&together.not_known, &together.side_by_side}) {
    for (const auto& task : *tasks) page.uncompared.push_back({title_of(task), task.unsure});
  }
}

struct VisitNotes {
  TablesForNotes tables;
  std::optional<PlaceForNote> asked;  // with its form
};

class TablesOfVisit {
 public:
  TablesOfVisit(store::Session& session, const House& house, const Asking& asking, const OpenVisit& open,
                const AskVisit& asked)
      : session_{session}, house_{house}, asking_{asking}, open_{open}, asked_{asked} {}

  void put_into(VisitPage& page, VisitNotes& notes) {
    std::vector<std::string> waiting;
    std::vector<triangle::AssessmentInRound> shown;
    std::set<std::string> manage_still;
    for (const auto& person : access::people_of(session_, open_.of.round.cluster)) {
      if (person.role == access::Role::manager) manage_still.insert(person.person.text);
    }
    for (const auto& table : triangle::assessments_in(session_, open_.of.round.cluster)) {
      if (table.round != open_.of.round.id) continue;
      if (!table.sent_at) {
        if (manage_still.contains(table.person.text)) waiting.push_back(table.manager);
        if (table.person == asking_.visitor->person) page.own_open = true;
        continue;
      }
      // Asked first: who may not read it has not tried to, and the trail must not say so.
      if (access::permission(session_, asking_.visitor, table).sight != access::Sight::text) continue;
      if (const auto opened = open_table(session_, house_, table.id, asking_)) {
        page.managers.push_back(told_by(*opened, notes.tables));
        if (asked_.assessment == table.id) notes.asked = asked_for(*opened, notes.tables);
        shown.push_back(table);
      }
    }
    if (!shown.empty()) page.seen_by = seen_by_any(session_, house_, shown, asking_);
    if (page.seen_by && !page.seen_by->only_you && notes.tables.any())
      page.seen_by->names = house_.words.say(asking_.language, "visit.seen_by", {{"names", page.seen_by->names}});
    page.waiting = waiting.empty() ? "" : words::joined(asking_.language, waiting);
  }

 private:
  VisitManager told_by(const OpenTable& open, TablesForNotes& for_notes) {
    VisitManager manager{.assessment = open.table.id,
                         .name = open.table.manager,
                         .breaks = {},
                         .not_known = {},
                         .blank = 0,
                         .notes = notes_on(open, for_notes)};
    const auto place = [&](const std::string& task) { return for_notes.place(open.table.id, task, title(open, task)); };
    auto from = sources_of(session_, house_, open);
    from.contradictions = contradictions(session_, house_, open, asking_);
    from.earlier = earlier_tables(session_, house_, open, asking_);
    for (auto& item : agenda_of(from).first) {
      if (manager.breaks.size() == kBreaks) break;
      manager.breaks.push_back({std::move(item.title), std::move(item.finding), std::move(item.question)});
      for (const auto& from_task : item.records) {
        if (auto beside = place(from_task.task)) manager.breaks.back().for_notes.push_back(*std::move(beside));
      }
    }
    const auto answers = answers_by_task(session_, open.table.id);
    for (const auto& task : open.framework.tasks) {
      const auto found = answers.find(task.id);
      const auto state = triangle::state_of(found == answers.end() ? nullptr : &found->second);
      if (state == triangle::TaskState::not_known_yet)
        manager.not_known.push_back({title(open, task.id), place(task.id)});
      if (state == triangle::TaskState::not_started) manager.blank += 1;
    }
    return manager;
  }

  std::vector<VisitNote> notes_on(const OpenTable& open, TablesForNotes& for_notes) {
    std::vector<VisitNote> shown;
    if (!access::reads_notes(open_.who, open.table)) return shown;
    auto notes = programme::notes_on(session_, open.table.id);
    for_notes.add(open, notes);
    for (auto& note : notes) {
      note_read(asking_, Deed::note_read, note.written_by, record("assessment", open.table.id.text));
      const auto task = title(open, note.task);
      shown.push_back({task, note.task, std::move(note.text), for_notes.place(open.table.id, note.task, task)});
    }
    return shown;
  }

  std::optional<PlaceForNote> asked_for(const OpenTable& open, const TablesForNotes& for_notes) {
    if (!asked_.task || open.framework.task(*asked_.task) == nullptr) return std::nullopt;
    auto place = for_notes.place(open.table.id, *asked_.task, title(open, *asked_.task));
    if (!place) return std::nullopt;
    if (auto note = note_of_coaches(session_, open, *asked_.task, asking_))
      place->form = NoteForm{.text = std::move(note->text),
                             .revision = note->revision,
                             .by = std::move(note->by),
                             .stale = false,
                             .stands = {}};
    return place;
  }

  std::string title(const OpenTable& open, const std::string& task) {
    return task_title(house_, asking_.language, open.table.question_set, task);
  }

  store::Session& session_;
  const House& house_;
  const Asking& asking_;
  const OpenVisit& open_;
  const AskVisit& asked_;
};

void put_plan(VisitPage& page, const std::optional<programme::Visit>& planned) {
  if (!planned) return;
  page.on_day = planned->on_day;
  page.where = planned->place;
  page.timetable = planned->timetable;
  page.lines = programme::timetable_of(planned->timetable);
  page.revision = planned->revision;
}

// Nobody is kept from a later day; it is said that it is one.
void put_step(VisitPage& page, store::Session& session) {
  if (!page.programme || !page.on_day) return;
  const auto step = programme::steps_of(session, *page.programme).at(programme::kVisit - 1);
  const auto last = programme::last_day(step.due, step.due_on);
  if (*page.on_day > last) page.after_step = last;
}

}  // namespace

Outcome<VisitPage> ShowVisit::operator()(const AskVisit& given, const Asking& asking) const {
  VisitPage page{};
  VisitNotes notes;
  auto shown = house.store.read([&](store::Session& session) -> Outcome<bool> {
    const auto open = open_visit(session, given.round, asking);
    if (!open) return std::unexpected{open.error()};
    const auto cluster = triangle::cluster(session, open->of.round.cluster).value();
    page.round = given.round;
    page.round_title = open->of.round.title;
    page.cluster_name = cluster.name;
    page.city = cluster.city;
    page.illustration = cluster.illustration;
    const auto zone = triangle::city(session, cluster.city_id)->zone;
    if (!zone.empty()) page.clock = words::city_of_zone(asking.language, zone);
    page.programme = open->of.round.programme;
    page.may_plan = open->permission.write;
    put_plan(page, programme::visit(session, given.round));
    put_step(page, session);
    TablesOfVisit{session, house, asking, *open, given}.put_into(page, notes);
    for (auto& line : conversation_lines(session, house, asking, open->who, open->of)) {
      if (!line.resolved && page.open.size() < kOpenQuestions) page.open.push_back(std::move(line));
    }
    return true;
  });
  if (!shown) return std::unexpected{shown.error()};
  if (page.managers.size() > 1) {
    const auto together = ShowTogether{house}({.round = given.round, .with = {}}, asking);
    if (!together) return std::unexpected{together.error()};
    lay_side_by_side(page, *together, notes.tables, house.words.say(asking.language, "standing.does_not_apply"));
  }
  put_items(page, notes.asked, given);
  return page;
}

Outcome<Done<PlannedVisit>> PlanOneVisit::operator()(const PlanVisit& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<PlannedVisit>> {
    const auto open = open_visit(session, given.round, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    shape::Flaws flaws;
    // A day that is over stays where it stands: the plan may be put right afterwards.
    if (given.on_day && *given.on_day < shape::date_of(asking.now)) {
      const auto stored = programme::visit(session, given.round);
      if (!stored || stored->on_day != given.on_day) flaws.push_back({"/on_day", "flaw.day_passed", {}});
    }
    programme::Visit planned{.round = given.round,
                             .on_day = given.on_day,
                             .place = line_of_text_if_any(given.where, "/where", flaws),
                             .timetable = text_if_any(given.timetable, kLongestTimetable, "/timetable", flaws),
                             .revision = given.revision,
                             .changed_by = asking.visitor->person,
                             .changed_at = asking.now};
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto done = programme::plan(session, std::move(planned));
    if (!done) {
      const auto& now = done.error();
      return std::unexpected{
          Refusal{.why = Why::stale, .flaws = {}, .conflict = now ? shape::to_json(*now) : shape::Json{}}};
    }
    note(session, asking, Deed::visit_planned, record("round", given.round.text));
    return Done<PlannedVisit>{.record = {done->revision},
                              .go_to = "/rounds/" + given.round.text + "/visit",
                              .notice = "notice.visit_planned"};
  });
}

}  // namespace trivium::api

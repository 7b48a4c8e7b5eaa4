#include "api/home_page.hpp"

#include "access/person.hpp"
#include "api/fit_words.hpp"
#include "api/picture_of.hpp"
#include "shape/text.hpp"
#include "triangle/closing.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using Answers = std::map<std::string, triangle::Answer>;

const triangle::Answer* found(const Answers& answers, const std::string& task) {
  const auto answer = answers.find(task);
  return answer == answers.end() ? nullptr : &answer->second;
}

// The first line of a sum-up: of the notes, else of its first demand or list.
std::optional<std::string> first_line(const triangle::Answer* answer) {
  if (answer == nullptr) return std::nullopt;
  std::string text = answer->notes;
  for (const auto& facet : answer->facets) {
    if (!text.empty()) break;
    if (!facet.is_array() || facet.empty()) continue;
    if (facet.front().is_string()) text = facet.front().get<std::string>();
    else if (facet.front().is_object()) text = facet.front().value("text", std::string{});
  }
  text = shape::trimmed(text);
  if (text.starts_with("- ")) text.erase(0, 2);
  constexpr std::size_t kLongest = 120;
  std::string line = shape::beginning(text, kLongest);
  if (line.empty()) return std::nullopt;
  return line;
}

std::vector<VertexGroup> groups_of(const OpenTable& open, const Answers& answers,
                                   const std::vector<triangle::Look>& looks) {
  std::vector<VertexGroup> groups;
  for (const auto& task : open.framework.tasks) {
    if (groups.empty() || shape::name_of(groups.back().vertex) != task.vertex) {
      const auto& vertex = open.texts.vertex(task.vertex);
      groups.push_back({.vertex = shape::named<triangle::Vertex>(task.vertex).value(),
                        .name = vertex.name,
                        .question = vertex.question,
                        .touched = 0,
                        .total = 0,
                        .sum_up = {},
                        .tasks = {}});
    }
    auto& group = groups.back();
    const auto* answer = found(answers, task.id);
    const bool says_something = answer != nullptr && !triangle::empty(*answer);
    const auto look = std::ranges::find(looks, task.id, &triangle::Look::task);
    TaskLine line{.task = task.id,
                  .mark = task.mark(),
                  .title = open.texts.task(task.id).title,
                  .state = triangle::state_of(answer),
                  .looked_by = {},
                  .open_conversations = {}};
    if (!says_something && look != looks.end() && !open.permission.write) line.looked_by = open.table.manager;
    group.total += 1;
    group.touched += says_something ? 1 : 0;
    if (task.sum_up) group.sum_up = first_line(answer);
    group.tasks.push_back(std::move(line));
  }
  return groups;
}

const TaskLine* line_of(const std::vector<VertexGroup>& groups, const std::string& task) {
  for (const auto& group : groups) {
    for (const auto& line : group.tasks) {
      if (line.task == task) return &line;
    }
  }
  return nullptr;
}

// The place one was at, while it is not answered; else the next open task after it, round the triangle.
std::optional<CarryOn> carry_on(const OpenTable& open, const std::vector<VertexGroup>& groups) {
  auto order = in_own_order(open);
  const auto at = std::ranges::find(order, open.table.last_task.value_or(""), &framework::Task::id);
  if (at != order.end()) std::ranges::rotate(order, at);
  for (const auto* task : order) {
    const auto* line = line_of(groups, task->id);
    if (line->state != triangle::TaskState::not_started && line->state != triangle::TaskState::in_progress) continue;
    return CarryOn{task->id, line->mark, shape::named<triangle::Vertex>(task->vertex).value(), line->title};
  }
  return std::nullopt;
}

// Who else fills in this round's table. Their words are only offered where the one function allows it.
std::vector<Colleague> colleagues(store::Session& session, const OpenTable& open, const Asking& asking) {
  std::vector<Colleague> list;
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  // Who left keeps the own table, and learns no more of the others.
  if (!access::sees_round(who, open.table.cluster, open.table.network)) return list;
  const auto tables = triangle::assessments_in(session, open.table.cluster);
  for (const auto& person : access::people_of(session, open.table.cluster)) {
    if (person.role != access::Role::manager || person.person == open.table.person) continue;
    Colleague colleague{.name = person.name, .state = triangle::AssessmentState::not_started, .readable = {}};
    const auto theirs = std::ranges::find_if(
        tables, [&](const auto& table) { return table.round == open.table.round && table.person == person.person; });
    if (theirs != tables.end()) {
      colleague.state = triangle::state_of(*theirs);
      if (access::permission(who, *theirs).sight == access::Sight::text) colleague.readable = theirs->id;
    }
    list.push_back(std::move(colleague));
  }
  return list;
}

// What is open with the coaches, by task and in all.
void count_conversations(HomePage& page, store::Session& session, const House& house, const OpenTable& open,
                         const Asking& asking) {
  const auto round = round_of_cluster(session, open.table.round).value();
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  page.may_talk = may_talk(session, who, round, open);
  for (const auto& line : conversation_lines(session, house, asking, who, round, open.table.id)) {
    if (line.resolved) continue;
    page.all_conversations += 1;
    for (auto& group : page.groups) {
      for (auto& task : group.tasks) task.open_conversations += task.task == line.task ? 1 : 0;
    }
  }
}

void fill_fit(HomePage& page, store::Session& session, const House& house, const OpenTable& open,
              const Answers& answers) {
  const auto picture =
      picture_of(house.guidance, house.words, answers, triangle::links_of(session, open.table.id)).picture;
  page.sides = sides_in_words(house.words, open.language, picture);
  page.demands_named = !picture.demands.empty();
  page.breaks = FitWords{house.words, open.texts, open.language, picture}.findings(fit::chains(picture));
  page.breaks_in_all = static_cast<int>(page.breaks.size());
  constexpr std::size_t kAtHome = 3;
  if (page.breaks.size() > kAtHome) page.breaks.resize(kAtHome);
}

}  // namespace

Outcome<HomePage> ShowHome::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<HomePage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    HomePage page{};
    page.assessment = open->table.id;
    page.place = place_of(*open);
    page.state = triangle::state_of(open->table);
    page.round_id = open->table.round;
    // Nothing is asked of whoever does not manage there any more.
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!open->permission.write || access::manages(who, open->table.cluster)) page.send_by = open->table.send_by;
    if (page.send_by && *page.send_by >= shape::date_of(asking.now)) {
      page.days_left = shape::days_between(shape::date_of(asking.now), *page.send_by);
    }
    page.sent_at = open->table.sent_at;
    page.started_from = open->table.started_from;
    const auto answers = answers_by_task(session, open->table.id);
    page.groups = groups_of(*open, answers, triangle::looks_at(session, open->table.id));
    fill_fit(page, session, house, *open, answers);
    if (open->permission.write) page.carry_on = carry_on(*open, page.groups);
    page.colleagues = colleagues(session, *open, asking);
    for (const auto& table : triangle::assessments_of(session, open->table.person)) {
      if (table.cluster == open->table.cluster && table.opened_on < open->table.opened_on &&
          access::permission(session, asking.visitor, table).sight == access::Sight::text) {
        page.earlier.push_back({table.id, table.round_title, table.opened_on});
      }
    }
    count_conversations(page, session, house, *open, asking);
    const auto closing = triangle::closing(session, open->table.id);
    page.may_read_closing = open->permission.write || (closing && closing->handed_in_at);
    page.seen_by = seen_by(session, house, *open);
    return page;
  });
}

}  // namespace trivium::api

#include "api/conversations_page.hpp"

#include "api/noted.hpp"
#include "api/open_table.hpp"
#include "api/typed_text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

struct OpenRound {
  RoundOfCluster of;
  access::Asker who;
  bool asks;  // as manager or coordinator
  bool coaches;
};

// A round in which the visitor talks with the coaches, or is one; for all others there is none.
Outcome<OpenRound> open_round(store::Session& session, const triangle::RoundId& id, const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto of = round_of_cluster(session, id);
  if (!of) return refuse(Why::not_found);
  auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const bool asks = access::may_ask_coaches(who, of->round.cluster, of->network);
  const bool coaches = access::coaches(who, of->round.cluster, of->network);
  if (!asks && !coaches) return refuse(Why::not_found);
  return OpenRound{std::move(*of), std::move(who), asks, coaches};
}

struct Subject {
  TalkAbout about;
  triangle::PersonId person;
  int revision;  // of the answer, as it stands
};

// The task of a table of this round that is meant; a table one may not read is not there. A colleague reads a table
// that was sent and leaves the talking to whose it is.
Outcome<Subject> subject(store::Session& session, const House& house, const OpenRound& open,
                         const std::optional<std::string>& assessment, const std::optional<std::string>& task,
                         const Asking& asking) {
  const auto table = open_table(session, house, triangle::AssessmentId{assessment.value_or("")}, asking);
  if (!table) return refuse(Why::not_found);
  if (table->table.round != open.of.round.id || table->framework.task(task.value_or("")) == nullptr)
    return refuse(Why::not_found);
  if (!table->permission.write && !open.coaches) return refuse(Why::not_yours);
  const auto answers = answers_by_task(session, table->table.id);
  const auto answer = answers.find(*task);
  return Subject{.about = {.assessment = table->table.id,
                           .task = *task,
                           .task_title = task_title(house, asking.language, table->table.question_set, *task),
                           .manager = table->table.manager,
                           .mine = table->permission.write},
                 .person = table->table.person,
                 .revision = answer == answers.end() ? 0 : answer->second.revision};
}

bool names_a_table(const std::optional<std::string>& assessment) { return assessment && !assessment->empty(); }

}  // namespace

Outcome<ConversationsPage> ShowConversations::operator()(const AskConversations& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<ConversationsPage> {
    const auto open = open_round(session, given.round, asking);
    if (!open) return std::unexpected{open.error()};
    const auto cluster = triangle::cluster(session, open->of.round.cluster).value();
    ConversationsPage page{};
    page.round = given.round;
    page.round_title = open->of.round.title;
    page.cluster = cluster.id;
    page.cluster_name = cluster.name;
    page.city = cluster.city;
    page.programme = open->of.round.programme;
    for (const auto& table : triangle::assessments_of(session, asking.visitor->person)) {
      if (table.round == given.round) page.own_table = table.id;
    }
    for (auto& line : conversation_lines(session, house, asking, open->who, open->of))
      (line.resolved ? page.resolved : page.open).push_back(std::move(line));
    page.coaches = words::joined(asking.language, coaches_of(session, open->of));
    page.may_begin = open->asks;
    if (names_a_table(given.assessment)) {
      auto found = subject(session, house, *open, given.assessment, given.task, asking);
      if (!found) return std::unexpected{found.error()};
      page.about = std::move(found->about);
      page.may_begin = true;
    }
    return page;
  });
}

Outcome<Done<BegunConversation>> BeginOneConversation::operator()(const BeginConversation& given,
                                                                  const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<BegunConversation>> {
    const auto open = open_round(session, given.round, asking);
    if (!open) return std::unexpected{open.error()};
    programme::Conversation begun{.id = programme::ConversationId::fresh(),
                                  .round = given.round,
                                  .assessment = {},
                                  .task = {},
                                  .on_revision = 0,
                                  .with_person = asking.visitor->person,
                                  .heard = given.heard.value_or(programme::Heard::coaches),
                                  .begun_by = asking.visitor->person,
                                  .begun_at = asking.now,
                                  .resolved_at = {}};
    if (names_a_table(given.assessment)) {
      const auto found = subject(session, house, *open, given.assessment, given.task, asking);
      if (!found) return std::unexpected{found.error()};
      begun.assessment = found->about.assessment;
      begun.task = found->about.task;
      begun.on_revision = found->revision;
      begun.with_person = found->person;
    } else if (!open->asks) {
      return refuse(Why::not_yours);
    }
    shape::Flaws flaws;
    const auto text = text_that_says(given.text, kLongestRemark, "/text", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto id = programme::begin(session, begun, text);
    note(session, asking, Deed::conversation_begun, record("conversation", id.text), begun.with_person);
    return Done<BegunConversation>{.record = {id}, .go_to = "/conversations/" + id.text, .notice = "notice.asked"};
  });
}

}  // namespace trivium::api

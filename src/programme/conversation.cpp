#include "programme/conversation.hpp"

#include <algorithm>
#include <ranges>

namespace trivium::programme {
namespace {

struct Found {
  ConversationId id;
};
TRIVIUM_SHAPE(Found, id)

struct Coaching {
  PersonId person;
};
TRIVIUM_SHAPE(Coaching, person)

constexpr std::chrono::minutes kSentTwiceWithin{1};

// The writer's last words are these: as the last of all, or a moment ago with somebody else's in between.
bool said_just_now(const std::vector<SignedRemark>& there, const Remark& remark) {
  const auto backwards = std::views::reverse(there);
  const auto own = std::ranges::find(backwards, remark.written_by, &SignedRemark::written_by);
  if (own == backwards.end() || own->text != remark.text) return false;
  return own == backwards.begin() || remark.written_at < shape::later(own->written_at, kSentTwiceWithin);
}

}  // namespace

ConversationId begin(store::Session& session, const Conversation& conversation, const std::string& text) {
  const auto same = session.row<Found>(R"(
      select {} from conversations
      where round = :round and begun_by = :begun_by and with_person = :with_person and task = :task and resolved_at is null
        and exists (select 1 from remarks where remarks.conversation = conversations.id
                    and remarks.written_by = conversations.begun_by and remarks.text = :text)
        and (select count(*) from remarks where remarks.conversation = conversations.id) = 1)",
                                       {{"round", conversation.round},
                                        {"begun_by", conversation.begun_by},
                                        {"with_person", conversation.with_person},
                                        {"task", conversation.task},
                                        {"text", text}});
  if (same) return same->id;
  session.insert("conversations", conversation);
  session.insert("remarks", Remark{.id = RemarkId::fresh(),
                                   .conversation = conversation.id,
                                   .written_by = conversation.begun_by,
                                   .written_at = conversation.begun_at,
                                   .text = text});
  return conversation.id;
}

std::set<PersonId> coaches_of(store::Session& session, const RoundId& round) {
  std::set<PersonId> coaches;
  for (const auto& one : session.rows<Coaching>(R"(
           select {} from (
             select distinct roles.person as person
             from rounds join clusters on clusters.id = rounds.cluster
             join roles on roles.role = 'coach' and
                           (roles.cluster = clusters.id or
                            (roles.network = (select network from programmes where programmes.id = rounds.programme) and
                             (roles.city is null or roles.city = clusters.city)))
             where rounds.id = :round) found)",
                                                {{"round", round}}))
    coaches.insert(one.person);
  return coaches;
}

int unanswered_in(store::Session& session, const RoundId& round) {
  const auto coaches = coaches_of(session, round);
  int unanswered = 0;
  for (const auto& one : conversations_of(session, round)) {
    if (one.resolved_at) continue;
    const auto remarks = remarks_of(session, one.id);
    unanswered += !remarks.empty() && !coaches.contains(remarks.back().written_by) ? 1 : 0;
  }
  return unanswered;
}

std::optional<Conversation> conversation(store::Session& session, const ConversationId& id) {
  return session.row<Conversation>("select {} from conversations where id = :id", {{"id", id}});
}

std::vector<Conversation> conversations_of(store::Session& session, const RoundId& round) {
  return session.rows<Conversation>("select {} from conversations where round = :round order by begun_at desc, id desc",
                                    {{"round", round}});
}

bool add(store::Session& session, const Remark& remark) {
  // Opens what was resolved; and on PostgreSQL nobody else adds at the same time.
  session.run("update conversations set resolved_at = null where id = :id", {{"id", remark.conversation}});
  if (said_just_now(remarks_of(session, remark.conversation), remark)) return false;
  session.insert("remarks", remark);
  return true;
}

std::vector<SignedRemark> remarks_of(store::Session& session, const ConversationId& id) {
  return session.rows<SignedRemark>(R"(
      select {} from (
        select remarks.id as id, remarks.written_by as written_by, people.name as name, remarks.written_at as written_at,
               remarks.text as text
        from remarks join people on people.id = remarks.written_by where remarks.conversation = :conversation) signed
      order by written_at, id)",
                                    {{"conversation", id}});
}

void resolve(store::Session& session, const ConversationId& id, const shape::Instant& now) {
  session.run("update conversations set resolved_at = :now where id = :id and resolved_at is null",
              {{"now", now}, {"id", id}});
}

void reopen(store::Session& session, const ConversationId& id) {
  session.run("update conversations set resolved_at = null where id = :id", {{"id", id}});
}

std::expected<void, std::optional<ToldToAll>> tell_all(store::Session& session, const ToldToAll& told) {
  const auto stored = told_of(session, told.conversation);
  if (stored && stored->question == told.question && stored->answer == told.answer) return {};
  const bool written = told.revision == 0 ? session.run(R"(
      insert into told_to_all (conversation, programme, question, answer, told_by, told_at, revision)
      values (:conversation, :programme, :question, :answer, :told_by, :told_at, 1)
      on conflict (conversation) do nothing)",
                                                        {{"conversation", told.conversation},
                                                         {"programme", told.programme},
                                                         {"question", told.question},
                                                         {"answer", told.answer},
                                                         {"told_by", told.told_by},
                                                         {"told_at", told.told_at}}) == 1
                                          : session.run(R"(
      update told_to_all set question = :question, answer = :answer, told_by = :told_by, told_at = :told_at,
             revision = revision + 1
      where conversation = :conversation and revision = :revision)",
                                                        {{"conversation", told.conversation},
                                                         {"question", told.question},
                                                         {"answer", told.answer},
                                                         {"told_by", told.told_by},
                                                         {"told_at", told.told_at},
                                                         {"revision", told.revision}}) == 1;
  if (written) return {};
  return std::unexpected{told_of(session, told.conversation)};
}

bool take_back(store::Session& session, const ConversationId& id, int revision) {
  session.run("delete from told_to_all where conversation = :id and revision = :revision",
              {{"id", id}, {"revision", revision}});
  return !told_of(session, id);
}

std::optional<ToldToAll> told_of(store::Session& session, const ConversationId& id) {
  return session.row<ToldToAll>("select {} from told_to_all where conversation = :id", {{"id", id}});
}

std::vector<ToldToAll> told_in(store::Session& session, const ProgrammeId& programme) {
  return session.rows<ToldToAll>(
      "select {} from told_to_all where programme = :programme order by told_at desc, conversation desc",
      {{"programme", programme}});
}

}  // namespace trivium::programme

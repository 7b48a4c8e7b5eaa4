#include "api/conversation_page.hpp"

#include "api/noted.hpp"
#include "api/open_table.hpp"
#include "api/typed_text.hpp"
#include "words/words.hpp"

namespace trivium::api {
namespace {

struct OpenConversation {
  programme::Conversation conversation;
  RoundOfCluster round;
  access::ConversationInRound place;
  bool coaches;
};

// A conversation the visitor may read; for all others there is none.
Outcome<OpenConversation> open_conversation(store::Session& session, const programme::ConversationId& id,
                                            const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto found = programme::conversation(session, id);
  if (!found) return refuse(Why::not_found);
  auto round = round_of_cluster(session, found->round).value();
  auto place = in_round(round, *found);
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const bool reads = access::permission(who, place).sight == access::Sight::text;
  note_read(asking, Deed::conversation_read, found->with_person, record("conversation", id.text),
            reads ? trail::Result::done : trail::Result::refused);
  if (!reads) return refuse(Why::not_found);
  const bool coaches = access::coaches(who, place.cluster, place.network);
  return OpenConversation{std::move(*found), std::move(round), std::move(place), coaches};
}

SeenBy seen_by(store::Session& session, const House& house, const OpenConversation& open, const Asking& asking) {
  auto names = access::other_readers(session, open.place);
  const bool mine = open.place.with_person == asking.visitor->person;
  if (names.empty() && mine) return {.only_you = true, .names = house.words.say(asking.language, "seen_by.you")};
  names.insert(names.begin(), mine ? house.words.say(asking.language, "seen_by.you")
                                   : name_of(house, asking, access::person(session, open.place.with_person)->name));
  return {.only_you = false, .names = words::joined(asking.language, names)};
}

// About an answer the reader may read: its table, and whether it is another answer now.
void point_to_answer(ConversationPage& page, store::Session& session, const House& house,
                     const programme::Conversation& conversation, const Asking& asking) {
  if (!conversation.assessment || !open_table(session, house, *conversation.assessment, unnoted(asking))) return;
  page.assessment = conversation.assessment;
  const auto answers = answers_by_task(session, *conversation.assessment);
  const auto answer = answers.find(conversation.task);
  page.changed_since = answer != answers.end() && answer->second.revision != conversation.on_revision;
}

std::string address_of(const programme::ConversationId& id) { return "/conversations/" + id.text; }

// Who asked first adds something; everybody else answers.
std::string notice_of_remark(bool began, bool resolves) {
  if (began) return resolves ? "notice.added_and_resolved" : "notice.added";
  return resolves ? "notice.answered_and_resolved" : "notice.answered";
}

std::unexpected<Refusal> another_was_told(const std::optional<programme::ToldToAll>& stored) {
  return std::unexpected{
      Refusal{.why = Why::stale, .flaws = {}, .conflict = shape::to_json(stored.value_or(programme::ToldToAll{}))}};
}

Outcome<Done<Noted>> take_back(store::Session& session, const OpenConversation& open, const TellAll& given,
                               const Asking& asking) {
  if (!programme::take_back(session, given.conversation, given.revision))
    return another_was_told(programme::told_of(session, given.conversation));
  note(session, asking, Deed::told_taken_back, record("conversation", given.conversation.text), open.place.with_person);
  return Done<Noted>{.record = {}, .go_to = address_of(given.conversation), .notice = "notice.told_taken_back"};
}

}  // namespace

Outcome<ConversationPage> ShowConversation::operator()(const ConversationAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<ConversationPage> {
    const auto open = open_conversation(session, given.conversation, asking);
    if (!open) return std::unexpected{open.error()};
    const auto& [conversation, round, place, coaches] = *open;
    const auto cluster = triangle::cluster(session, place.cluster).value();
    ConversationPage page{};
    page.conversation = conversation.id;
    page.round = conversation.round;
    page.round_title = round.round.title;
    page.cluster_name = cluster.name;
    page.city = cluster.city;
    page.with = name_of(house, asking, access::person(session, conversation.with_person)->name);
    page.with_me = conversation.with_person == asking.visitor->person;
    if (page.with_me) page.coaches = words::joined(asking.language, coaches_of(session, round));
    page.began = conversation.begun_by == asking.visitor->person;
    page.task = conversation.task;
    page.task_title = task_title(house, asking.language, round.round.question_set, conversation.task);
    point_to_answer(page, session, house, conversation, asking);
    page.resolved = conversation.resolved_at.has_value();
    for (auto& remark : programme::remarks_of(session, conversation.id)) {
      page.remarks.push_back({name_of(house, asking, remark.name), remark.written_by == asking.visitor->person,
                              remark.written_at, std::move(remark.text)});
    }
    page.programme = round.round.programme;
    if (coaches && page.programme) {
      const auto told = programme::told_of(session, conversation.id);
      page.telling = told ? TellingAll{told->question, told->answer, told->revision} : TellingAll{};
    }
    page.seen_by = seen_by(session, house, *open, asking);
    return page;
  });
}

Outcome<Done<Noted>> AddOneRemark::operator()(const AddRemark& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_conversation(session, given.conversation, asking);
    if (!open) return std::unexpected{open.error()};
    shape::Flaws flaws;
    auto text = text_that_says(given.text, kLongestRemark, "/text", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const bool added = programme::add(session, programme::Remark{.id = programme::RemarkId::fresh(),
                                                                 .conversation = given.conversation,
                                                                 .written_by = asking.visitor->person,
                                                                 .written_at = asking.now,
                                                                 .text = std::move(text)});
    const bool resolves = given.then == ThenConversation::resolve;
    if (resolves) programme::resolve(session, given.conversation, asking.now);
    // Sent twice by a browser, it stands there once.
    if (added || resolves)
      note(session, asking, resolves ? Deed::conversation_resolved : Deed::remark_added,
           record("conversation", given.conversation.text), open->place.with_person);
    const bool began = open->conversation.begun_by == asking.visitor->person;
    return Done<Noted>{
        .record = {}, .go_to = address_of(given.conversation), .notice = notice_of_remark(began, resolves)};
  });
}

Outcome<Done<Noted>> ResolveConversation::operator()(const ConversationAddress& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_conversation(session, given.conversation, asking);
    if (!open) return std::unexpected{open.error()};
    programme::resolve(session, given.conversation, asking.now);
    note(session, asking, Deed::conversation_resolved, record("conversation", given.conversation.text),
         open->place.with_person);
    return Done<Noted>{.record = {}, .go_to = address_of(given.conversation), .notice = "notice.resolved"};
  });
}

Outcome<Done<Noted>> ReopenConversation::operator()(const ConversationAddress& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_conversation(session, given.conversation, asking);
    if (!open) return std::unexpected{open.error()};
    programme::reopen(session, given.conversation);
    note(session, asking, Deed::conversation_reopened, record("conversation", given.conversation.text),
         open->place.with_person);
    return Done<Noted>{.record = {}, .go_to = address_of(given.conversation), .notice = "notice.reopened"};
  });
}

Outcome<Done<Noted>> TellEverybody::operator()(const TellAll& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_conversation(session, given.conversation, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->coaches) return refuse(Why::not_yours);
    if (!open->round.round.programme) return refuse(Why::not_found);
    if (given.then == ThenTold::take_back) return take_back(session, *open, given, asking);
    shape::Flaws flaws;
    programme::ToldToAll told{.conversation = given.conversation,
                              .programme = *open->round.round.programme,
                              .question = text_that_says(given.question, kLongestRemark, "/question", flaws),
                              .answer = text_that_says(given.answer, kLongestRemark, "/answer", flaws),
                              .told_by = asking.visitor->person,
                              .told_at = asking.now,
                              .revision = given.revision};
    if (!flaws.empty()) return put_right(std::move(flaws));
    if (const auto done = programme::tell_all(session, told); !done) return another_was_told(done.error());
    note(session, asking, Deed::told_to_all, record("conversation", given.conversation.text), open->place.with_person);
    return Done<Noted>{
        .record = {}, .go_to = "/programmes/" + told.programme.text + "/answers", .notice = "notice.told_to_all"};
  });
}

}  // namespace trivium::api

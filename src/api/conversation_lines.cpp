#include "api/conversation_lines.hpp"

#include "api/noted.hpp"
#include "shape/text.hpp"

namespace trivium::api {
namespace {

constexpr std::size_t kBeginning = 140;

}  // namespace

std::optional<RoundOfCluster> round_of_cluster(store::Session& session, const triangle::RoundId& id) {
  auto found = triangle::round(session, id);
  if (!found) return std::nullopt;
  RoundOfCluster round{.round = std::move(*found), .network = {}};
  if (round.round.programme) round.network = programme::programme(session, *round.round.programme)->network;
  return round;
}

access::ConversationInRound in_round(const RoundOfCluster& round, const programme::Conversation& conversation) {
  return {.cluster = round.round.cluster,
          .round = round.round.id,
          .network = round.network,
          .with_person = conversation.with_person,
          .heard = conversation.heard};
}

std::string task_title(const House& house, const std::string& language, int question_set, const std::string& task) {
  const auto& framework = house.questions.version(question_set);
  const auto* found = framework.task(task);
  if (found == nullptr) return {};
  const auto* texts = framework.in(language);
  return found->vertex + found->mark() + " " + (texts == nullptr ? framework.in("en") : texts)->task(task).title;
}

std::string name_of(const House& house, const Asking& asking, const std::string& name) {
  return name.empty() ? house.words.say(asking.language, "person.erased") : name;
}

std::vector<std::string> coaches_of(store::Session& session, const RoundOfCluster& round) {
  // Whoever reads what is meant for the coaches alone.
  return access::other_readers(session, {.cluster = round.round.cluster,
                                         .round = round.round.id,
                                         .network = round.network,
                                         .with_person = {},
                                         .heard = programme::Heard::coaches});
}

bool may_talk(store::Session& session, const access::Asker& who, const RoundOfCluster& round, const OpenTable& open) {
  if (access::coaches(who, round.round.cluster, round.network)) return true;
  return open.permission.write && access::may_ask_coaches(who, round.round.cluster, round.network) &&
         !coaches_of(session, round).empty();
}

std::vector<ConversationLine> conversation_lines(store::Session& session, const House& house, const Asking& asking,
                                                 const access::Asker& who, const RoundOfCluster& round,
                                                 const std::optional<triangle::AssessmentId>& only) {
  std::vector<ConversationLine> lines;
  const auto coaches = programme::coaches_of(session, round.round.id);
  for (const auto& conversation : programme::conversations_of(session, round.round.id)) {
    if (only && conversation.assessment != only) continue;
    if (access::permission(who, in_round(round, conversation)).sight != access::Sight::text) continue;
    const auto remarks = programme::remarks_of(session, conversation.id);
    note_read(asking, Deed::conversation_read, conversation.with_person, record("conversation", conversation.id.text));
    const auto& first = remarks.front().text;
    lines.push_back({.conversation = conversation.id,
                     .beginning = first.empty() ? house.words.say(asking.language, "talk.taken_back")
                                                : shape::beginning(first, kBeginning),
                     .with = name_of(house, asking, access::person(session, conversation.with_person)->name),
                     .task = conversation.task,
                     .task_title = task_title(house, asking.language, round.round.question_set, conversation.task),
                     .remarks = static_cast<int>(remarks.size()),
                     .last_by = name_of(house, asking, remarks.back().name),
                     .last_at = remarks.back().written_at,
                     .answered = coaches.contains(remarks.back().written_by) != coaches.contains(conversation.begun_by),
                     .resolved = conversation.resolved_at.has_value(),
                     .for_coaches = conversation.heard == programme::Heard::coaches});
  }
  return lines;
}

}  // namespace trivium::api

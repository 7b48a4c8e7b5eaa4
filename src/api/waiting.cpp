#include "api/waiting.hpp"

#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

constexpr int kDaysShown = 30;

// Resolved with an answer, and not since: who asked may not have seen it. Then it is shown for some weeks.
bool is_over(const programme::Conversation& conversation, const programme::SignedRemark& last,
             const shape::Instant& now) {
  if (!conversation.resolved_at) return false;
  return *conversation.resolved_at != last.written_at ||
         shape::days_between(shape::date_of(last.written_at), shape::date_of(now)) > kDaysShown;
}

// A coach is waited for until one of the coaches has had the last word: a colleague of whoever asked may ask on.
bool waits(const programme::Conversation& conversation, const programme::SignedRemark& last,
           const std::set<access::PersonId>& all_coaches, bool coaches, const access::PersonId& person) {
  if (conversation.with_person == person) return last.written_by != person;
  return coaches && !all_coaches.contains(last.written_by);
}

void add(store::Session& session, const House& house, const Asking& asking, const access::Asker& who,
         const RoundOfCluster& round, std::vector<WaitingLine>& lines) {
  const bool coaches = access::coaches(who, round.round.cluster, round.network);
  const auto all_coaches = programme::coaches_of(session, round.round.id);
  for (const auto& conversation : programme::conversations_of(session, round.round.id)) {
    if (access::permission(who, in_round(round, conversation)).sight != access::Sight::text) continue;
    const auto last = programme::remarks_of(session, conversation.id).back();
    if (is_over(conversation, last, asking.now) || !waits(conversation, last, all_coaches, coaches, who.person))
      continue;
    const auto cluster = triangle::cluster(session, round.round.cluster).value();
    lines.push_back({.conversation = conversation.id,
                     .city = cluster.city,
                     .cluster = cluster.name,
                     .task_title = task_title(house, asking.language, round.round.question_set, conversation.task),
                     .last_by = name_of(house, asking, last.name),
                     .last_on = shape::date_of(last.written_at),
                     .coaches = conversation.with_person != who.person});
  }
}

}  // namespace

std::vector<WaitingLine> waiting_for(store::Session& session, const House& house, const Asking& asking,
                                     const access::Asker& who) {
  std::vector<WaitingLine> lines;
  std::vector<triangle::ClusterId> seen;
  for (const auto& held : who.roles) {
    if (!held.cluster || std::ranges::find(seen, *held.cluster) != seen.end()) continue;
    seen.push_back(*held.cluster);
    for (const auto& one : triangle::rounds_of(session, *held.cluster)) {
      if (const auto round = round_of_cluster(session, one.id)) add(session, house, asking, who, *round, lines);
    }
  }
  std::ranges::stable_sort(lines, {}, [](const WaitingLine& line) { return line.last_on.text; });
  return lines;
}

}  // namespace trivium::api

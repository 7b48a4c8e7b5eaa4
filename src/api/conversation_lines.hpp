// Conversations with the coaches as lines of a list, each only for who may read it.
#pragma once

#include "access/sight.hpp"
#include "api/open_table.hpp"
#include "programme/conversation.hpp"

namespace trivium::api {

inline constexpr std::size_t kLongestRemark = 5000;  // characters

struct ConversationLine {
  programme::ConversationId conversation;
  std::string beginning;   // of what was written first
  std::string with;        // who talks with the coaches
  std::string task;        // "" in general
  std::string task_title;  // as a reader says it: "A3 Sources of knowledge"; "" in general
  int remarks;
  std::string last_by;
  shape::Instant last_at;
  bool answered;  // somebody else than who began it had the last word
  bool resolved;
  bool for_coaches;  // managers and coordinators of the cluster do not read it
};
TRIVIUM_SHAPE(ConversationLine, conversation, beginning, with, task, task_title, remarks, last_by, last_at, answered,
              resolved, for_coaches)

// The round as the decision needs it; nothing where there is no such round.
struct RoundOfCluster {
  triangle::Round round;
  std::optional<triangle::NetworkId> network;
};
std::optional<RoundOfCluster> round_of_cluster(store::Session& session, const triangle::RoundId& id);

access::ConversationInRound in_round(const RoundOfCluster& round, const programme::Conversation& conversation);

// A task as a reader says it, in a language.
std::string task_title(const House& house, const std::string& language, int question_set, const std::string& task);

// As a page says a name; of somebody who was erased, that somebody was there.
std::string name_of(const House& house, const Asking& asking, const std::string& name);

// Names of those who coach the cluster in this round.
std::vector<std::string> coaches_of(store::Session& session, const RoundOfCluster& round);

// Whoever filled the table in, where there are coaches to talk with, and those coaches.
bool may_talk(store::Session& session, const access::Asker& who, const RoundOfCluster& round, const OpenTable& open);

// Those of a round that the asker may read, newest first.
std::vector<ConversationLine> conversation_lines(store::Session& session, const House& house, const Asking& asking,
                                                 const access::Asker& who, const RoundOfCluster& round,
                                                 const std::optional<triangle::AssessmentId>& only = {});

}  // namespace trivium::api

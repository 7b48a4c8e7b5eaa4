// What was asked of the coaches, and what they ask, in a round: each reads what is meant for her.
#pragma once

#include "api/asking.hpp"
#include "api/conversation_lines.hpp"
#include "api/outcome.hpp"

namespace trivium::api {

struct TalkAbout {  // the task a new conversation will be about
  triangle::AssessmentId assessment;
  std::string task;
  std::string task_title;
  std::string manager;
  bool mine;
};
TRIVIUM_SHAPE(TalkAbout, assessment, task, task_title, manager, mine)

struct ConversationsPage {  // GET /rounds/{round}/conversations
  triangle::RoundId round;
  std::string round_title;
  triangle::ClusterId cluster;
  std::string cluster_name;
  std::string city;
  std::optional<triangle::ProgrammeId> programme;  // where something may have been told to all
  std::optional<triangle::AssessmentId> own_table;
  std::vector<ConversationLine> open;
  std::vector<ConversationLine> resolved;
  std::string coaches;  // their names; "" where the cluster has none
  bool may_begin;
  std::optional<TalkAbout> about;
};
TRIVIUM_SHAPE(ConversationsPage, round, round_title, cluster, cluster_name, city, programme, own_table, open, resolved,
              coaches, may_begin, about)

struct AskConversations {
  triangle::RoundId round;
  std::optional<std::string> assessment;  // with task: what a new one will be about
  std::optional<std::string> task;
};
TRIVIUM_SHAPE(AskConversations, round, assessment, task)

struct BeginConversation {  // POST /rounds/{round}/conversations
  triangle::RoundId round;
  std::optional<std::string> assessment;
  std::optional<std::string> task;
  std::optional<programme::Heard> heard;  // the coaches alone where it is not said
  std::optional<std::string> text;
};
TRIVIUM_SHAPE(BeginConversation, round, assessment, task, heard, text)

struct BegunConversation {
  programme::ConversationId conversation;
};
TRIVIUM_SHAPE(BegunConversation, conversation)

struct ShowConversations {
  const House& house;
  Outcome<ConversationsPage> operator()(const AskConversations& given, const Asking& asking) const;
};

struct BeginOneConversation {
  const House& house;
  Outcome<Done<BegunConversation>> operator()(const BeginConversation& given, const Asking& asking) const;
};

}  // namespace trivium::api

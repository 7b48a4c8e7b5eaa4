// Conversations in which somebody else had the last word: a question for whoever coaches, an answer for whoever asked.
#pragma once

#include "api/conversation_lines.hpp"

namespace trivium::api {

// Nothing of what was written: that is read on its own page, which notes who read it.
struct WaitingLine {
  programme::ConversationId conversation;
  std::string city;
  std::string cluster;
  std::string task_title;  // "" in general
  std::string last_by;
  shape::Date last_on;
  bool coaches;  // the reader coaches there
};
TRIVIUM_SHAPE(WaitingLine, conversation, city, cluster, task_title, last_by, last_on, coaches)

// Of conversations that the asker takes part in, as the one talked with or as a coach, the longest waiting first.
// One that a coach answered waits for no other coach.
std::vector<WaitingLine> waiting_for(store::Session& session, const House& house, const Asking& asking,
                                     const access::Asker& who);

}  // namespace trivium::api

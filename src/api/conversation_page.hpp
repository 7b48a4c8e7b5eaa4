// One conversation with the coaches: what was said, in its order; and what of it is told to everybody.
#pragma once

#include "api/asking.hpp"
#include "api/conversation_lines.hpp"
#include "api/outcome.hpp"
#include "api/seen_by.hpp"

namespace trivium::api {

struct RemarkLine {
  std::string name;
  bool mine;
  shape::Instant written_at;
  std::string text;
};
TRIVIUM_SHAPE(RemarkLine, name, mine, written_at, text)

struct TellingAll {  // for coaches: the words everybody in the programme is told
  std::string question;
  std::string answer;
  int revision;  // 0: not told yet
};
TRIVIUM_SHAPE(TellingAll, question, answer, revision)

struct ConversationPage {  // GET /conversations/{conversation}
  programme::ConversationId conversation;
  triangle::RoundId round;
  std::string round_title;
  std::string cluster_name;
  std::string city;
  std::string with;                                  // who talks with the coaches
  bool with_me;                                      // that is the reader
  std::string coaches;                               // with whom the reader talks then, joined; "" nobody yet
  bool began;                                        // the reader asked first: what is written next is no answer
  std::optional<triangle::AssessmentId> assessment;  // the answer it is about, where the reader may read that
  std::string task;
  std::string task_title;
  bool changed_since;  // the answer is another one now
  bool resolved;
  std::vector<RemarkLine> remarks;
  std::optional<triangle::ProgrammeId> programme;
  std::optional<TellingAll> telling;  // only for coaches, and in a programme
  SeenBy seen_by;
};
TRIVIUM_SHAPE(ConversationPage, conversation, round, round_title, cluster_name, city, with, with_me, coaches, began,
              assessment, task, task_title, changed_since, resolved, remarks, programme, telling, seen_by)

struct ConversationAddress {
  programme::ConversationId conversation;
};
TRIVIUM_SHAPE(ConversationAddress, conversation)

enum class ThenConversation { stay, resolve };
TRIVIUM_NAMES(ThenConversation, stay, resolve)

struct AddRemark {  // POST /conversations/{conversation}/remarks
  programme::ConversationId conversation;
  std::optional<std::string> text;
  std::optional<ThenConversation> then;
};
TRIVIUM_SHAPE(AddRemark, conversation, text, then)

enum class ThenTold { tell, take_back };
TRIVIUM_NAMES(ThenTold, tell, take_back)

struct TellAll {  // POST /conversations/{conversation}/tell
  programme::ConversationId conversation;
  std::optional<std::string> question;
  std::optional<std::string> answer;
  int revision;                  // the one this was typed on; 0 the first time
  std::optional<ThenTold> then;  // none: tell
};
TRIVIUM_SHAPE(TellAll, conversation, question, answer, revision, then)

struct ShowConversation {
  const House& house;
  Outcome<ConversationPage> operator()(const ConversationAddress& given, const Asking& asking) const;
};

struct AddOneRemark {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const AddRemark& given, const Asking& asking) const;
};

struct ResolveConversation {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const ConversationAddress& given, const Asking& asking) const;
};

struct ReopenConversation {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const ConversationAddress& given, const Asking& asking) const;
};

struct TellEverybody {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const TellAll& given, const Asking& asking) const;
};

}  // namespace trivium::api

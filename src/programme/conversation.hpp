// What managers ask their coaches, and coaches their managers: on a task of a table, or in general.
//
// Source: reference framework, section 5, step 2, where what stays unclear after the first meeting goes to the coaches.
#pragma once

#include "programme/programme.hpp"

#include <expected>
#include <set>

namespace trivium::programme {

using triangle::AssessmentId;
using triangle::RoundId;
using ConversationId = shape::Id<struct ConversationTag>;
using RemarkId = shape::Id<struct RemarkTag>;

enum class Heard { coaches, colleagues };  // colleagues: managers and coordinators of the cluster, beside the coaches
TRIVIUM_NAMES(Heard, coaches, colleagues)

struct Conversation {
  ConversationId id;
  RoundId round;
  std::optional<AssessmentId> assessment;  // the table it is about; none: in general
  std::string task;                        // of that table; "" in general
  int on_revision;                         // of the answer when it began; 0: there was none
  PersonId with_person;                    // who talks with the coaches
  Heard heard;
  PersonId begun_by;
  shape::Instant begun_at;
  std::optional<shape::Instant> resolved_at;
};
TRIVIUM_SHAPE(Conversation, id, round, assessment, task, on_revision, with_person, heard, begun_by, begun_at,
              resolved_at)

struct Remark {
  RemarkId id;
  ConversationId conversation;
  PersonId written_by;
  shape::Instant written_at;
  std::string text;
};
TRIVIUM_SHAPE(Remark, id, conversation, written_by, written_at, text)

struct SignedRemark {
  PersonId written_by;
  std::string name;
  shape::Instant written_at;
  std::string text;
};
TRIVIUM_SHAPE(SignedRemark, written_by, name, written_at, text)

// With its first remark. The same words by the same person at the same place are one conversation while it is open:
// gives the one there is.
ConversationId begin(store::Session& session, const Conversation& conversation, const std::string& text);
std::optional<Conversation> conversation(store::Session& session, const ConversationId& id);
std::vector<Conversation> conversations_of(store::Session& session, const RoundId& round);  // newest first

// Whoever coaches the cluster in this round, or did.
std::set<PersonId> coaches_of(store::Session& session, const RoundId& round);

// Open ones in which no coach had the last word.
int unanswered_in(store::Session& session, const RoundId& round);

// Opens the conversation again where it was resolved. False where the last words of the same person are the same, and
// nobody has said anything since or it is less than a minute ago: sent twice.
bool add(store::Session& session, const Remark& remark);
std::vector<SignedRemark> remarks_of(store::Session& session, const ConversationId& id);  // in the order written

// Resolved by whoever thinks so, and opened again; twice is once.
void resolve(store::Session& session, const ConversationId& id, const shape::Instant& now);
void reopen(store::Session& session, const ConversationId& id);

struct ToldToAll {
  ConversationId conversation;
  ProgrammeId programme;
  std::string question;
  std::string answer;
  PersonId told_by;
  shape::Instant told_at;
  int revision;
};
TRIVIUM_SHAPE(ToldToAll, conversation, programme, question, answer, told_by, told_at, revision)

// On top of the revision given (0: not told yet); gives the stored one where it is another.
std::expected<void, std::optional<ToldToAll>> tell_all(store::Session& session, const ToldToAll& told);
// False where another revision is told. What is not told is taken back already.
bool take_back(store::Session& session, const ConversationId& id, int revision);
std::optional<ToldToAll> told_of(store::Session& session, const ConversationId& id);
std::vector<ToldToAll> told_in(store::Session& session, const ProgrammeId& programme);  // newest first

}  // namespace trivium::programme

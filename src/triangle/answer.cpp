#include "triangle/answer.hpp"

#include "triangle/answer_version.hpp"

namespace trivium::triangle {
namespace {

// True where the row was still at the revision the text was made on.
bool put(store::Session& session, const Answer& answer) {
  if (answer.revision == 1) {
    return session.run(R"(
        insert into answers (assessment, task, standing, confidence, notes, evidence, facets, language, revision, written_by, written_at)
        values (:assessment, :task, :standing, :confidence, :notes, :evidence, :facets, :language, 1, :written_by, :written_at)
        on conflict (assessment, task) do nothing)",
                       {{"assessment", answer.assessment},
                        {"task", answer.task},
                        {"standing", answer.standing},
                        {"confidence", answer.confidence},
                        {"notes", answer.notes},
                        {"evidence", answer.evidence},
                        {"facets", answer.facets},
                        {"language", answer.language},
                        {"written_by", answer.written_by},
                        {"written_at", answer.written_at}}) == 1;
  }
  return session.run(R"(
      update answers set standing = :standing, confidence = :confidence, notes = :notes, evidence = :evidence, facets = :facets,
             language = :language, revision = :revision, written_by = :written_by, written_at = :written_at
      where assessment = :assessment and task = :task and revision = :made_on)",
                     {{"standing", answer.standing},
                      {"confidence", answer.confidence},
                      {"notes", answer.notes},
                      {"evidence", answer.evidence},
                      {"facets", answer.facets},
                      {"language", answer.language},
                      {"revision", answer.revision},
                      {"written_by", answer.written_by},
                      {"written_at", answer.written_at},
                      {"assessment", answer.assessment},
                      {"task", answer.task},
                      {"made_on", answer.revision - 1}}) == 1;
}

}  // namespace

std::expected<Answer, Stale> save(store::Session& session, Answer given) {
  given.revision += 1;
  auto stored = answer(session, given.assessment, given.task);
  if (stored && same_words(*stored, given)) return std::move(*stored);
  if (!stored && given.revision != 1) return std::unexpected{Stale{}};
  if (!put(session, given)) return std::unexpected{Stale{answer(session, given.assessment, given.task)}};
  session.insert("answer_versions", given);
  return given;
}

std::optional<Answer> answer(store::Session& session, const AssessmentId& assessment, const std::string& task) {
  return session.row<Answer>("select {} from answers where assessment = :assessment and task = :task",
                             {{"assessment", assessment}, {"task", task}});
}

std::vector<Answer> answers_of(store::Session& session, const AssessmentId& assessment) {
  return session.rows<Answer>("select {} from answers where assessment = :assessment", {{"assessment", assessment}});
}

std::vector<Answer> versions_of(store::Session& session, const AssessmentId& assessment, const std::string& task) {
  return session.rows<Answer>(
      "select {} from answer_versions where assessment = :assessment and task = :task order by revision desc",
      {{"assessment", assessment}, {"task", task}});
}

std::optional<Answer> version(store::Session& session, const AssessmentId& assessment, const std::string& task,
                              int revision) {
  return session.row<Answer>(
      "select {} from answer_versions where assessment = :assessment and task = :task and revision = :revision",
      {{"assessment", assessment}, {"task", task}, {"revision", revision}});
}

std::vector<Look> looks_at(store::Session& session, const AssessmentId& assessment) {
  return session.rows<Look>("select {} from looks where assessment = :assessment", {{"assessment", assessment}});
}

void note_look(store::Session& session, const Look& look) {
  session.run(
      R"(
      insert into looks (assessment, task, person, looked_at) values (:assessment, :task, :person, :looked_at)
      on conflict (assessment, task) do nothing)",
      {{"assessment", look.assessment}, {"task", look.task}, {"person", look.person}, {"looked_at", look.looked_at}});
}

bool same_words(const Answer& one, const Answer& other) {
  return one.standing == other.standing && one.confidence == other.confidence && one.notes == other.notes &&
         one.evidence == other.evidence && one.facets == other.facets && one.language == other.language;
}

bool empty(const Answer& answer) {
  return !answer.standing && answer.notes.empty() && answer.evidence.empty() && answer.facets.empty();
}

TaskState state_of(const Answer* answer) {
  if (answer != nullptr && answer->standing) {
    switch (*answer->standing) {
      case Standing::answered: return TaskState::answered;
      case Standing::not_known_yet: return TaskState::not_known_yet;
      case Standing::does_not_apply: return TaskState::does_not_apply;
      case Standing::rather_not_say: return TaskState::rather_not_say;
    }
  }
  if (answer != nullptr && !empty(*answer)) return TaskState::in_progress;
  return TaskState::not_started;
}

}  // namespace trivium::triangle

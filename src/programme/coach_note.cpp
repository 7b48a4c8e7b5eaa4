#include "programme/coach_note.hpp"

namespace trivium::programme {
namespace {

// True where the row was still at the revision this was made on.
bool put(store::Session& session, const CoachNote& given) {
  if (given.revision == 1) {
    return session.run(R"(
        insert into coach_notes (assessment, task, text, revision, written_by, written_at)
        values (:assessment, :task, :text, 1, :written_by, :written_at) on conflict (assessment, task) do nothing)",
                       {{"assessment", given.assessment},
                        {"task", given.task},
                        {"text", given.text},
                        {"written_by", given.written_by},
                        {"written_at", given.written_at}}) == 1;
  }
  return session.run(R"(
      update coach_notes set text = :text, revision = :revision, written_by = :written_by, written_at = :written_at
      where assessment = :assessment and task = :task and revision = :made_on)",
                     {{"assessment", given.assessment},
                      {"task", given.task},
                      {"text", given.text},
                      {"revision", given.revision},
                      {"written_by", given.written_by},
                      {"written_at", given.written_at},
                      {"made_on", given.revision - 1}}) == 1;
}

}  // namespace

std::expected<CoachNote, std::optional<CoachNote>> note(store::Session& session, CoachNote given) {
  auto stored = note_on(session, given.assessment, given.task);
  if (stored && stored->text == given.text) return *std::move(stored);
  if (!stored && given.text.empty() && given.revision == 0) return given;
  if ((stored ? stored->revision : 0) != given.revision) return std::unexpected{std::move(stored)};
  given.revision += 1;
  // On PostgreSQL another connection may have written since the row was looked at.
  if (!put(session, given)) return std::unexpected{note_on(session, given.assessment, given.task)};
  return given;
}

std::optional<CoachNote> note_on(store::Session& session, const AssessmentId& assessment, const std::string& task) {
  return session.row<CoachNote>("select {} from coach_notes where assessment = :assessment and task = :task",
                                {{"assessment", assessment}, {"task", task}});
}

std::vector<CoachNote> notes_on(store::Session& session, const AssessmentId& assessment) {
  return session.rows<CoachNote>(
      "select {} from coach_notes where assessment = :assessment and text <> '' order by task",
      {{"assessment", assessment}});
}

}  // namespace trivium::programme

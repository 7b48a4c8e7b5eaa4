#include "triangle/closing.hpp"

namespace trivium::triangle {
namespace {

bool same_words(const Closing& one, const Closing& other) {
  return one.issues == other.issues && one.solutions == other.solutions && one.lessons == other.lessons &&
         one.language == other.language;
}

// True where the row was still at the revision the text was made on.
bool put(store::Session& session, const Closing& given) {
  const std::vector<store::Param> values{{"assessment", given.assessment}, {"issues", given.issues},
                                         {"solutions", given.solutions},   {"lessons", given.lessons},
                                         {"language", given.language},     {"revision", given.revision},
                                         {"written_at", given.written_at}, {"made_on", given.revision - 1}};
  if (given.revision == 1) {
    const std::vector<store::Param> first{values.begin(), values.end() - 1};
    return session.run(R"(
        insert into closings (assessment, issues, solutions, lessons, language, revision, written_at)
        values (:assessment, :issues, :solutions, :lessons, :language, :revision, :written_at)
        on conflict (assessment) do nothing)",
                       first) == 1;
  }
  return session.run(R"(
      update closings set issues = :issues, solutions = :solutions, lessons = :lessons, language = :language,
             revision = :revision, written_at = :written_at
      where assessment = :assessment and revision = :made_on)",
                     values) == 1;
}

}  // namespace

std::expected<Closing, StaleClosing> save(store::Session& session, Closing given) {
  auto stored = closing(session, given.assessment);
  if (stored && same_words(*stored, given)) return std::move(*stored);
  if ((stored ? stored->revision : 0) != given.revision) return std::unexpected{StaleClosing{std::move(stored)}};
  given.revision += 1;
  // On PostgreSQL another connection may have written since the row was looked at.
  if (!put(session, given)) return std::unexpected{StaleClosing{closing(session, given.assessment)}};
  if (stored) given.handed_in_at = stored->handed_in_at;
  return given;
}

std::optional<Closing> closing(store::Session& session, const AssessmentId& assessment) {
  return session.row<Closing>("select {} from closings where assessment = :assessment", {{"assessment", assessment}});
}

void hand_in(store::Session& session, const AssessmentId& assessment, const shape::Instant& now) {
  session.run("update closings set handed_in_at = :now where assessment = :assessment and handed_in_at is null",
              {{"now", now}, {"assessment", assessment}});
}

}  // namespace trivium::triangle

#include "triangle/translation.hpp"

namespace trivium::triangle {
namespace {

// True where the row was still at the revision the text was made on.
bool put(store::Session& session, const Translation& given) {
  if (given.revision == 1) {
    return session.run(R"(
        insert into translations (id, assessment, told_case, title, same, different, would_have_to_be_true, language, revision,
                                  written_by, written_at)
        values (:id, :assessment, :told_case, :title, :same, :different, :would_have_to_be_true, :language, 1, :written_by,
                :written_at)
        on conflict (assessment, told_case) do nothing)",
                       {{"id", given.id},
                        {"assessment", given.assessment},
                        {"told_case", given.told_case},
                        {"title", given.title},
                        {"same", given.same},
                        {"different", given.different},
                        {"would_have_to_be_true", given.would_have_to_be_true},
                        {"language", given.language},
                        {"written_by", given.written_by},
                        {"written_at", given.written_at}}) == 1;
  }
  return session.run(R"(
      update translations set title = :title, same = :same, different = :different, would_have_to_be_true = :would_have_to_be_true,
             language = :language, revision = :revision, written_by = :written_by, written_at = :written_at
      where assessment = :assessment and told_case = :told_case and revision = :made_on)",
                     {{"title", given.title},
                      {"same", given.same},
                      {"different", given.different},
                      {"would_have_to_be_true", given.would_have_to_be_true},
                      {"language", given.language},
                      {"revision", given.revision},
                      {"written_by", given.written_by},
                      {"written_at", given.written_at},
                      {"assessment", given.assessment},
                      {"told_case", given.told_case},
                      {"made_on", given.revision - 1}}) == 1;
}

bool put(store::Session& session, const TranslationOutcome& given) {
  if (given.revision == 1) {
    return session.run(R"(
        insert into translation_outcomes (translation, assessment, outcome, what_happened, language, revision, written_by, written_at)
        values (:translation, :assessment, :outcome, :what_happened, :language, 1, :written_by, :written_at)
        on conflict (translation, assessment) do nothing)",
                       {{"translation", given.translation},
                        {"assessment", given.assessment},
                        {"outcome", given.outcome},
                        {"what_happened", given.what_happened},
                        {"language", given.language},
                        {"written_by", given.written_by},
                        {"written_at", given.written_at}}) == 1;
  }
  return session.run(R"(
      update translation_outcomes set outcome = :outcome, what_happened = :what_happened, language = :language,
             revision = :revision, written_by = :written_by, written_at = :written_at
      where translation = :translation and assessment = :assessment and revision = :made_on)",
                     {{"outcome", given.outcome},
                      {"what_happened", given.what_happened},
                      {"language", given.language},
                      {"revision", given.revision},
                      {"written_by", given.written_by},
                      {"written_at", given.written_at},
                      {"translation", given.translation},
                      {"assessment", given.assessment},
                      {"made_on", given.revision - 1}}) == 1;
}

std::optional<TranslationOutcome> outcome(store::Session& session, const TranslationId& translation,
                                          const AssessmentId& assessment) {
  return session.row<TranslationOutcome>(
      "select {} from translation_outcomes where translation = :translation and assessment = :assessment",
      {{"translation", translation}, {"assessment", assessment}});
}

}  // namespace

std::expected<Translation, StaleTranslation> save(store::Session& session, Translation given) {
  given.revision += 1;
  auto stored = translation(session, given.assessment, given.told_case);
  if (stored && same_words(*stored, given)) return std::move(*stored);
  if (!stored && given.revision != 1) return std::unexpected{StaleTranslation{}};
  given.id = stored ? stored->id : TranslationId::fresh();
  if (!put(session, given))
    return std::unexpected{StaleTranslation{translation(session, given.assessment, given.told_case)}};
  return given;
}

bool same_words(const Translation& one, const Translation& other) {
  return one.same == other.same && one.different == other.different &&
         one.would_have_to_be_true == other.would_have_to_be_true && one.language == other.language;
}

std::optional<Translation> translation(store::Session& session, const AssessmentId& assessment,
                                       const std::string& told_case) {
  return session.row<Translation>(
      "select {} from translations where assessment = :assessment and told_case = :told_case",
      {{"assessment", assessment}, {"told_case", told_case}});
}

std::optional<Translation> translation(store::Session& session, const TranslationId& id) {
  return session.row<Translation>("select {} from translations where id = :id", {{"id", id}});
}

std::vector<Translation> translations_of(store::Session& session, const AssessmentId& assessment) {
  return session.rows<Translation>(
      "select {} from translations where assessment = :assessment order by written_at, told_case",
      {{"assessment", assessment}});
}

std::expected<TranslationOutcome, StaleOutcome> save(store::Session& session, TranslationOutcome given) {
  given.revision += 1;
  auto stored = outcome(session, given.translation, given.assessment);
  if (stored && same_words(*stored, given)) return std::move(*stored);
  if (!stored && given.revision != 1) return std::unexpected{StaleOutcome{}};
  if (!put(session, given)) return std::unexpected{StaleOutcome{outcome(session, given.translation, given.assessment)}};
  return given;
}

bool same_words(const TranslationOutcome& one, const TranslationOutcome& other) {
  return one.outcome == other.outcome && one.what_happened == other.what_happened && one.language == other.language;
}

std::vector<TranslationOutcome> outcomes_of(store::Session& session, const TranslationId& translation) {
  return session.rows<TranslationOutcome>(
      "select {} from translation_outcomes where translation = :translation order by written_at, assessment",
      {{"translation", translation}});
}

std::vector<TranslationOutcome> outcomes_in(store::Session& session, const AssessmentId& assessment) {
  return session.rows<TranslationOutcome>(
      "select {} from translation_outcomes where assessment = :assessment order by translation",
      {{"assessment", assessment}});
}

std::vector<AssessmentInRound> earlier_tables(store::Session& session, const AssessmentInRound& table) {
  std::vector<AssessmentInRound> found;
  for (auto one = before(session, table); one; one = before(session, *one)) found.push_back(*one);
  return found;
}

}  // namespace trivium::triangle

#include "triangle/reason.hpp"

namespace trivium::triangle {

std::vector<Reason> reasons_of(store::Session& session, const AssessmentId& assessment) {
  return session.rows<Reason>("select {} from reasons where assessment = :assessment order by task",
                              {{"assessment", assessment}});
}

bool save(store::Session& session, const Reason& given) {
  if (given.because.empty()) {
    const bool gone =
        session.run("delete from reasons where assessment = :assessment and task = :task and revision = :revision",
                    {{"assessment", given.assessment}, {"task", given.task}, {"revision", given.revision}}) == 1;
    return gone || given.revision == 0;
  }
  if (given.revision == 0) {
    return session.run(R"(
        insert into reasons (id, assessment, task, because, revision, written_by, written_at)
        values (:id, :assessment, :task, :because, 1, :written_by, :written_at)
        on conflict (assessment, task) do nothing)",
                       {{"id", given.id},
                        {"assessment", given.assessment},
                        {"task", given.task},
                        {"because", given.because},
                        {"written_by", given.written_by},
                        {"written_at", given.written_at}}) == 1;
  }
  return session.run(R"(
      update reasons set because = :because, revision = revision + 1, written_by = :written_by, written_at = :written_at
      where assessment = :assessment and task = :task and revision = :revision)",
                     {{"assessment", given.assessment},
                      {"task", given.task},
                      {"revision", given.revision},
                      {"because", given.because},
                      {"written_by", given.written_by},
                      {"written_at", given.written_at}}) == 1;
}

}  // namespace trivium::triangle

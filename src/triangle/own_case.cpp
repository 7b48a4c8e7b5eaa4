#include "triangle/own_case.hpp"

namespace trivium::triangle {
namespace {

bool same_words(const OwnCase& one, const OwnCase& other) {
  return one.kind == other.kind && one.title == other.title && one.place == other.place &&
         one.cluster_name == other.cluster_name && one.situation == other.situation &&
         one.what_was_done == other.what_was_done && one.what_it_took == other.what_it_took &&
         one.what_to_watch == other.what_to_watch && one.question == other.question && one.stages == other.stages &&
         one.mechanisms == other.mechanisms && one.tasks == other.tasks && one.language == other.language;
}

}  // namespace

void add(store::Session& session, const OwnCase& told) { session.insert("own_cases", told); }

std::expected<OwnCase, StaleCase> change(store::Session& session, OwnCase told) {
  auto stored = own_case(session, told.cluster, told.id);
  if (!stored) return std::unexpected{StaleCase{}};
  if (same_words(*stored, told)) return std::move(*stored);
  if (stored->revision != told.revision) return std::unexpected{StaleCase{std::move(stored)}};
  told.revision += 1;
  const auto written = session.run(
      R"(
      update own_cases set kind = :kind, title = :title, place = :place, cluster_name = :cluster_name, situation = :situation,
             what_was_done = :what_was_done, what_it_took = :what_it_took, what_to_watch = :what_to_watch, question = :question,
             stages = :stages, mechanisms = :mechanisms, tasks = :tasks, language = :language, revision = :revision,
             written_at = :written_at
      where id = :id and revision = :made_on)",
      {{"kind", told.kind},
       {"title", told.title},
       {"place", told.place},
       {"cluster_name", told.cluster_name},
       {"situation", told.situation},
       {"what_was_done", told.what_was_done},
       {"what_it_took", told.what_it_took},
       {"what_to_watch", told.what_to_watch},
       {"question", told.question},
       {"stages", told.stages},
       {"mechanisms", told.mechanisms},
       {"tasks", told.tasks},
       {"language", told.language},
       {"revision", told.revision},
       {"written_at", told.written_at},
       {"id", told.id},
       {"made_on", told.revision - 1}});
  // On PostgreSQL another connection may have written since the row was looked at.
  if (written != 1) return std::unexpected{StaleCase{own_case(session, told.cluster, told.id)}};
  return told;
}

void remove(store::Session& session, const OwnCaseId& id) {
  session.run("delete from own_cases where id = :id", {{"id", id}});
}

std::optional<OwnCase> own_case(store::Session& session, const ClusterId& cluster, const OwnCaseId& id) {
  return session.row<OwnCase>("select {} from own_cases where id = :id and cluster = :cluster",
                              {{"id", id}, {"cluster", cluster}});
}

std::vector<OwnCase> own_cases_of(store::Session& session, const ClusterId& cluster) {
  return session.rows<OwnCase>("select {} from own_cases where cluster = :cluster order by id", {{"cluster", cluster}});
}

}  // namespace trivium::triangle

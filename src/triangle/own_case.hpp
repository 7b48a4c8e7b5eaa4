// A case that people of a cluster tell themselves: a practice, a path, or something that failed. It belongs to the
// cluster and is read by those who hold a role there; whoever wrote it changes it or takes it out.
//
// It lies here and not in library/, which is content and knows no store: an own case is a record with a writer, a
// cluster and a revision like an answer.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

#include <expected>

namespace trivium::triangle {

using OwnCaseId = shape::Id<struct OwnCaseTag>;

enum class CaseKind { practice, path, failure };
TRIVIUM_NAMES(CaseKind, practice, path, failure)

struct OwnCase {
  OwnCaseId id;
  ClusterId cluster;
  CaseKind kind;
  std::string title;
  std::string place;
  std::string cluster_name;
  std::string situation;
  std::string what_was_done;
  std::string what_it_took;
  std::string what_to_watch;
  std::string question;
  std::vector<std::string> stages;
  std::vector<std::string> mechanisms;
  std::vector<std::string> tasks;
  std::string language;
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(OwnCase, id, cluster, kind, title, place, cluster_name, situation, what_was_done, what_it_took,
              what_to_watch, question, stages, mechanisms, tasks, language, revision, written_by, written_at)

struct StaleCase {
  std::optional<OwnCase> stored;  // none: it was taken out
};

void add(store::Session& session, const OwnCase& told);
// Writes on top of told.revision, or gives what is stored; the same words twice are one change.
std::expected<OwnCase, StaleCase> change(store::Session& session, OwnCase told);
void remove(store::Session& session, const OwnCaseId& id);

std::optional<OwnCase> own_case(store::Session& session, const ClusterId& cluster, const OwnCaseId& id);
std::vector<OwnCase> own_cases_of(store::Session& session,
                                  const ClusterId& cluster);  // as they were told, oldest first

}  // namespace trivium::triangle

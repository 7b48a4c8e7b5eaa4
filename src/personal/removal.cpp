#include "personal/removal.hpp"

#include <string>

namespace trivium::personal {
namespace {

// tables: which, as SQL with one parameter.
std::int64_t remove_tables(store::Session& session, const std::string& tables, const store::Param& of) {
  session.run("delete from translation_outcomes where assessment in " + tables +
                  " or translation in (select id from translations where assessment in " + tables + ")",
              {of});
  for (const std::string beside :
       {"coach_notes", "closings", "translations", "reasons", "links", "answer_versions", "answers", "looks"})
    session.run("delete from " + beside + " where assessment in " + tables, {of});
  session.run("update conversations set assessment = null, task = '', on_revision = 0 where assessment in " + tables,
              {of});
  return session.run("delete from assessments where id in " + tables, {of});
}

}  // namespace

void remove_tables_of(store::Session& session, const access::PersonId& person) {
  remove_tables(session, "(select id from assessments where person = :person)", {"person", person});
}

std::int64_t remove_tables_of(store::Session& session, const triangle::ProgrammeId& programme) {
  const store::Param of{"programme", programme};
  const std::string rounds = "(select id from rounds where programme = :programme)";
  const std::string talks = "(select id from conversations where round in " + rounds + ")";
  const auto gone = remove_tables(session, "(select id from assessments where round in " + rounds + ")", of);
  session.run("delete from told_to_all where conversation in " + talks, {of});
  session.run("delete from remarks where conversation in " + talks, {of});
  session.run("delete from conversations where round in " + rounds, {of});
  session.run("delete from visits where round in " + rounds, {of});
  return gone;
}

}  // namespace trivium::personal

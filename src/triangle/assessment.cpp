#include "triangle/assessment.hpp"

namespace trivium::triangle {
namespace {

constexpr std::string_view kInRound = R"(
    select {} from (
      select assessments.id as id, assessments.round as round, rounds.cluster as cluster, assessments.person as person,
             people.name as manager, cities.id as city_id, cities.name as city, clusters.name as cluster_name,
             rounds.title as round_title,
             rounds.question_set as question_set, rounds.opened_on as opened_on, rounds.send_by as send_by,
             clusters.illustration as illustration, assessments.started_from as started_from,
             assessments.last_task as last_task, assessments.sent_at as sent_at, rounds.programme as programme,
             programmes.network as network, assessments.open_to_city_at as open_to_city_at,
             assessments.compared_at as compared_at
      from assessments
      join rounds on rounds.id = assessments.round
      join clusters on clusters.id = rounds.cluster
      join cities on cities.id = clusters.city
      left join programmes on programmes.id = rounds.programme
      join people on people.id = assessments.person) found )";

std::string in_round(std::string_view rest) { return std::string{kInRound} + std::string{rest}; }

}  // namespace

void add(store::Session& session, const Assessment& assessment) { session.insert("assessments", assessment); }

std::optional<AssessmentInRound> assessment(store::Session& session, const AssessmentId& id) {
  static const std::string sql = in_round("where id = :id");
  return session.row<AssessmentInRound>(sql, {{"id", id}});
}

std::optional<AssessmentInRound> assessment(store::Session& session, const RoundId& round, const PersonId& person) {
  static const std::string sql = in_round("where round = :round and person = :person");
  return session.row<AssessmentInRound>(sql, {{"round", round}, {"person", person}});
}

std::vector<AssessmentInRound> assessments_of(store::Session& session, const PersonId& person) {
  static const std::string sql = in_round("where person = :person order by opened_on desc, id desc");
  return session.rows<AssessmentInRound>(sql, {{"person", person}});
}

std::vector<AssessmentInRound> assessments_in(store::Session& session, const ClusterId& cluster) {
  static const std::string sql = in_round("where cluster = :cluster order by opened_on desc, manager, id");
  return session.rows<AssessmentInRound>(sql, {{"cluster", cluster}});
}

std::vector<AssessmentInRound> opened_to_city(store::Session& session, const ProgrammeId& programme,
                                              const CityId& city) {
  static const std::string sql = in_round(
      "where programme = :programme and city_id = :city and sent_at is not null and open_to_city_at is not null "
      "order by opened_on desc, manager, id");
  return session.rows<AssessmentInRound>(sql, {{"programme", programme}, {"city", city}});
}

std::optional<AssessmentInRound> before(store::Session& session, const AssessmentInRound& assessment) {
  static const std::string sql = in_round(
      "where cluster = :cluster and person = :person and (opened_on < :opened_on or (opened_on = :opened_on and round "
      "< :round)) "
      "order by opened_on desc, round desc limit 1");
  return session.row<AssessmentInRound>(sql, {{"cluster", assessment.cluster},
                                              {"person", assessment.person},
                                              {"opened_on", assessment.opened_on},
                                              {"round", assessment.round}});
}

void note_place(store::Session& session, const AssessmentId& id, const std::string& task) {
  session.run("update assessments set last_task = :task where id = :id", {{"task", task}, {"id", id}});
}

shape::Instant send(store::Session& session, const AssessmentId& id, const shape::Instant& now) {
  session.run("update assessments set sent_at = :now where id = :id and sent_at is null", {{"now", now}, {"id", id}});
  const auto sent = assessment(session, id);
  return sent && sent->sent_at ? *sent->sent_at : now;
}

void share(store::Session& session, const AssessmentId& id, bool with_city, bool compared, const shape::Instant& now) {
  session.run(R"(update assessments set
                   open_to_city_at = case when :with_city = 1 then coalesce(open_to_city_at, :now) end,
                   compared_at = case when :compared = 1 then coalesce(compared_at, :now) end
                 where id = :id)",
              {{"with_city", with_city ? 1 : 0}, {"compared", compared ? 1 : 0}, {"now", now}, {"id", id}});
}

std::vector<AssessmentInRound> compared_in(store::Session& session, const ProgrammeId& programme) {
  static const std::string sql = in_round(
      "where programme = :programme and sent_at is not null and compared_at is not null order by compared_at, id");
  return session.rows<AssessmentInRound>(sql, {{"programme", programme}});
}

AssessmentState state_of(const AssessmentInRound& assessment) {
  return assessment.sent_at ? AssessmentState::sent : AssessmentState::in_progress;
}

}  // namespace trivium::triangle

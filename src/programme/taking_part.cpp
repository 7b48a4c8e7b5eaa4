#include "programme/taking_part.hpp"

#include <algorithm>
#include <set>

namespace trivium::programme {
namespace {

struct Email {
  std::string email;
};
TRIVIUM_SHAPE(Email, email)

std::set<std::string> emails(const std::vector<Email>& found) {
  std::set<std::string> all;
  for (const auto& one : found) all.insert(one.email);
  return all;
}

CityId city_of(store::Session& session, const ClusterId& cluster) {
  return session.row<triangle::Cluster>("select {} from clusters where id = :id", {{"id", cluster}}).value().city;
}

std::vector<Programme> programmes_still_on(store::Session& session, const ClusterId& cluster,
                                           const shape::Date& today) {
  return session.rows<Programme>(R"(
      select {} from programmes
      where id in (select programme from rounds where cluster = :cluster and programme is not null)
        and id in (select programme from programme_steps group by programme having max(due_on) >= :today)
      order by opened_on, id)",
                                 {{"cluster", cluster}, {"today", today}});
}

constexpr std::string_view kClustersThere =
    "(select rounds.cluster from rounds join clusters on clusters.id = rounds.cluster "
    "where rounds.programme = :programme and clusters.city = :city)";

std::set<std::string> managers_there(store::Session& session, const ProgrammeId& programme, const CityId& city,
                                     const std::optional<std::string>& instead_of) {
  return emails(session.rows<Email>(
      "select distinct {} from people join roles on roles.person = people.id where roles.role = 'manager' and "
      "roles.until is null and roles.id <> :instead_of and roles.cluster in " +
          std::string{kClustersThere},
      {{"instead_of", instead_of.value_or("")}, {"programme", programme}, {"city", city}}));
}

std::set<std::string> managers_invited(store::Session& session, const ProgrammeId& programme, const CityId& city,
                                       const shape::Instant& now) {
  return emails(session.rows<Email>(
      "select distinct {} from invitations where role = 'manager' and expires_at > :now and accepted_at is null "
      "and withdrawn_at is null and instead_of is null and cluster in " +
          std::string{kClustersThere},
      {{"now", now}, {"programme", programme}, {"city", city}}));
}

}  // namespace

bool take_in(store::Session& session, const Programme& programme, const ClusterId& cluster, int question_set,
             const shape::Instant& now) {
  if (session.number("select count(*) from rounds where programme = :programme and cluster = :cluster",
                     {{"programme", programme.id}, {"cluster", cluster}}) > 0)
    return false;
  add_city(session, programme.network, city_of(session, cluster), now);
  const auto steps = steps_of(session, programme.id);
  const auto& filling_in = steps.at(kFillingIn - 1);
  triangle::add(session, triangle::Round{.id = triangle::RoundId::fresh(),
                                         .cluster = cluster,
                                         .title = programme.title,
                                         .question_set = question_set,
                                         .opened_on = shape::date_of(now),
                                         .send_by = last_day(filling_in.due, filling_in.due_on),
                                         .programme = programme.id});
  return true;
}

std::vector<ClusterTakingPart> clusters_in(store::Session& session, const ProgrammeId& programme) {
  return session.rows<ClusterTakingPart>(R"(
      select {} from (
        select clusters.id as cluster, clusters.name as name, clusters.city as city, rounds.id as round
        from rounds join clusters on clusters.id = rounds.cluster where rounds.programme = :programme) found
      order by name, cluster)",
                                         {{"programme", programme}});
}

std::vector<ManagerTakingPart> managers_in(store::Session& session, const ProgrammeId& programme) {
  return session.rows<ManagerTakingPart>(R"(
      select {} from (
        select roles.person as person, people.name as name, people.email as email, clusters.id as cluster,
               clusters.city as city, assessments.id as assessment, assessments.sent_at as sent_at,
               closings.handed_in_at as handed_in_at
        from rounds join clusters on clusters.id = rounds.cluster
        join roles on roles.cluster = clusters.id and roles.role = 'manager' and roles.until is null
        join people on people.id = roles.person
        left join assessments on assessments.round = rounds.id and assessments.person = roles.person
        left join closings on closings.assessment = assessments.id
        where rounds.programme = :programme) found
      order by name, person, cluster)",
                                         {{"programme", programme}});
}

RoomInCity room_in(store::Session& session, const Programme& programme, const CityId& city, const shape::Instant& now) {
  auto all = managers_there(session, programme.id, city, {});
  const auto here = static_cast<int>(all.size());
  all.merge(managers_invited(session, programme.id, city, now));
  const auto with_invited = static_cast<int>(all.size());
  return {.here = here, .invited = with_invited - here, .room = std::max(0, programme.most_managers - with_invited)};
}

std::optional<Programme> full_for(store::Session& session, const ClusterId& cluster, const std::string& email,
                                  bool with_invited, const std::optional<std::string>& instead_of,
                                  const shape::Instant& now) {
  const auto city = city_of(session, cluster);
  for (auto& programme : programmes_still_on(session, cluster, shape::date_of(now))) {
    // A write that changes nothing: on PostgreSQL it keeps others from counting at the same time.
    session.run("update programmes set most_managers = most_managers where id = :id", {{"id", programme.id}});
    auto there = managers_there(session, programme.id, city, instead_of);
    if (with_invited) there.merge(managers_invited(session, programme.id, city, now));
    there.insert(email);
    if (there.size() > static_cast<std::size_t>(programme.most_managers)) return std::move(programme);
  }
  return std::nullopt;
}

}  // namespace trivium::programme

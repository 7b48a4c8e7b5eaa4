#include "access/person.hpp"

#include "shape/text.hpp"

#include <algorithm>

namespace trivium::access {
namespace {

// where: a condition on roles that names :place.
std::vector<RoleEnded> ended_where(store::Session& session, const std::string& where, const std::string& place) {
  return session.rows<RoleEnded>(R"(
      select {} from (
        select people.name as name, roles.role as role, roles.since as since, roles.until as until, roles.id as id
        from roles join people on people.id = roles.person
        where roles.until is not null and )" +
                                     where + R"() ended
      order by until desc, id)",
                                 {{"place", place}});
}

}  // namespace

void add(store::Session& session, const Person& person) { session.insert("people", person); }

std::optional<Person> person(store::Session& session, const PersonId& id) {
  return session.row<Person>("select {} from people where id = :id", {{"id", id}});
}

std::optional<Person> person_with_email(store::Session& session, const std::string& email) {
  return session.row<Person>("select {} from people where email = :email", {{"email", email}});
}

std::vector<Person> illustrated_people(store::Session& session) {
  return session.rows<Person>(R"(
      select {} from people where illustration = 1
      order by case when id in (select person from roles where role = 'manager') then 0 else 1 end, name)");
}

bool anybody_hosts(store::Session& session) {
  return session.number("select count(*) from people where hosts = 1") > 0;
}

void give_role(store::Session& session, const RoleHeld& role) { session.insert("roles", role); }

std::vector<RoleHeld> roles_of(store::Session& session, const PersonId& person) {
  return session.rows<RoleHeld>("select {} from roles where person = :person and until is null order by since, id",
                                {{"person", person}});
}

std::vector<RoleHeld> reach_of(store::Session& session, const PersonId& person) {
  return session.rows<RoleHeld>(R"(
      select distinct {} from (
        select roles.id as id, roles.person as person, roles.role as role, clusters.id as cluster,
               roles.network as network, roles.city as city, roles.since as since, roles.until as until
        from roles join programmes on programmes.network = roles.network
        join rounds on rounds.programme = programmes.id
        join clusters on clusters.id = rounds.cluster and (roles.city is null or roles.city = clusters.city)
        where roles.person = :person and roles.until is null and roles.role <> 'observer') reached
      order by since, id, cluster)",
                                {{"person", person}});
}

std::optional<RoleHeld> role(store::Session& session, const RoleId& id) {
  return session.row<RoleHeld>("select {} from roles where id = :id", {{"id", id}});
}

bool end_role(store::Session& session, const RoleId& id, const shape::Instant& now) {
  return session.run("update roles set until = :now where id = :id and until is null", {{"now", now}, {"id", id}}) == 1;
}

std::vector<PersonInCluster> people_of(store::Session& session, const ClusterId& cluster) {
  return session.rows<PersonInCluster>(R"(
      select {} from (
        select roles.id as id, roles.person as person, people.name as name, roles.role as role,
               roles.network as network
        from roles join people on people.id = roles.person where roles.until is null and roles.cluster = :cluster
        union
        select roles.id, roles.person, people.name, roles.role, roles.network
        from roles join people on people.id = roles.person
        join programmes on programmes.network = roles.network
        join rounds on rounds.programme = programmes.id
        join clusters on clusters.id = rounds.cluster and clusters.city = roles.city
        where roles.until is null and clusters.id = :cluster) held
      order by role, name, person)",
                                       {{"cluster", cluster}});
}

std::vector<PersonInNetwork> people_of(store::Session& session, const NetworkId& network) {
  return session.rows<PersonInNetwork>(R"(
      select {} from (
        select roles.id as id, roles.person as person, people.name as name, people.email as email, roles.role as role,
               roles.city as city
        from roles join people on people.id = roles.person where roles.until is null and roles.network = :network) held
      order by role, name, person)",
                                       {{"network", network}});
}

std::vector<RoleEnded> ended_roles(store::Session& session, const ClusterId& cluster) {
  return ended_where(session, "roles.cluster = :place", cluster.text);
}

std::vector<RoleEnded> ended_roles(store::Session& session, const NetworkId& network) {
  return ended_where(session, "roles.network = :place", network.text);
}

std::optional<std::string> email_address(std::string_view typed) {
  std::string email = shape::trimmed(typed);
  std::ranges::transform(email, email.begin(), [](unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
  });
  const auto at = email.find('@');
  const bool shaped = at != std::string::npos && at > 0 && email.find('@', at + 1) == std::string::npos &&
                      email.find('.', at) != std::string::npos && email.back() != '.' && email.size() <= 254;
  if (!shaped || email.find_first_of(" \t\r\n<>\"(),;:\\") != std::string::npos) return std::nullopt;
  return email;
}

}  // namespace trivium::access

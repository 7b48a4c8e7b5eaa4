// People, and what they are to a cluster.
#pragma once

#include "access/role.hpp"
#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

namespace trivium::access {

using triangle::ClusterId;
using triangle::PersonId;
using RoleId = shape::Id<struct RoleTag>;

struct Person {
  PersonId id;
  std::string name;
  std::string email;
  std::optional<std::string> password;  // argon2id; none for the invented people of the sample city
  std::string language;
  bool hosts;  // set the installation up: invites, adds clusters; reads nobody's table
  bool illustration;
  shape::Instant created_at;
};
TRIVIUM_SHAPE(Person, id, name, email, password, language, hosts, illustration, created_at)

struct RoleHeld {
  RoleId id;
  PersonId person;
  ClusterId cluster;
  Role role;
  shape::Instant since;
  std::optional<shape::Instant> until;
};
TRIVIUM_SHAPE(RoleHeld, id, person, cluster, role, since, until)

struct PersonInCluster {
  PersonId person;
  std::string name;
  Role role;
};
TRIVIUM_SHAPE(PersonInCluster, person, name, role)

void add(store::Session& session, const Person& person);
std::optional<Person> person(store::Session& session, const PersonId& id);
std::optional<Person> person_with_email(store::Session& session, const std::string& email);
std::vector<Person> illustrated_people(store::Session& session);
bool anybody_hosts(store::Session& session);

void give_role(store::Session& session, const RoleHeld& role);
std::vector<RoleHeld> roles_of(store::Session& session, const PersonId& person);  // those held today
std::vector<PersonInCluster> people_of(store::Session& session, const ClusterId& cluster);

// Lower case, without blanks around; nothing where it cannot be an address.
std::optional<std::string> email_address(std::string_view typed);

}  // namespace trivium::access

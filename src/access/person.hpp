// People, and what they are to a cluster, a city of a network, a network.
#pragma once

#include "access/role.hpp"
#include "programme/network.hpp"
#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

namespace trivium::access {

using triangle::CityId;
using triangle::ClusterId;
using triangle::NetworkId;
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

// Either a cluster or a network is named; with a network, coach and coordinator name a city of it too.
struct RoleHeld {
  RoleId id;
  PersonId person;
  Role role;
  std::optional<ClusterId> cluster{};
  std::optional<NetworkId> network{};
  std::optional<CityId> city{};
  shape::Instant since{};
  std::optional<shape::Instant> until{};
};
TRIVIUM_SHAPE(RoleHeld, id, person, role, cluster, network, city, since, until)

struct PersonInCluster {
  RoleId id;
  PersonId person;
  std::string name;
  Role role;
  std::optional<NetworkId> network;  // through which the role reaches the cluster
};
TRIVIUM_SHAPE(PersonInCluster, id, person, name, role, network)

struct RoleEnded {
  std::string name;
  Role role;
  shape::Instant since;
  shape::Instant until;
};
TRIVIUM_SHAPE(RoleEnded, name, role, since, until)

struct PersonInNetwork {
  RoleId id;
  PersonId person;
  std::string name;
  std::string email;
  Role role;
  std::optional<CityId> city;
};
TRIVIUM_SHAPE(PersonInNetwork, id, person, name, email, role, city)

void add(store::Session& session, const Person& person);
std::optional<Person> person(store::Session& session, const PersonId& id);
std::optional<Person> person_with_email(store::Session& session, const std::string& email);
std::vector<Person> illustrated_people(store::Session& session);  // managers first, by name
bool anybody_hosts(store::Session& session);

void give_role(store::Session& session, const RoleHeld& role);
// Those held today.
std::vector<RoleHeld> roles_of(store::Session& session, const PersonId& person);
// The same as they reach clusters: a coach of a network's city is one of each cluster there that takes part, a lead one
// of each cluster of the network. Both cluster and network are named then.
std::vector<RoleHeld> reach_of(store::Session& session, const PersonId& person);
std::optional<RoleHeld> role(store::Session& session, const RoleId& id);
bool end_role(store::Session& session, const RoleId& id, const shape::Instant& now);  // false where it has ended

// Managers, coaches and coordinators of a cluster, also those who are so through a network; by role and name.
std::vector<PersonInCluster> people_of(store::Session& session, const ClusterId& cluster);
std::vector<PersonInNetwork> people_of(store::Session& session, const NetworkId& network);

// Roles of the cluster's or the network's own that have ended, the latest first; of who was erased without the name.
std::vector<RoleEnded> ended_roles(store::Session& session, const ClusterId& cluster);
std::vector<RoleEnded> ended_roles(store::Session& session, const NetworkId& network);

// Lower case, without blanks around; nothing where it cannot be an address.
std::optional<std::string> email_address(std::string_view typed);

}  // namespace trivium::access

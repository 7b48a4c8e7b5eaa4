#include "access/sight.hpp"

#include <algorithm>

namespace trivium::access {
namespace {

struct NamedAsker {
  std::string name;
  Asker asker;
};

struct RoleAndName {
  PersonId person;
  std::string name;
  bool hosts;
  Role role;
  bool sent;  // own table of the same round
};
TRIVIUM_SHAPE(RoleAndName, person, name, hosts, role, sent)

// Everybody whose role reaches a round of the cluster, as the decision needs them.
std::vector<NamedAsker> askers_around(store::Session& session, const ClusterId& cluster, const triangle::RoundId& round,
                                      const std::optional<NetworkId>& network) {
  std::vector<NamedAsker> askers;
  for (const auto& held :
       session.rows<RoleAndName>(R"(
           select {} from (
             select roles.person as person, people.name as name, people.hosts as hosts, roles.role as role,
                    case when mine.sent_at is null then 0 else 1 end as sent
             from roles join people on people.id = roles.person
             left join assessments mine on mine.person = roles.person and mine.round = :round
             where roles.until is null
               and (roles.cluster = :cluster
                    or (roles.network = :network
                        and (roles.city is null or roles.city = (select city from clusters where id = :cluster))))) around
           order by name, person, role)",
                                 {{"round", round}, {"cluster", cluster}, {"network", network ? network->text : ""}})) {
    Asker asker{.person = held.person, .hosts = held.hosts, .roles = {}, .sent_rounds = {}};
    asker.roles.push_back({.id = {}, .person = held.person, .role = held.role, .cluster = cluster});
    if (held.sent) asker.sent_rounds.push_back(round);
    askers.push_back({held.name, std::move(asker)});
  }
  return askers;
}

// By roles of the network's own, and by those in clusters that take part.
std::vector<InNetwork> networks_of(store::Session& session, const PersonId& person) {
  return session.rows<InNetwork>(R"(
      select {} from (
        select network, city, role from roles where person = :person and until is null and network is not null
        union
        select programmes.network, clusters.city, roles.role
        from roles join clusters on clusters.id = roles.cluster
        join rounds on rounds.cluster = clusters.id join programmes on programmes.id = rounds.programme
        where roles.person = :person and roles.until is null) stands
      order by network, role, city)",
                                 {{"person", person}});
}

// A role for a network reaches the rounds of that network's programmes only.
bool reaches(const RoleHeld& held, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  return held.cluster == cluster && (!held.network || held.network == network);
}

}  // namespace

Permission permission(const Asker& asker, const triangle::AssessmentInRound& table) {
  if (asker.person == table.person) return {.sight = Sight::text, .write = true};
  Permission given;
  if (asker.hosts) given.sight = Sight::progress;
  for (const RoleHeld& held : asker.roles) {
    if (!reaches(held, table.cluster, table.network)) continue;
    const bool sent_too = std::ranges::find(asker.sent_rounds, table.round) != asker.sent_rounds.end();
    const bool reads = table.sent_at && (held.role == Role::coach || (held.role == Role::manager && sent_too));
    given.sight = std::max(given.sight, reads ? Sight::text : Sight::progress);
  }
  return given;
}

Permission permission(const Asker& asker, const ClusterId& cluster) {
  if (asker.hosts) return {.sight = Sight::progress, .write = true};
  Permission given;
  for (const RoleHeld& held : asker.roles) {
    if (held.cluster != cluster) continue;
    given.sight = Sight::progress;
    given.write = given.write || held.role == Role::lead;
  }
  return given;
}

bool may_invite(const Asker& asker, const ClusterId& cluster, Role role) {
  if (permission(asker, cluster).write) return true;
  return role == Role::manager && std::ranges::any_of(asker.roles, [&](const RoleHeld& held) {
           return held.cluster == cluster && held.role == Role::coordinator;
         });
}

Permission permission(const Asker& asker, const ConversationInRound& conversation) {
  const bool reads = asker.person == conversation.with_person ||
                     coaches(asker, conversation.cluster, conversation.network) ||
                     (conversation.heard == programme::Heard::colleagues &&
                      may_ask_coaches(asker, conversation.cluster, conversation.network));
  return reads ? Permission{.sight = Sight::text, .write = true} : Permission{};
}

bool may_ask_coaches(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  return std::ranges::any_of(asker.roles, [&](const RoleHeld& held) {
    return reaches(held, cluster, network) && (held.role == Role::manager || held.role == Role::coordinator);
  });
}

bool coaches(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  return std::ranges::any_of(
      asker.roles, [&](const RoleHeld& held) { return reaches(held, cluster, network) && held.role == Role::coach; });
}

bool reads_closing(const Asker& asker, triangle::AssessmentInRound table,
                   const std::optional<shape::Instant>& handed_in_at) {
  table.sent_at = handed_in_at;
  return permission(asker, table).sight == Sight::text;
}

Permission permission_of_visit(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  if (asker.hosts) return {.sight = Sight::progress, .write = true};
  Permission given;
  for (const RoleHeld& held : asker.roles) {
    if (held.role == Role::observer || !reaches(held, cluster, network)) continue;
    given.sight = Sight::progress;
    given.write = given.write || held.role != Role::manager;
  }
  return given;
}

bool reads_notes(const Asker& asker, const triangle::AssessmentInRound& table) {
  return table.sent_at && coaches(asker, table.cluster, table.network);
}

bool shares_cases(const Asker& asker, const ClusterId& cluster) {
  return std::ranges::any_of(asker.roles,
                             [&](const RoleHeld& held) { return held.cluster == cluster && held.role != Role::lead; });
}

Permission permission(const Asker& asker, const NetworkId& network) {
  if (asker.hosts) return {.sight = Sight::progress, .write = true};
  Permission given;
  for (const InNetwork& stands : asker.networks) {
    if (stands.network != network) continue;
    given.sight = Sight::progress;
    given.write = given.write || stands.role == Role::lead;
  }
  return given;
}

bool sees_all_cities(const Asker& asker, const NetworkId& network) {
  return asker.hosts || std::ranges::any_of(asker.networks, [&](const InNetwork& stands) {
           return stands.network == network && stands.role != Role::manager;
         });
}

Sight sight_of_city(const Asker& asker, const NetworkId& network, const CityId& city) {
  if (permission(asker, network).write) return Sight::progress;
  const bool there = std::ranges::any_of(
      asker.networks, [&](const InNetwork& stands) { return stands.network == network && stands.city == city; });
  return there ? Sight::progress : Sight::nothing;
}

bool shares_cases(store::Session& session, const std::optional<Visitor>& visitor, const ClusterId& cluster) {
  return visitor && shares_cases(asker(session, visitor->person, visitor->hosts), cluster);
}

Asker asker(store::Session& session, const PersonId& person, bool hosts) {
  Asker found{.person = person, .hosts = hosts, .roles = roles_of(session, person), .sent_rounds = {}};
  auto reached = reach_of(session, person);
  found.roles.insert(found.roles.end(), reached.begin(), reached.end());
  found.networks = networks_of(session, person);
  for (const auto& table : triangle::assessments_of(session, person)) {
    if (table.sent_at) found.sent_rounds.push_back(table.round);
  }
  return found;
}

Permission permission(store::Session& session, const std::optional<Visitor>& visitor,
                      const triangle::AssessmentInRound& table) {
  if (!visitor) return {};
  if (visitor->person == table.person)
    return permission(Asker{.person = visitor->person, .roles = {}, .sent_rounds = {}}, table);
  return permission(asker(session, visitor->person, visitor->hosts), table);
}

Permission permission(store::Session& session, const std::optional<Visitor>& visitor, const ClusterId& cluster) {
  if (!visitor) return {};
  return permission(asker(session, visitor->person, visitor->hosts), cluster);
}

std::vector<std::string> other_readers(store::Session& session, const ConversationInRound& conversation) {
  std::vector<std::string> names;
  for (const auto& other : askers_around(session, conversation.cluster, conversation.round, conversation.network)) {
    if (other.asker.person == conversation.with_person || permission(other.asker, conversation).sight != Sight::text)
      continue;
    if (std::ranges::find(names, other.name) == names.end()) names.push_back(other.name);
  }
  return names;
}

std::vector<std::string> other_readers(store::Session& session, triangle::AssessmentInRound table, bool once_sent) {
  if (once_sent && !table.sent_at) table.sent_at = shape::Instant{};
  std::vector<std::string> names;
  for (const auto& other : askers_around(session, table.cluster, table.round, table.network)) {
    if (other.asker.person == table.person || permission(other.asker, table).sight != Sight::text) continue;
    if (std::ranges::find(names, other.name) == names.end()) names.push_back(other.name);
  }
  return names;
}

}  // namespace trivium::access

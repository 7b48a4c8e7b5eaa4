#include "access/sight.hpp"

#include "access/roles_in.hpp"

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
  bool here;           // in this cluster; else in another one of the city that takes part in the same programme
  bool sent;           // own table of the same round
  bool sent_for_city;  // a table of any cluster of the city in the same programme
};
TRIVIUM_SHAPE(RoleAndName, person, name, hosts, role, here, sent, sent_for_city)

struct Around {  // what the round is part of, and where
  std::optional<triangle::ProgrammeId> programme;
  CityId city;
};
TRIVIUM_SHAPE(Around, programme, city)

// Everybody whose role reaches a round of the cluster, and the city's managers in the same programme, as the decision
// needs them.
std::vector<NamedAsker> askers_around(store::Session& session, const ClusterId& cluster, const triangle::RoundId& round,
                                      const std::optional<NetworkId>& network) {
  std::vector<NamedAsker> askers;
  const auto around = session.row<Around>(
      "select {} from (select rounds.programme as programme, clusters.city as city from rounds "
      "join clusters on clusters.id = rounds.cluster where rounds.id = :round) around",
      {{"round", round}});
  if (!around) return askers;
  for (const auto& held :
       session.rows<RoleAndName>(R"(
           select {} from (
             select roles.person as person, people.name as name, people.hosts as hosts, roles.role as role,
                    case when roles.cluster = :cluster or roles.network is not null then 1 else 0 end as here,
                    case when mine.sent_at is null then 0 else 1 end as sent,
                    case when exists (select 1 from assessments sent join rounds on rounds.id = sent.round
                                      join clusters on clusters.id = rounds.cluster
                                      where sent.person = roles.person and sent.sent_at is not null
                                        and rounds.programme = :programme and clusters.city = :city)
                         then 1 else 0 end as sent_for_city
             from roles join people on people.id = roles.person
             left join assessments mine on mine.person = roles.person and mine.round = :round
             where roles.until is null
               and (roles.cluster = :cluster
                    or (roles.network = :network and (roles.city is null or roles.city = :city))
                    or (roles.role = 'manager'
                        and roles.cluster in (select clusters.id from clusters
                                              join rounds on rounds.cluster = clusters.id
                                              where clusters.city = :city and rounds.programme = :programme)))) around
           order by name, person, role)",
                                 {{"round", round},
                                  {"cluster", cluster},
                                  {"network", network ? network->text : ""},
                                  {"city", around->city},
                                  {"programme", around->programme ? around->programme->text : ""}})) {
    if (askers.empty() || askers.back().asker.person != held.person) {
      askers.push_back({held.name, {.person = held.person, .hosts = held.hosts, .roles = {}, .sent_rounds = {}}});
    }
    Asker& asker = askers.back().asker;  // with all roles of the same person
    if (held.here) asker.roles.push_back({.id = {}, .person = held.person, .role = held.role, .cluster = cluster});
    if (held.sent) asker.sent_rounds.push_back(round);
    if (network && held.role == Role::manager)
      asker.networks.push_back({.network = *network, .city = around->city, .role = Role::manager});
    if (around->programme && held.sent_for_city)
      asker.sent_for.push_back({.programme = *around->programme, .city = around->city});
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

// Manages another cluster of the city in the same programme, and has sent a table for the city there. Of one's own
// cluster nothing is read before one's own table of the same round is sent.
bool manages_beside(const Asker& asker, const triangle::AssessmentInRound& table) {
  if (!table.programme) return false;
  const CityInProgramme there{.programme = *table.programme, .city = table.city_id};
  if (std::ranges::find(asker.sent_for, there) == asker.sent_for.end()) return false;
  const bool of_this = std::ranges::any_of(asker.roles, [&](const RoleHeld& held) {
    return held.role == Role::manager && held.cluster == table.cluster && !held.network;
  });
  return !of_this && std::ranges::any_of(asker.networks, [&](const InNetwork& stands) {
    return stands.role == Role::manager && stands.network == table.network && stands.city == table.city_id;
  });
}

}  // namespace

Permission permission(const Asker& asker, const triangle::AssessmentInRound& table) {
  if (asker.person == table.person) return {.sight = Sight::text, .write = true};
  Permission given;
  if (asker.hosts) given.sight = Sight::progress;
  for (const RoleHeld& held : asker.roles) {
    if (!reaches(held, table.cluster, table.network)) continue;
    const bool sent_too = std::ranges::find(asker.sent_rounds, table.round) != asker.sent_rounds.end();
    const bool reads = held.role == Role::coach || (held.role == Role::manager && sent_too) ||
                       (held.role == Role::coordinator && table.open_to_city_at);
    given.sight = std::max(given.sight, table.sent_at && reads ? Sight::text : Sight::progress);
  }
  if (table.sent_at && table.open_to_city_at && manages_beside(asker, table)) given.sight = Sight::text;
  return given;
}

Permission permission(const Asker& asker, const ClusterId& cluster) {
  if (asker.hosts) return {.sight = Sight::progress, .write = true};
  Permission given;
  for (const RoleHeld& held : asker.roles) {
    if (held.cluster != cluster) continue;
    given.sight = Sight::progress;
    given.write = given.write || (held.role == Role::lead && !asker.invented);
  }
  return given;
}

bool sees_round(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  return asker.hosts ||
         std::ranges::any_of(asker.roles, [&](const RoleHeld& held) { return reaches(held, cluster, network); });
}

bool manages(const Asker& asker, const ClusterId& cluster) {
  return std::ranges::any_of(asker.roles, [&](const RoleHeld& held) {
    return held.role == Role::manager && held.cluster == cluster && !held.network;
  });
}

bool may_hand_over(const Asker& asker, const RoleHeld& held) {
  return !asker.invented && held.person == asker.person && held.role == Role::manager && !held.until;
}

bool may_end(const Asker& asker, const RoleHeld& held) {
  if (asker.invented) return false;
  if (held.person == asker.person) return true;
  return held.cluster ? may_invite(asker, *held.cluster, held.role) : permission(asker, *held.network).write;
}

bool may_invite(const Asker& asker, const ClusterId& cluster, Role role) {
  if (asker.hosts) return true;
  return role == Role::manager && !asker.invented && std::ranges::any_of(asker.roles, [&](const RoleHeld& held) {
           return held.cluster == cluster && (held.role == Role::coordinator || held.role == Role::lead);
         });
}

bool arranges_initiatives(const Asker& asker, const ClusterId& cluster) {
  return may_invite(asker, cluster, Role::manager) || (!asker.invented && manages(asker, cluster));
}

bool says_stands_for(const Asker& asker, const RoleHeld& held) {
  return held.role == Role::manager && held.cluster && !held.until && may_end(asker, held);
}

Permission permission(const Asker& asker, const ConversationInRound& conversation) {
  const bool meant = asker.person == conversation.with_person || conversation.heard == programme::Heard::colleagues;
  const bool reads = coaches(asker, conversation.cluster, conversation.network) ||
                     (meant && may_ask_coaches(asker, conversation.cluster, conversation.network));
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

bool sees_looks(const Asker& asker, const triangle::AssessmentInRound& table) { return asker.person == table.person; }
bool sees_trail(const Asker& asker) { return asker.hosts; }
bool sees_everybody(const Asker& asker) { return asker.hosts; }

bool may_set_retention(const Asker& asker, const std::optional<NetworkId>& network) {
  return network ? permission(asker, *network).write : asker.hosts;
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
    given.write = given.write || (stands.role == Role::lead && !asker.invented);
  }
  return given;
}

bool sees_all_cities(const Asker& asker, const NetworkId& network) {
  return asker.hosts || std::ranges::any_of(asker.networks, [&](const InNetwork& stands) {
           return stands.network == network && stands.role != Role::manager;
         });
}

bool reads_comparison(const Asker& asker, const NetworkId& network) {
  return permission(asker, network).sight != Sight::nothing;
}

Sight sight_of_city(const Asker& asker, const NetworkId& network, const CityId& city) {
  if (asker.hosts) return Sight::progress;
  const bool there = std::ranges::any_of(asker.networks, [&](const InNetwork& stands) {
    return stands.network == network && (stands.city == city || stands.role == Role::lead);
  });
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
  found.invented =
      session.number("select count(*) from people where id = :person and illustration = 1", {{"person", person}}) == 1;
  for (const auto& table : triangle::assessments_of(session, person)) {
    if (!table.sent_at) continue;
    found.sent_rounds.push_back(table.round);
    if (table.programme) found.sent_for.push_back({.programme = *table.programme, .city = table.city_id});
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

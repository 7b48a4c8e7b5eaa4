// Who reads whose table: every combination, written down by hand.
#include "access/sight.hpp"
#include "access/town.hpp"
#include "programme/taking_part.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace trivium::access {
namespace {

struct Row {
  const char* who;
  std::optional<Role> role;  // in the table's cluster
  bool hosts;
  bool own_sent;  // has sent a table in the same round
  Sight before;   // while the table is not sent
  Sight after;    // once it is
};

constexpr std::array<Row, 10> kTable{{
    {"a stranger", std::nullopt, false, false, Sight::nothing, Sight::nothing},
    {"a stranger who once sent a table in this round", std::nullopt, false, true, Sight::nothing, Sight::nothing},
    {"the host", std::nullopt, true, false, Sight::progress, Sight::progress},
    {"a manager who has not sent", Role::manager, false, false, Sight::progress, Sight::progress},
    {"a manager who has sent", Role::manager, false, true, Sight::progress, Sight::text},
    {"the coach", Role::coach, false, false, Sight::progress, Sight::text},
    {"a coordinator", Role::coordinator, false, false, Sight::progress, Sight::progress},
    {"a coordinator who sent one as manager before", Role::coordinator, false, true, Sight::progress, Sight::progress},
    {"a manager who hosts and has not sent", Role::manager, true, false, Sight::progress, Sight::progress},
    {"a coach who hosts", Role::coach, true, false, Sight::progress, Sight::text},
}};

triangle::AssessmentInRound a_table(bool sent) {
  triangle::AssessmentInRound table{};
  table.id = triangle::AssessmentId::fresh();
  table.round = triangle::RoundId::fresh();
  table.cluster = ClusterId::fresh();
  table.person = PersonId::fresh();
  if (sent) table.sent_at = kMorning;
  return table;
}

Asker asker_of(const Row& row, const triangle::AssessmentInRound& table, const ClusterId& cluster) {
  Asker asker{.person = PersonId::fresh(), .hosts = row.hosts, .roles = {}, .sent_rounds = {}};
  if (row.role) {
    asker.roles.push_back(
        {.id = RoleId::fresh(), .person = asker.person, .role = *row.role, .cluster = cluster, .since = kMorning});
  }
  if (row.own_sent) asker.sent_rounds.push_back(table.round);
  return asker;
}

// A network with one programme in which the cluster takes part, by a round of its own.
NetworkId a_network_with(store::Session& session, const ClusterId& cluster, unsigned number) {
  const auto network = NetworkId::fresh();
  programme::add(
      session,
      {.id = network, .name = "West " + std::to_string(number), .illustration = false, .created_at = kMorning});
  const programme::Programme programme{.id = triangle::ProgrammeId::fresh(),
                                       .network = network,
                                       .title = "Learning to look",
                                       .most_managers = 4,
                                       .opened_on = {"2026-05-01"}};
  programme::open(session, programme, {.section = "5", .most_managers = 4, .steps = {}}, 2026, kMorning);
  REQUIRE(programme::take_in(session, programme, cluster, 1, kMorning));
  return network;
}

}  // namespace

TEST_CASE("another's table is read by whom the table of permissions names, and written by nobody else") {
  for (const Row& row : kTable) {
    for (const bool sent : {false, true}) {
      CAPTURE(row.who);
      CAPTURE(sent);
      const auto table = a_table(sent);
      CHECK(permission(asker_of(row, table, table.cluster), table) ==
            Permission{.sight = sent ? row.after : row.before, .write = false});
    }
  }
}

TEST_CASE(
    "a cluster's own cases are shared by those who hold a role there, whatever they have sent, and not by the host") {
  for (const auto& row : kTable) {
    CAPTURE(row.who);
    const auto table = a_table(true);
    CHECK(shares_cases(asker_of(row, table, table.cluster), table.cluster) == row.role.has_value());
    CHECK_FALSE(shares_cases(asker_of(row, table, ClusterId::fresh()), table.cluster));
  }
}

TEST_CASE("a summary is read by its writer alone until it is handed in, and then by those who read tables") {
  for (const Row& row : kTable) {
    for (const bool table_sent : {false, true}) {
      CAPTURE(row.who);
      const auto table = a_table(table_sent);
      const auto who = asker_of(row, table, table.cluster);
      CHECK_FALSE(reads_closing(who, table, {}));
      CHECK(reads_closing(who, table, kMorning) == (row.after == Sight::text));
    }
  }
  const auto table = a_table(false);
  CHECK(reads_closing(Asker{.person = table.person, .roles = {}, .sent_rounds = {}}, table, {}));
}

TEST_CASE("who opened a table is told to whose table it is, and to nobody else, whatever they may read") {
  for (const Row& row : kTable) {
    CAPTURE(row.who);
    const auto table = a_table(true);
    const auto who = asker_of(row, table, table.cluster);
    CHECK(sees_looks(who, table) == (who.person == table.person));
    CHECK(sees_trail(who) == row.hosts);
    CHECK(sees_everybody(who) == row.hosts);
    CHECK(may_set_retention(who, std::nullopt) == row.hosts);
  }
}

TEST_CASE("a role in another cluster gives nothing here") {
  for (const Row& row : kTable) {
    CAPTURE(row.who);
    const auto table = a_table(true);
    const auto given = permission(asker_of(row, table, ClusterId::fresh()), table);
    CHECK(given.sight == (row.hosts ? Sight::progress : Sight::nothing));
  }
}

TEST_CASE("having sent in another round opens nothing in this one") {
  const auto table = a_table(true);
  Asker asker = asker_of(kTable[4], table, table.cluster);
  asker.sent_rounds = {triangle::RoundId::fresh()};
  CHECK(permission(asker, table).sight == Sight::progress);
}

TEST_CASE(
    "open to the city, a sent table is read by its coordinators too, and by nobody else of those in its cluster") {
  for (const Row& row : kTable) {
    for (const bool sent : {false, true}) {
      CAPTURE(row.who);
      CAPTURE(sent);
      auto table = a_table(sent);
      table.open_to_city_at = kMorning;
      const auto closed = sent ? row.after : row.before;
      const auto given = permission(asker_of(row, table, table.cluster), table);
      CHECK(given.sight == (sent && row.role == Role::coordinator ? Sight::text : closed));
      CHECK_FALSE(given.write);
      CHECK(permission(asker_of(row, table, ClusterId::fresh()), table).sight ==
            (row.hosts ? Sight::progress : Sight::nothing));
    }
  }
}

TEST_CASE("managers of the city's other clusters read an open table once theirs is sent, and never before") {
  auto table = a_table(true);
  table.city_id = CityId::fresh();
  table.programme = triangle::ProgrammeId::fresh();
  table.network = NetworkId::fresh();
  Asker beside{.person = PersonId::fresh(), .roles = {}, .sent_rounds = {}};
  beside.networks.push_back({.network = *table.network, .city = table.city_id, .role = Role::manager});
  beside.sent_for.push_back({.programme = *table.programme, .city = table.city_id});
  const auto sight = [&](const Asker& asker, const triangle::AssessmentInRound& of) {
    return permission(asker, of).sight;
  };
  CHECK(sight(beside, table) == Sight::nothing);
  table.open_to_city_at = kMorning;
  CHECK(sight(beside, table) == Sight::text);

  auto unsent = table;
  unsent.sent_at = {};
  CHECK(sight(beside, unsent) == Sight::nothing);
  auto alone = table;  // a round the cluster opened by itself
  alone.programme = {};
  alone.network = {};
  CHECK(sight(beside, alone) == Sight::nothing);

  auto other = beside;
  other.sent_for.clear();
  CHECK(sight(other, table) == Sight::nothing);
  other = beside;
  other.sent_for[0].city = CityId::fresh();
  CHECK(sight(other, table) == Sight::nothing);
  other = beside;
  other.networks[0].city = CityId::fresh();
  CHECK(sight(other, table) == Sight::nothing);
  other = beside;
  other.networks[0].role = Role::observer;
  CHECK(sight(other, table) == Sight::nothing);
  // Who manages this cluster too has to send a table of this round first.
  other = beside;
  other.roles.push_back(
      {.id = RoleId::fresh(), .person = other.person, .role = Role::manager, .cluster = table.cluster});
  CHECK(sight(other, table) == Sight::progress);
  other.sent_rounds.push_back(table.round);
  CHECK(sight(other, table) == Sight::text);
}

TEST_CASE("a role for a network reaches the rounds of that network's programmes and no others") {
  for (const Role role : {Role::coach, Role::coordinator, Role::lead}) {
    for (const bool same : {true, false}) {
      CAPTURE(role);
      CAPTURE(same);
      auto table = a_table(true);
      Asker asker{.person = PersonId::fresh(), .roles = {}, .sent_rounds = {}};
      const auto network = NetworkId::fresh();
      asker.roles.push_back(
          {.id = RoleId::fresh(), .person = asker.person, .role = role, .cluster = table.cluster, .network = network});
      table.network = same ? network : NetworkId::fresh();
      const auto reads = role == Role::coach ? Sight::text : Sight::progress;
      CHECK(permission(asker, table) == Permission{.sight = same ? reads : Sight::nothing, .write = false});
      table.network = std::nullopt;  // a round of the cluster's own
      CHECK(permission(asker, table) == Permission{});
      table.network = network;
      table.sent_at = std::nullopt;
      CHECK(permission(asker, table) == Permission{.sight = Sight::progress, .write = false});
    }
  }
}

TEST_CASE("of a network the lead arranges, managers see their own city, observers numbers of all") {
  struct InRow {
    Role role;
    bool in_a_city;
    bool arranges;
    bool all_cities;
    Sight own_city;
    Sight other_city;
  };
  constexpr std::array<InRow, 5> kRows{{
      {Role::lead, false, true, true, Sight::progress, Sight::progress},
      {Role::observer, false, false, true, Sight::nothing, Sight::nothing},
      {Role::coach, true, false, true, Sight::progress, Sight::nothing},
      {Role::coordinator, true, false, true, Sight::progress, Sight::nothing},
      {Role::manager, true, false, false, Sight::progress, Sight::nothing},
  }};
  const auto network = NetworkId::fresh();
  const auto city = CityId::fresh();
  for (const auto& row : kRows) {
    CAPTURE(row.role);
    Asker asker{.person = PersonId::fresh(), .roles = {}, .sent_rounds = {}};
    CHECK(permission(asker, network) == Permission{});
    asker.networks.push_back(
        {.network = network, .city = row.in_a_city ? std::optional{city} : std::nullopt, .role = row.role});
    CHECK(permission(asker, network) == Permission{.sight = Sight::progress, .write = row.arranges});
    CHECK(permission(asker, NetworkId::fresh()) == Permission{});
    CHECK(sees_all_cities(asker, network) == row.all_cities);
    CHECK(sight_of_city(asker, network, city) == row.own_city);
    CHECK(sight_of_city(asker, network, CityId::fresh()) == row.other_city);
    CHECK(sight_of_city(asker, NetworkId::fresh(), city) == Sight::nothing);
  }
}

TEST_CASE("a conversation is read by whose it is as long as she has a role there, by coaches, and by who is meant") {
  struct TalkRow {
    Role role;
    bool meant_for_coaches;
    bool meant_for_colleagues;
  };
  constexpr std::array<TalkRow, 5> kRows{{{Role::manager, false, true},
                                          {Role::coordinator, false, true},
                                          {Role::coach, true, true},
                                          {Role::lead, false, false},
                                          {Role::observer, false, false}}};
  const ConversationInRound talk{.cluster = ClusterId::fresh(),
                                 .round = triangle::RoundId::fresh(),
                                 .network = NetworkId::fresh(),
                                 .with_person = PersonId::fresh(),
                                 .heard = programme::Heard::coaches};
  constexpr Permission kAll{.sight = Sight::text, .write = true};
  const auto reads = [&](const Asker& asker, programme::Heard heard) {
    auto meant = talk;
    meant.heard = heard;
    const auto given = permission(asker, meant);
    CHECK((given == kAll || given == Permission{}));
    return given == kAll;
  };
  for (const auto& row : kRows) {
    for (const bool through_network : {false, true}) {
      for (const bool here : {false, true}) {
        CAPTURE(row.role);
        CAPTURE(through_network);
        CAPTURE(here);
        Asker asker{.person = PersonId::fresh(), .roles = {}, .sent_rounds = {talk.round}};
        asker.roles.push_back(
            {.id = RoleId::fresh(),
             .person = asker.person,
             .role = row.role,
             .cluster = here || through_network ? talk.cluster : ClusterId::fresh(),
             .network = through_network ? std::optional{here ? *talk.network : NetworkId::fresh()} : std::nullopt});
        CHECK(reads(asker, programme::Heard::coaches) == (here && row.meant_for_coaches));
        CHECK(reads(asker, programme::Heard::colleagues) == (here && row.meant_for_colleagues));
      }
    }
  }
  Asker own{.person = talk.with_person, .roles = {}, .sent_rounds = {}};
  CHECK_FALSE(reads(own, programme::Heard::coaches));
  own.roles.push_back({.id = RoleId::fresh(), .person = own.person, .role = Role::manager, .cluster = talk.cluster});
  CHECK(reads(own, programme::Heard::coaches));
  CHECK_FALSE(reads({.person = PersonId::fresh(), .hosts = true, .roles = {}, .sent_rounds = {}},
                    programme::Heard::colleagues));
}

TEST_CASE("one's own table is read and written, sent or not") {
  for (const bool sent : {false, true}) {
    const auto table = a_table(sent);
    CHECK(permission(Asker{.person = table.person, .hosts = false, .roles = {}, .sent_rounds = {}}, table) ==
          Permission{.sight = Sight::text, .write = true});
  }
}

TEST_CASE("nobody who is not signed in sees anything") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.read([](store::Session& session) {
      CHECK(permission(session, std::nullopt, a_table(true)) == Permission{});
      CHECK(permission(session, std::nullopt, ClusterId::fresh()) == Permission{});
      return true;
    });
  }
}

TEST_CASE("the names under “seen by” are exactly those whom the decision lets read, in 60 random towns") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    for (unsigned seed = 0; seed < 60; ++seed) {
      CAPTURE(database.name);
      CAPTURE(seed);
      by_chance::Chance chance{seed};
      store.write([&](store::Session& session) {
        const auto cluster = settle_cluster(session, "Lund", "Food " + std::to_string(seed));
        const auto elsewhere = settle_cluster(session, "Umeå", "Wood " + std::to_string(seed));
        const auto beside = settle_cluster(session, "Lund", "Film " + std::to_string(seed));
        const auto network = a_network_with(session, cluster, seed);
        const auto programme = programme::programmes_of(session, network).at(0);
        REQUIRE(programme::take_in(session, programme, beside, 1, kMorning));
        const auto round =
            session.rows<triangle::Round>("select {} from rounds where cluster = :cluster", {{"cluster", cluster}})[0]
                .id;
        const auto next_door =
            session.rows<triangle::Round>("select {} from rounds where cluster = :cluster", {{"cluster", beside}})[0]
                .id;
        const auto earlier = settle_round(session, cluster, "2025-09-01");
        std::vector<PersonId> people;
        std::vector<triangle::AssessmentId> tables;
        for (std::size_t i = 0; i < 6; ++i) {
          people.push_back(settle_person(session, "person " + std::to_string(i), by_chance::one_in(chance, 6)));
          for (const Role role : {Role::manager, Role::coach, Role::coordinator}) {
            if (!by_chance::one_in(chance, 3)) continue;
            const auto& where = by_chance::one_in(chance, 4)   ? elsewhere
                                : by_chance::one_in(chance, 3) ? beside
                                                               : cluster;
            const auto held = settle_role(session, people.back(), where, role);
            if (by_chance::one_in(chance, 5)) {
              session.run("update roles set until = :now where id = :id", {{"now", kMorning}, {"id", held}});
            }
          }
          for (const Role role : {Role::lead, Role::observer, Role::coach, Role::coordinator}) {
            if (!by_chance::one_in(chance, 6)) continue;
            const bool in_a_city = role == Role::coach || role == Role::coordinator;
            const auto there = triangle::cluster(session, by_chance::one_in(chance, 4) ? elsewhere : cluster)->city_id;
            give_role(session, {.id = RoleId::fresh(),
                                .person = people.back(),
                                .role = role,
                                .network = network,
                                .city = in_a_city ? std::optional{there} : std::nullopt,
                                .since = kMorning});
          }
          for (const auto& in : {round, next_door, earlier}) {
            if (by_chance::one_in(chance, 2)) continue;
            tables.push_back(settle_table(session, in, people.back()));
            if (by_chance::one_in(chance, 2)) triangle::send(session, tables.back(), kMorning);
            if (by_chance::one_in(chance, 2)) triangle::share(session, tables.back(), true, false, kMorning);
          }
        }
        for (const auto& id : tables) {
          const auto table = triangle::assessment(session, id).value();
          std::vector<std::string> expected;
          for (const auto& reader : people) {
            const auto visitor = as_visitor(session, reader);
            if (reader != table.person && permission(session, visitor, table).sight == Sight::text) {
              expected.push_back(visitor.name);
            }
          }
          CHECK(other_readers(session, table) == expected);
        }
      });
    }
  }
}

}  // namespace trivium::access

// For which initiatives managers stand, who says so, and who arranges the initiatives of a cluster.
#include "access/stands_for.hpp"

#include "access/sight.hpp"
#include "access/town.hpp"

#include <doctest/doctest.h>

#include <array>

namespace trivium::access {
namespace {

const shape::Instant kLater{"2026-10-05T08:00:00.000Z"};

InitiativeId settle_initiative(store::Session& session, const ClusterId& cluster, const std::string& name) {
  const auto id = InitiativeId::fresh();
  triangle::add(session, {.id = id, .cluster = cluster, .name = name, .created_at = kMorning});
  return id;
}

std::string said(const std::vector<StandsFor>& who) {
  std::string text;
  for (const auto& stands : who)
    text += (text.empty() ? "" : ", ") + stands.person_name + ": " + stands.initiative_name;
  return text;
}

}  // namespace

TEST_CASE("a manager stands for several, several stand for one, and each says it anew as a whole") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto food = settle_cluster(session, "Lund", "Food");
      const auto film = settle_cluster(session, "Lund", "Film");
      const auto ana = settle_role(session, settle_person(session, "Ana"), food, Role::manager);
      const auto bo = settle_role(session, settle_person(session, "Bo"), food, Role::manager);
      const auto kitchen = settle_initiative(session, food, "Kitchen");
      const auto market = settle_initiative(session, food, "Market");
      settle_initiative(session, film, "Office");
      CHECK(said(who_stands_for(session, food)).empty());
      CHECK(stand_for_only(session, ana, {kitchen, market}));
      CHECK_FALSE(stand_for_only(session, ana, {market, kitchen, kitchen}));  // the same
      stand_for(session, bo, kitchen);
      CHECK(said(who_stands_for(session, food)) == "Ana: Kitchen, Bo: Kitchen, Ana: Market");
      CHECK(stand_for_only(session, ana, {market}));
      CHECK(said(who_stands_for(session, food)) == "Bo: Kitchen, Ana: Market");
      CHECK(said(who_stands_for(session, film)).empty());
      CHECK(stand_for_only(session, ana, {}));
      CHECK(said(who_stands_for(session, food)) == "Bo: Kitchen");
    });
  }
}

TEST_CASE("that somebody stood for what has ended is kept, and shown no more; nor is who left") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto food = settle_cluster(session, "Lund", "Food");
      const auto ana = settle_role(session, settle_person(session, "Ana"), food, Role::manager);
      const auto kitchen = settle_initiative(session, food, "Kitchen");
      const auto market = settle_initiative(session, food, "Market");
      REQUIRE(stand_for_only(session, ana, {kitchen, market}));
      REQUIRE(triangle::end_initiative(session, kitchen, kLater));
      CHECK(said(who_stands_for(session, food)) == "Ana: Market");
      CHECK(stand_for_only(session, ana, {}));
      CHECK(session.number("select count(*) from initiatives_of_roles where initiative = :id", {{"id", kitchen}}) == 1);
      REQUIRE(stand_for_only(session, ana, {market}));
      REQUIRE(end_role(session, ana, kLater));
      CHECK(said(who_stands_for(session, food)).empty());
    });
  }
}

struct Row {
  const char* who;
  std::optional<Role> role;  // in the cluster
  bool for_network;          // through a network
  bool hosts;
  bool invented;
  bool arranges;    // what initiatives there are
  bool for_others;  // says for which a colleague stands
};

TEST_CASE("managers, coordinators, leads and the host arrange initiatives; coaches, observers and strangers do not") {
  const auto cluster = ClusterId::fresh();
  constexpr std::array<Row, 12> kTable{{
      {"a stranger", std::nullopt, false, false, false, false, false},
      {"the host", std::nullopt, false, true, false, true, true},
      {"a manager", Role::manager, false, false, false, true, false},
      {"a manager who hosts", Role::manager, false, true, false, true, true},
      {"the coach", Role::coach, false, false, false, false, false},
      {"a coach for a network", Role::coach, true, false, false, false, false},
      {"the coordinator", Role::coordinator, false, false, false, true, true},
      {"a coordinator for a network", Role::coordinator, true, false, false, true, true},
      {"the lead", Role::lead, true, false, false, true, true},
      {"an observer", Role::observer, true, false, false, false, false},
      {"a manager of the sample city", Role::manager, false, false, true, false, false},
      {"the lead of the sample city", Role::lead, true, false, true, false, false},
  }};
  for (const auto& row : kTable) {
    CAPTURE(row.who);
    Asker asker{.person = PersonId::fresh(), .hosts = row.hosts, .roles = {}, .sent_rounds = {}};
    asker.invented = row.invented;
    RoleHeld own{.id = RoleId::fresh(), .person = asker.person, .role = row.role.value_or(Role::manager)};
    own.cluster = cluster;
    if (row.for_network) own.network = NetworkId::fresh();
    if (row.role) asker.roles.push_back(own);
    CHECK(arranges_initiatives(asker, cluster) == row.arranges);
    CHECK_FALSE(arranges_initiatives(Asker{.person = asker.person, .roles = asker.roles, .sent_rounds = {}},
                                     ClusterId::fresh()));
    RoleHeld colleague{.id = RoleId::fresh(), .person = PersonId::fresh(), .role = Role::manager, .cluster = cluster};
    CHECK(says_stands_for(asker, colleague) == row.for_others);
    if (row.role) CHECK(says_stands_for(asker, own) == (row.role == Role::manager && !row.invented));
    colleague.until = kLater;
    CHECK_FALSE(says_stands_for(asker, colleague));  // who left stands for nothing
    colleague.until.reset();
    colleague.role = Role::coach;
    CHECK_FALSE(says_stands_for(asker, colleague));
  }
}

}  // namespace trivium::access

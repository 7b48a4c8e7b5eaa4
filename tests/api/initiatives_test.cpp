// Initiatives as people type them, come by with an invitation, and change at the same moment.
#include "api/initiative_meant.hpp"
#include "api/initiative_page.hpp"
#include "api/join_page.hpp"
#include "api/lund.hpp"
#include "api/spelled_alike.hpp"
#include "trail/reading.hpp"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace trivium::api {
namespace {

using triangle::InitiativeId;

Asking stranger() {
  return {.visitor = {}, .language = "en", .now = shape::now(), .address = "192.0.2.1", .device = "test"};
}

std::string invite(Lund& lund, const std::string& who, const std::string& initiative,
                   access::Role role = access::Role::manager, const std::optional<access::RoleId>& instead_of = {}) {
  return lund.store
      .write([&](store::Session& session) {
        const auto hedda = access::settle_person(session, "Hedda for " + who);
        session.run("update people set hosts = 1 where id = :id", {{"id", hedda}});
        return access::invite(session,
                              {.id = {},
                               .key_hash = {},
                               .name = who,
                               .email = who + "@example.org",
                               .role = role,
                               .cluster = lund.cluster,
                               .initiative = initiative,
                               .instead_of = instead_of,
                               .invited_by = hedda},
                              shape::now());
      })
      .text;
}

void join(Lund& lund, const std::string& key, const std::string& who) {
  REQUIRE(AcceptInvitation{lund.store}({.key = key, .name = who, .password = "a long password"}, stranger()));
}

InitiativeId added(Lund& lund, const std::string& name, std::optional<InitiativeId> within = {}) {
  const auto done = AddOneInitiative{lund.store}(
      {.cluster = lund.cluster, .initiative_name = name, .within = std::move(within)}, lund.asking(lund.ana));
  REQUIRE(done);
  return done->record.initiative;
}

access::RoleId role_of(Lund& lund, const std::string& who) {
  return lund.store.read([&](store::Session& session) {
    const auto people = access::people_of(session, lund.cluster);
    return std::ranges::find(people, who, &access::PersonInCluster::name)->id;
  });
}

void say_stands_for(Lund& lund, const triangle::PersonId& who, const std::string& name,
                    const std::vector<InitiativeId>& initiatives) {
  REQUIRE(SayOneStandsFor{lund.store}({.role = role_of(lund, name), .stands_for = initiatives}, lund.asking(who)));
}

// "Plan (Ana), Plan > Office (Ana, Bo)"
std::string told(const std::vector<InitiativeLine>& lines, const std::string& above = {}) {
  std::string text;
  for (const auto& line : lines) {
    std::string who;
    for (const auto& name : line.stand_for_it) who += (who.empty() ? "" : ", ") + name;
    text += (text.empty() && above.empty() ? "" : "; ") + above + line.name + (who.empty() ? "" : " (" + who + ")") +
            told(line.inside, above + line.name + " > ");
  }
  return text;
}

std::string told(Lund& lund) {
  return lund.store.read([&](store::Session& session) {
    return told(one_within_the_other(triangle::initiatives_of(session, lund.cluster),
                                     access::who_stands_for(session, lund.cluster)));
  });
}

std::int64_t deeds(Lund& lund, const std::string& deed) {
  return lund.store.read([&](store::Session& session) {
    return session.number("select count(*) from trail where deed = :deed", {{"deed", deed}});
  });
}

}  // namespace

TEST_CASE("names are alike whatever their capitals, accents and blanks; two signs are not") {
  CHECK(spelled_alike("Film office", "film  OFFICE"));
  CHECK(spelled_alike("Oficina audiovisual", " oficina\taudiovisüal "));
  CHECK_FALSE(spelled_alike("Film office", "Filmoffice"));
  CHECK_FALSE(spelled_alike("Film office", "Film offices"));
  CHECK(spelled_alike("😀", "😀"));
  CHECK_FALSE(spelled_alike("😀", "🎬"));
}

TEST_CASE("what was typed with an invitation is the initiative there is, or becomes one when it is accepted") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    added(lund, "Film Office");
    const auto known = invite(lund, "maja", "film  office");
    const auto other = invite(lund, "max", "Trade fair");
    const auto none = invite(lund, "mio", "");
    CHECK(ShowJoin{lund.store}({.key = known}, stranger())->initiative == "Film Office");  // as it is called
    CHECK(ShowJoin{lund.store}({.key = other}, stranger())->initiative == "Trade fair");   // as it was typed
    CHECK(told(lund) == "Film Office");  // an invitation alone makes none
    join(lund, known, "Maja");
    join(lund, other, "Max");
    join(lund, none, "Mio");
    CHECK(told(lund) == "Film Office (Maja); Trade fair (Max)");
    CHECK(deeds(lund, "initiative_added") == 2);  // one by hand, one by coming
    join(lund, invite(lund, "mira", "TRADE FAIR"), "Mira");
    CHECK(told(lund) == "Film Office (Maja); Trade fair (Max, Mira)");
    CHECK(deeds(lund, "initiative_added") == 2);
  }
}

TEST_CASE("who comes instead of somebody stands for what that person stood for and goes on, and reads so before") {
  using Names = std::vector<std::string>;
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const auto office = added(lund, "Film Office");
    const auto plan = added(lund, "Media plan");
    const auto old = added(lund, "Old fair");
    added(lund, "Trade fair");
    say_stands_for(lund, lund.ana, "Ana", {office, plan, old});
    say_stands_for(lund, lund.bo, "Bo", {plan});
    REQUIRE(EndOneInitiative{lund.store}({.cluster = lund.cluster, .initiative = old}, lund.asking(lund.bo)));

    const auto key = invite(lund, "nora", "trade  FAIR", access::Role::manager, role_of(lund, "Ana"));
    const auto read = ShowJoin{lund.store}({.key = key}, stranger());
    REQUIRE(read);
    CHECK(read->initiative == "Trade fair");
    CHECK(read->takes_over == Names{"Film Office", "Media plan"});
    CHECK(told(lund) == "Film Office (Ana); Media plan (Ana, Bo); Trade fair");  // until she has come
    join(lund, key, "Nora");
    CHECK(told(lund) == "Film Office (Nora); Media plan (Bo, Nora); Trade fair (Nora)");
    CHECK(deeds(lund, "stood_for") == 3);  // as Ana and Bo said it, and by coming

    // What is named and taken over is stood for once.
    const auto next = invite(lund, "nils", "film office", access::Role::manager, role_of(lund, "Nora"));
    CHECK(ShowJoin{lund.store}({.key = next}, stranger())->takes_over == Names{"Media plan", "Trade fair"});
    join(lund, next, "Nils");
    CHECK(told(lund) == "Film Office (Nils); Media plan (Bo, Nils); Trade fair (Nils)");

    // Whoever comes beside somebody takes nothing over.
    join(lund, invite(lund, "mio", ""), "Mio");
    CHECK(told(lund) == "Film Office (Nils); Media plan (Bo, Nils); Trade fair (Nils)");
    CHECK(deeds(lund, "stood_for") == 4);
  }
}

TEST_CASE("an older invitation of a coach that names an initiative makes none") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    join(lund, invite(lund, "carla", "Film office", access::Role::coach), "Carla");
    CHECK(told(lund).empty());
  }
}

TEST_CASE("one within the other is shown so, what has ended makes room, and each stands once: 100 made by chance") {
  std::mt19937 chance{11};
  for (int turn = 0; turn < 100; ++turn) {
    triangle::Initiatives all;
    for (int number = 0; number < 15; ++number) {
      const auto around = chance() % 15;
      triangle::Initiative one{.id = {std::to_string(number)}, .cluster = {"c"}, .name = std::to_string(number)};
      if (around < static_cast<unsigned>(number)) one.within = InitiativeId{std::to_string(around)};
      if (chance() % 4 == 0) one.ended_at = shape::Instant{"2026-10-05T08:00:00.000Z"};
      all.push_back(std::move(one));
    }
    std::multiset<std::string> shown;
    const auto walk = [&](const auto& self, const std::vector<InitiativeLine>& lines,
                          const std::string& above) -> void {
      for (const auto& line : lines) {
        shown.insert(line.name);
        if (!above.empty()) CHECK(triangle::lies_within(all, line.initiative, {above}));
        self(self, line.inside, line.initiative.text);
      }
    };
    walk(walk, one_within_the_other(all, {}), "");
    std::multiset<std::string> go_on;
    for (const auto& one : that_go_on(all)) go_on.insert(one.name);
    CHECK(shown == go_on);
    CHECK(go_on.size() + that_have_ended(all).size() == all.size());
  }
}

TEST_CASE("no more than six lie one within the other, however they come to it") {
  const FreshDatabase fresh{std::nullopt};
  Lund lund{fresh.url};
  std::vector<InitiativeId> levels{added(lund, "1")};
  for (int level = 2; level <= triangle::kMostLevels; ++level)
    levels.push_back(added(lund, std::to_string(level), levels.back()));
  const auto asking = lund.asking(lund.ana);
  const auto deeper =
      AddOneInitiative{lund.store}({.cluster = lund.cluster, .initiative_name = "7", .within = levels.back()}, asking);
  REQUIRE_FALSE(deeper);
  CHECK(deeper.error().flaws.front().key == "flaw.initiative_too_deep");
  const auto other = added(lund, "other");
  const auto moved = ChangeOneInitiative{lund.store}(
      {.cluster = lund.cluster, .initiative = levels.front(), .initiative_name = "1", .within = other, .revision = 1},
      asking);
  REQUIRE_FALSE(moved);  // all six with it
  CHECK(moved.error().flaws.front().key == "flaw.initiative_too_deep");
}

TEST_CASE("of eight who add the same at once one adds it, and of eight who come with it all stand for one") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    std::atomic<int> done = 0;
    const auto asking = lund.asking(lund.ana);
    {
      std::vector<std::jthread> crowd;
      for (int i = 0; i < 8; ++i)
        crowd.emplace_back([&] {
          done +=
              AddOneInitiative{lund.store}({.cluster = lund.cluster, .initiative_name = "Plan", .within = {}}, asking)
                  .has_value();
        });
    }
    CHECK(done == 1);
    std::vector<std::string> keys;
    for (int i = 0; i < 8; ++i) keys.push_back(invite(lund, "m" + std::to_string(i), "Trade fair"));
    {
      std::vector<std::jthread> crowd;
      for (int i = 0; i < 8; ++i)
        crowd.emplace_back([&, i] {
          (void)AcceptInvitation{lund.store}({.key = keys[static_cast<std::size_t>(i)],
                                              .name = "M" + std::to_string(i),
                                              .password = "a long password"},
                                             stranger());
        });
    }
    CHECK(told(lund) == "Plan; Trade fair (M0, M1, M2, M3, M4, M5, M6, M7)");
  }
}

TEST_CASE("two who move one under the other at the same moment make no circle, ten times") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const auto asking = lund.asking(lund.ana);
    for (int turn = 0; turn < 10; ++turn) {
      const std::array<std::string, 2> names{"a" + std::to_string(turn), "b" + std::to_string(turn)};
      const std::array<InitiativeId, 2> ids{added(lund, names[0]), added(lund, names[1])};
      std::atomic<int> moved = 0;
      {
        std::array<std::jthread, 2> both;
        for (std::size_t i = 0; i < 2; ++i)
          both.at(i) = std::jthread{[&, i] {
            moved += ChangeOneInitiative{lund.store}({.cluster = lund.cluster,
                                                      .initiative = ids.at(i),
                                                      .initiative_name = names.at(i),
                                                      .within = ids.at(1 - i),
                                                      .revision = 1},
                                                     asking)
                         .has_value();
          }};
      }
      CHECK(moved == 1);
    }
    CHECK(deeds(lund, "initiative_changed") == 10);
  }
}

}  // namespace trivium::api

// Where a round has nothing to lay side by side: which others have.
#include "api/lund.hpp"
#include "api/together_page.hpp"

namespace trivium::api {
namespace {

struct Rounds {
  explicit Rounds(Lund& lund) {
    lund.store.write([&](store::Session& session) {
      const auto table = [&](const triangle::RoundId& round, const triangle::PersonId& owner, bool sent) {
        const auto id = access::settle_table(session, round, owner);
        if (sent)
          session.run("update assessments set sent_at = :now where id = :id", {{"now", shape::now()}, {"id", id}});
      };
      both = access::settle_round(session, lund.cluster, "2022-09-01");
      one = access::settle_round(session, lund.cluster, "2024-09-01");
      now = access::settle_round(session, lund.cluster, "2026-09-01");
      for (const auto& manager : {lund.ana, lund.bo}) table(both, manager, true);
      table(one, lund.ana, true);
      table(one, lund.bo, false);
      carla = access::settle_person(session, "Carla");
      access::settle_role(session, carla, lund.cluster, access::Role::coach);
      olle = access::settle_person(session, "Olle");
      access::settle_role(session, olle, lund.cluster, access::Role::coordinator);
    });
  }
  triangle::RoundId both, one, now;
  triangle::PersonId carla, olle;
};

std::vector<triangle::RoundId> led_to(Lund& lund, const triangle::RoundId& round, const triangle::PersonId& reader) {
  const auto page = ShowTogether{lund.house}({.round = round, .with = {}}, lund.asking(reader));
  REQUIRE(page);
  std::vector<triangle::RoundId> rounds;
  for (const auto& found : page->elsewhere) rounds.push_back(found.round);
  return rounds;
}

}  // namespace

TEST_CASE("a round with nothing to lay side by side leads to those where the reader may compare two tables") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const Rounds rounds{lund};
    const std::vector<triangle::RoundId> only_both{rounds.both};
    CHECK(led_to(lund, rounds.now, lund.ana) == only_both);
    CHECK(led_to(lund, rounds.one, lund.bo) == only_both);
    CHECK(led_to(lund, rounds.now, rounds.carla) == only_both);
    // Who may not read them is led to none, and an open round leads nowhere else.
    CHECK(led_to(lund, rounds.now, rounds.olle).empty());
    CHECK(led_to(lund, rounds.both, lund.ana).empty());
  }
}

}  // namespace trivium::api

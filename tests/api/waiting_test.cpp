// For whom a conversation waits, where a colleague asks on.
#include "api/waiting.hpp"
#include "api/conversation_page.hpp"
#include "api/conversations_page.hpp"
#include "api/lund.hpp"
#include "programme/conversation.hpp"

namespace trivium::api {

TEST_CASE("a coach is waited for until a coach has had the last word, whoever of the others spoke last") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    triangle::PersonId carla;
    triangle::RoundId round;
    lund.store.write([&](store::Session& session) {
      carla = access::settle_person(session, "Carla");
      access::settle_role(session, carla, lund.cluster, access::Role::coach);
      round = access::settle_round(session, lund.cluster, "2026-09-01");
    });
    const auto waits = [&](const triangle::PersonId& person) {
      const auto asking = lund.asking(person);
      return lund.store.read([&](store::Session& session) {
        return waiting_for(session, lund.house, asking, access::asker(session, person, false)).size() == 1;
      });
    };
    const auto unanswered = [&] {
      return lund.store.read([&](store::Session& session) { return programme::unanswered_in(session, round); });
    };
    const auto answered = [&] {
      const auto page =
          ShowConversations{lund.house}({.round = round, .assessment = {}, .task = {}}, lund.asking(carla));
      return page.value().open.front().answered;
    };
    const auto begun = BeginOneConversation{lund.house}(
        {.round = round, .assessment = {}, .task = {}, .heard = programme::Heard::colleagues, .text = "Shall we meet?"},
        lund.asking(lund.ana));
    REQUIRE(begun);
    const auto says = [&](const triangle::PersonId& person, const std::string& text) {
      REQUIRE(AddOneRemark{lund.store}({.conversation = begun->record.conversation, .text = text, .then = {}},
                                       lund.asking(person)));
    };
    CHECK(waits(carla));
    says(lund.bo, "And where?");
    CHECK(waits(carla));  // her colleague asks on
    CHECK(waits(lund.ana));
    CHECK(unanswered() == 1);
    CHECK_FALSE(answered());
    says(carla, "In the harbour.");
    CHECK_FALSE(waits(carla));
    CHECK(waits(lund.ana));
    CHECK(unanswered() == 0);
    CHECK(answered());
    // What she said as a coach stays an answer when she is none any more.
    lund.store.write([&](store::Session& session) {
      for (const auto& held : access::roles_of(session, carla)) access::end_role(session, held.id, shape::now());
    });
    CHECK(unanswered() == 0);
  }
}

}  // namespace trivium::api

// Several invitations of one address: what is left of them once she came by one.
#include "api/join_page.hpp"
#include "api/lund.hpp"
#include "api/network_page.hpp"
#include "api/people_page.hpp"

namespace trivium::api {
namespace {

access::Invitation to_coach(const Lund& lund, const std::string& email) {
  return {.id = {},
          .key_hash = {},
          .name = "Maja",
          .email = email,
          .role = access::Role::coach,
          .cluster = lund.cluster,
          .invited_by = lund.ana};
}

void hosts(Lund& lund, bool does) {
  lund.store.write([&](store::Session& session) {
    session.run("update people set hosts = :does where name = 'Ana'", {{"does", does ? 1 : 0}});
  });
}

std::string invite(Lund& lund, const access::Invitation& invitation) {
  return lund.store.write([&](store::Session& session) { return access::invite(session, invitation, shape::now()); })
      .text;
}

std::vector<std::string> still_open(Lund& lund) {
  std::vector<std::string> open;
  lund.store.read([&](store::Session& session) {
    for (const auto& one : access::unanswered_invitations(session, lund.cluster))
      open.push_back(one.email + " as " + std::string{shape::name_of(one.role)});
    return true;
  });
  return open;
}

Asking stranger() {
  return {.visitor = {}, .language = "en", .now = shape::now(), .address = "192.0.2.1", .device = "test"};
}

}  // namespace

TEST_CASE("who comes by one invitation is listed no more, and no other link of hers to that role is good") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    hosts(lund, true);
    const auto older = invite(lund, to_coach(lund, "maja@example.org"));
    const auto newer = invite(lund, to_coach(lund, "maja@example.org"));
    auto otherwise = to_coach(lund, "maja@example.org");
    otherwise.role = access::Role::coordinator;
    invite(lund, otherwise);
    invite(lund, to_coach(lund, "max@example.org"));
    REQUIRE(still_open(lund).size() == 4);
    REQUIRE(AcceptInvitation{lund.store}({.key = newer, .name = "Maja", .password = "a long password"}, stranger()));
    CHECK(still_open(lund) == std::vector<std::string>{"maja@example.org as coordinator", "max@example.org as coach"});
    const auto again =
        AcceptInvitation{lund.store}({.key = older, .name = "", .password = "a long password"}, stranger());
    REQUIRE_FALSE(again);
    CHECK(again.error().why == Why::gone);
    lund.store.read([&](store::Session& session) {
      CHECK(session.number("select count(*) from roles where role = 'coach'") == 1);
      return true;
    });
  }
}

TEST_CASE("an address is invited anew once its invitation is withdrawn or has expired") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    hosts(lund, true);
    const std::string here = "http://trivium.test";
    const Invite maja{.cluster = lund.cluster,
                      .name = "Maja",
                      .email = "maja@example.org",
                      .role = access::Role::coach,
                      .initiative = {},
                      .instead_of = {}};
    const InvitePerson invite_one{.house = lund.house, .public_address = here};
    auto asking = lund.asking(lund.ana);
    const auto first = invite_one(maja, asking);
    REQUIRE(first);
    const auto again = invite_one(maja, asking);
    REQUIRE_FALSE(again);
    CHECK(again.error().flaws.front().key == "flaw.invited_already");
    CHECK(still_open(lund).size() == 1);
    REQUIRE(WithdrawOneInvitation{lund.store}({.invitation = first->invitations.front().invitation}, asking));
    CHECK(invite_one(maja, asking));
    asking.now = shape::later(asking.now, std::chrono::hours{24 * 15});
    CHECK(invite_one(maja, asking));
  }
}

TEST_CASE("an invitation opens nothing once who sent it may invite no more; who hands over and is ended stays out") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const auto why = [&](const std::string& key) -> std::optional<Why> {
      const auto shown = ShowJoin{lund.store}({.key = key}, stranger());
      const auto joined =
          AcceptInvitation{lund.store}({.key = key, .name = "Maja", .password = "a long password"}, stranger());
      CHECK(shown.has_value() == joined.has_value());
      return joined ? std::nullopt : std::optional{joined.error().why};
    };
    hosts(lund, true);
    const auto by_host = invite(lund, to_coach(lund, "maja@example.org"));
    hosts(lund, false);
    CHECK(why(by_host) == Why::gone);
    hosts(lund, true);
    CHECK_FALSE(why(by_host));

    // Bo hands over to somebody, or to himself under another address, and is ended.
    const auto of_bo =
        lund.store.read([&](store::Session& session) { return access::roles_of(session, lund.bo).front().id; });
    const auto to = [&](const std::string& email) {
      auto after = to_coach(lund, email);
      after.role = access::Role::manager;
      after.instead_of = of_bo;
      after.invited_by = lund.bo;
      return invite(lund, after);
    };
    const auto taken = to("bo2@example.org");
    const auto late = to("bo3@example.org");
    CHECK_FALSE(why(taken));
    CHECK(lund.store.read([&](store::Session& session) { return access::roles_of(session, lund.bo).empty(); }));
    CHECK(why(late) == Why::gone);
  }
}

TEST_CASE("who hands over finds her own link in the list, and no other, and withdraws it when it is lost") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    hosts(lund, true);
    invite(lund, to_coach(lund, "maja@example.org"));
    hosts(lund, false);
    const auto role_of = [&](const triangle::PersonId& who) {
      return lund.store.read([&](store::Session& session) { return access::roles_of(session, who).front().id; });
    };
    const std::string here = "http://trivium.test";
    const InvitePerson invite_one{.house = lund.house, .public_address = here};
    const Invite after{.cluster = lund.cluster,
                       .name = "Nora",
                       .email = "nora@example.org",
                       .role = access::Role::manager,
                       .initiative = {},
                       .instead_of = role_of(lund.bo)};
    const auto made = invite_one(after, lund.asking(lund.bo));
    REQUIRE(made);
    REQUIRE(made->invitations.size() == 1);  // not the coach's
    CHECK(made->invitations.front().email == "nora@example.org");
    CHECK(ShowCluster{lund.store}({.cluster = lund.cluster}, lund.asking(lund.ana))->invitations.empty());
    const WithdrawInvitation hers{.invitation = made->invitations.front().invitation};
    const auto by_colleague = WithdrawOneInvitation{lund.store}(hers, lund.asking(lund.ana));
    REQUIRE_FALSE(by_colleague);
    CHECK(by_colleague.error().why == Why::not_yours);
    REQUIRE(WithdrawOneInvitation{lund.store}(hers, lund.asking(lund.bo)));
    CHECK(invite_one(after, lund.asking(lund.bo)));  // anew, to the same address
  }
}

}  // namespace trivium::api

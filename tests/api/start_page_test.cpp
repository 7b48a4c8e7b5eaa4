// What the first page offers somebody who comes when a round has begun: a table of her own in it.
#include "api/start_page.hpp"

#include "access/invitation.hpp"
#include "api/home_page.hpp"
#include "api/join_page.hpp"
#include "api/lund.hpp"
#include "api/people_page.hpp"
#include "personal/erase.hpp"
#include "personal/retention.hpp"
#include "programme/taking_part.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {
namespace {

using access::Role;
using Titles = std::vector<std::string>;

const shape::Instant kMay{"2026-05-01T08:00:00.000Z"};

// Lund takes part in a programme since May. Its tables are due on 19 September, its last day is 29 October; Bo has
// sent.
struct Begun {
  explicit Begun(const std::string& url) : lund{url} {
    lund.store.write([&](store::Session& session) {
      programme::add(session, {.id = network, .name = "West", .illustration = false, .created_at = kMay});
      programme::open(session, programme, our_programme(), 2026, kMay);
      REQUIRE(programme::take_in(session, programme, lund.cluster, 1, kMay));
      round = triangle::rounds_of(session, lund.cluster).front().id;
      triangle::send(session, access::settle_table(session, round, lund.bo), access::kMorning);
      maja = access::settle_person(session, "Maja");
    });
  }

  access::RoleId comes(const triangle::PersonId& who, const triangle::ClusterId& cluster, Role role = Role::manager) {
    access::RoleId given;
    lund.store.write([&](store::Session& session) { given = access::settle_role(session, who, cluster, role); });
    return given;
  }

  Asking on(const std::string& day, const triangle::PersonId& who) {
    auto asking = lund.asking(who);
    asking.now = {day + "T08:00:00.000Z"};
    return asking;
  }

  StartPage page(const std::string& day, const triangle::PersonId& who) {
    const auto shown = ShowStart{lund.house}({}, on(day, who));
    REQUIRE(shown.has_value());
    return *shown;
  }

  Titles offered(const std::string& day, const triangle::PersonId& who) {
    Titles titles;
    for (const auto& one : page(day, who).to_start) titles.push_back(one.title);
    return titles;
  }

  Lund lund;
  access::NetworkId network = access::NetworkId::fresh();
  programme::Programme programme{.id = triangle::ProgrammeId::fresh(),
                                 .network = network,
                                 .title = "Learning to look",
                                 .most_managers = 4,
                                 .opened_on = {"2026-05-01"}};
  triangle::RoundId round;
  triangle::PersonId maja;
};

const Titles kNone;
const Titles kBegun{"Learning to look"};
const Titles kNewer{"The round of 2026-10-01"};
const Titles kBoth{"The round of 2026-10-01", "Learning to look"};

}  // namespace

TEST_CASE("who comes late is offered the round that has begun while its table is owed, a newer one beside it or not") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    CHECK(begun.offered("2026-10-01", begun.maja) == kNone);  // she has not come yet
    const auto role = begun.comes(begun.maja, begun.lund.cluster);
    CHECK(begun.offered("2026-09-19", begun.maja) == kBegun);  // the last day of filling in
    CHECK(begun.offered("2026-10-01", begun.maja) == kBegun);  // it has passed
    begun.lund.store.write(
        [&](store::Session& session) { access::settle_round(session, begun.lund.cluster, "2026-10-01"); });
    CHECK(begun.offered("2026-09-19", begun.maja) == kBoth);
    CHECK(begun.offered("2026-10-29", begun.maja) == kBoth);      // the programme's last day
    CHECK(begun.offered("2026-10-30", begun.maja) == kNewer);     // nothing is owed any more
    CHECK(begun.offered("2026-10-01", begun.lund.bo) == kNewer);  // he has his, sent

    REQUIRE(StartOwnTable{begun.lund.store}({.round = begun.round, .started_from = triangle::Vertex::B},
                                            begun.on("2026-10-01", begun.maja)));
    CHECK(begun.offered("2026-10-01", begun.maja) == kNewer);
    const auto mine = begun.page("2026-10-01", begun.maja).mine;
    REQUIRE(mine.size() == 1);
    CHECK(mine.front().round == "Learning to look");

    CHECK(mine.front().send_by == shape::Date{"2026-09-19"});
    begun.lund.store.write([&](store::Session& session) { access::end_role(session, role, access::kMorning); });
    CHECK(begun.offered("2026-10-01", begun.maja) == kNone);
    const auto kept = begun.page("2026-09-01", begun.maja).mine;  // hers, and not asked for any more
    REQUIRE(kept.size() == 1);
    CHECK_FALSE(kept.front().send_by.has_value());
    CHECK_FALSE(kept.front().days_left.has_value());
    const auto home =
        ShowHome{begun.lund.house}({.assessment = kept.front().assessment}, begun.on("2026-09-01", begun.maja));
    REQUIRE(home.has_value());
    CHECK_FALSE(home->send_by.has_value());
  }
}

TEST_CASE("a round that has begun is offered to who comes as its manager: no coach, coordinator or manager elsewhere") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    triangle::ClusterId wood;
    begun.lund.store.write([&](store::Session& session) { wood = access::settle_cluster(session, "Umeå", "Wood"); });
    begun.comes(begun.maja, wood);
    for (const Role role : {Role::coach, Role::coordinator}) begun.comes(begun.maja, begun.lund.cluster, role);
    CHECK(begun.offered("2026-10-01", begun.maja) == kNone);
  }
}

TEST_CASE("a round whose tables are removed is offered to nobody from that day on") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    begun.comes(begun.maja, begun.lund.cluster);
    begun.lund.store.write([&](store::Session& session) {
      personal::set_days(session, begun.network, personal::kLeastDays, begun.lund.ana, kMay);
    });
    CHECK(begun.offered("2026-11-28", begun.maja) == kBegun);  // the newest there is
    CHECK(begun.offered("2026-11-29", begun.maja) == kNone);   // thirty days after 30 October
  }
}

TEST_CASE("who has handed over is told who came, where she named that person herself and does not manage there again") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    const auto hand_over = [&](const triangle::PersonId& from, const triangle::PersonId& by, const std::string& to) {
      const auto key = begun.lund.store.write([&](store::Session& session) {
        session.run("update people set hosts = 1 where id = :id", {{"id", begun.maja}});
        return access::invite(session,
                              {.id = {},
                               .key_hash = {},
                               .name = to,
                               .email = to + "@example.org",
                               .role = Role::manager,
                               .cluster = begun.lund.cluster,
                               .instead_of = access::roles_of(session, from).front().id,
                               .invited_by = by},
                              shape::now());
      });
      auto stranger = begun.lund.asking(begun.maja);
      stranger.visitor = {};
      const auto told_before = begun.page("2026-10-01", from).handed_over.size();
      REQUIRE(
          AcceptInvitation{begun.lund.store}({.key = key.text, .name = to, .password = "a long password"}, stranger));
      CHECK(told_before == 0);
    };
    hand_over(begun.lund.ana, begun.lund.ana, "nora");
    hand_over(begun.lund.bo, begun.maja, "nils");  // by whoever hosts
    const auto told = begun.page("2026-10-01", begun.lund.ana).handed_over;
    REQUIRE(told.size() == 1);
    CHECK(told.front().name == "nora");
    CHECK(told.front().city == "Lund");
    CHECK(told.front().cluster == "Food");
    CHECK(begun.page("2026-10-01", begun.lund.bo).handed_over.empty());
    const auto today = shape::date_of(shape::now()).text;  // on which they came
    CHECK(begun.page(today, begun.lund.ana).taken_out.empty());
    CHECK(begun.page(today, begun.lund.bo).taken_out.size() == 1);  // he did not ask for it
    begun.lund.store.write(
        [&](store::Session& session) { personal::erase_address(session, "nora@example.org", shape::now()); });
    CHECK(begun.page(today, begun.lund.ana).taken_out.empty());  // nobody knows any more that she asked for it
    begun.comes(begun.lund.ana, begun.lund.cluster);
    CHECK(begun.page("2026-10-01", begun.lund.ana).handed_over.empty());
  }
}

TEST_CASE("what is done stands behind what is due, whatever day it has") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    begun.comes(begun.maja, begun.lund.cluster, Role::coordinator);
    const auto due = begun.page("2026-05-02", begun.maja).due;
    REQUIRE(due.size() > 1);
    const auto first_done = std::ranges::find_if(due, &DeadlineLine::done);
    REQUIRE(first_done != due.end());
    REQUIRE(first_done != due.begin());
    CHECK(first_done->last_day.text < due.front().last_day.text);
    CHECK(std::all_of(first_done, due.end(), [](const DeadlineLine& one) { return one.done; }));
  }
}

TEST_CASE("of the tables a coach may read, the one that was sent last stands first, with its day") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    begun.comes(begun.maja, begun.lund.cluster, Role::coach);
    const shape::Instant later{"2026-10-20T08:00:00.000Z"};
    begun.lund.store.write([&](store::Session& session) {
      const auto older = access::settle_round(session, begun.lund.cluster, "2026-03-01");
      triangle::send(session, access::settle_table(session, older, begun.lund.ana), later);
    });
    const auto to_read = begun.page("2026-10-21", begun.maja).to_read;
    REQUIRE(to_read.size() == 2);
    CHECK(to_read.front().manager == "Ana");
    CHECK(to_read.front().sent_at == later);
    CHECK(to_read.back().manager == "Bo");
    CHECK(to_read.back().sent_at == access::kMorning);
  }
}

TEST_CASE("a manager whose role somebody else has ended is told so for thirty days, or until she is back") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Begun begun{fresh.url};
    begun.lund.store.write([&](store::Session& session) {
      session.run("update people set hosts = 1 where id = :id", {{"id", begun.maja}});
    });
    const auto end = [&](const std::string& day, const triangle::PersonId& by, const triangle::PersonId& whose) {
      const auto held =
          begun.lund.store.read([&](store::Session& session) { return access::roles_of(session, whose); });
      REQUIRE(held.size() == 1);
      REQUIRE(EndOneRole{begun.lund.store}({held.front().id}, begun.on(day, by)));
    };
    const auto told = [&](const std::string& day, const triangle::PersonId& who) {
      std::vector<std::string> lines;
      for (const auto& one : begun.page(day, who).taken_out)
        lines.push_back(one.city + ", " + one.cluster + ", " + one.ended_at.text.substr(0, 10));
      return lines;
    };
    const auto& ana = begun.lund.ana;
    CHECK(told("2026-10-01", ana).empty());
    end("2026-10-01", begun.maja, ana);
    end("2026-10-01", begun.lund.bo, begun.lund.bo);
    CHECK(told("2026-10-01", ana) == Titles{"Lund, Food, 2026-10-01"});
    CHECK(told("2026-10-30", ana) == Titles{"Lund, Food, 2026-10-01"});
    CHECK(told("2026-10-31", ana).empty());
    CHECK(told("2026-10-01", begun.lund.bo).empty());  // he has left
    CHECK(told("2026-10-01", begun.maja).empty());

    begun.comes(ana, begun.lund.cluster);
    CHECK(told("2026-10-02", ana).empty());
    end("2026-10-03", begun.maja, ana);
    CHECK(told("2026-10-04", ana) == Titles{"Lund, Food, 2026-10-03"});
    begun.comes(ana, begun.lund.cluster);
    end("2026-10-05", ana, ana);
    CHECK(told("2026-10-06", ana).empty());  // what she did last she knows

    const auto coach = begun.comes(begun.lund.bo, begun.lund.cluster, Role::coach);
    REQUIRE(EndOneRole{begun.lund.store}({coach}, begun.on("2026-10-06", begun.maja)));
    CHECK(told("2026-10-06", begun.lund.bo).empty());  // the sentence is about tables
  }
}

}  // namespace trivium::api

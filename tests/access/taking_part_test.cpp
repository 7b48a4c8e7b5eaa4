// At most four managers of a city in a programme, however they come.
#include "programme/taking_part.hpp"
#include "access/invitation.hpp"
#include "access/town.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace trivium::access {
namespace {

const shape::Instant kLater{"2026-10-05T08:00:00.000Z"};
const shape::Instant kLongAfter{"2027-01-05T08:00:00.000Z"};

// A network with one programme of 2026, in which two clusters of Lund and one of Umeå take part.
struct TwoCities {
  NetworkId network = NetworkId::fresh();
  programme::Programme programme{.id = triangle::ProgrammeId::fresh(),
                                 .network = network,
                                 .title = "Learning to look",
                                 .most_managers = 4,
                                 .opened_on = {"2026-05-01"}};
  ClusterId food, film, wood;

  explicit TwoCities(store::Session& session)
      : food(settle_cluster(session, "Lund", "Food")),
        film(settle_cluster(session, "Lund", "Film")),
        wood(settle_cluster(session, "Umeå", "Wood")) {
    programme::add(session, {.id = network, .name = "West", .illustration = false, .created_at = kMorning});
    programme::Template usual{.section = "5", .most_managers = 4, .steps = {}};
    for (std::size_t at = 0; at < usual.steps.size(); ++at) {
      usual.steps[at].month = 8 + static_cast<int>(at);
      usual.steps[at].day = 1;
    }
    programme::open(session, programme, usual, 2026, kMorning);
    for (const auto& cluster : {food, film, wood})
      REQUIRE(programme::take_in(session, programme, cluster, 1, kMorning));
  }

  bool full(store::Session& session, const ClusterId& cluster, const std::string& email, bool with_invited = true,
            const std::optional<RoleId>& instead_of = {}, const shape::Instant& now = kLater) const {
    return programme::full_for(session, cluster, email, with_invited,
                               instead_of ? std::optional{instead_of->text} : std::nullopt, now)
        .has_value();
  }
};

void invite_manager(store::Session& session, const ClusterId& cluster, const std::string& email, const PersonId& by) {
  invite(session,
         {.id = {},
          .key_hash = {},
          .name = "Somebody",
          .email = email,
          .role = Role::manager,
          .cluster = cluster,
          .invited_by = by},
         kMorning);
}

}  // namespace

TEST_CASE("a role that ended is told of with its days where it was held, of a cluster or a network, the latest first") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([&](store::Session& session) {
      const TwoCities cities{session};
      const auto ana = settle_person(session, "Ana");
      const auto bo = settle_person(session, "Bo");
      const auto first = settle_role(session, ana, cities.food, Role::manager);
      const auto second = settle_role(session, bo, cities.food, Role::coach);
      settle_role(session, ana, cities.film, Role::manager);  // she stays here
      const auto leads = RoleId::fresh();
      give_role(session,
                {.id = leads, .person = ana, .role = Role::lead, .network = cities.network, .since = kMorning});
      CHECK(ended_roles(session, cities.food).empty());
      end_role(session, first, kLater);
      end_role(session, second, kLongAfter);
      end_role(session, leads, kLater);
      const auto of_food = ended_roles(session, cities.food);
      REQUIRE(of_food.size() == 2);
      CHECK(of_food[0].name == "Bo");
      CHECK(of_food[0].role == Role::coach);
      CHECK(of_food[0].until == kLongAfter);
      CHECK(of_food[1].name == "Ana");
      CHECK(of_food[1].since == kMorning);
      CHECK(ended_roles(session, cities.film).empty());
      const auto of_network = ended_roles(session, cities.network);
      REQUIRE(of_network.size() == 1);
      CHECK(of_network[0].role == Role::lead);
    });
  }
}

TEST_CASE("the fifth manager of a city has no room; one who manages there already, and another city, have") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const TwoCities two{session};
      std::vector<RoleId> held;
      std::vector<std::string> emails;
      for (int i = 0; i < 4; ++i) {
        CHECK_FALSE(two.full(session, two.food, "next@example.org"));
        const auto manager = settle_person(session, "Manager " + std::to_string(i));
        emails.push_back(person(session, manager)->email);
        held.push_back(settle_role(session, manager, i % 2 == 0 ? two.food : two.film, Role::manager));
      }
      CHECK(two.full(session, two.food, "next@example.org"));
      CHECK(two.full(session, two.film, "next@example.org"));
      CHECK_FALSE(two.full(session, two.film, emails[0]));  // manages Food, takes no more room
      CHECK_FALSE(two.full(session, two.wood, "next@example.org"));
      CHECK_FALSE(two.full(session, two.food, "next@example.org", true, held[1]));  // handed over
      CHECK_FALSE(two.full(session, two.food, "next@example.org", true, std::nullopt, kLongAfter));
      REQUIRE(end_role(session, held[2], kLater));
      CHECK_FALSE(two.full(session, two.food, "next@example.org"));
    });
  }
}

TEST_CASE("who is invited takes a place until the invitation is withdrawn or has expired") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const TwoCities two{session};
      const auto host = settle_person(session, "Host", true);
      for (int i = 0; i < 4; ++i) invite_manager(session, two.food, std::to_string(i) + "@example.org", host);
      const shape::Instant soon{"2026-09-21T08:00:00.000Z"};
      CHECK(two.full(session, two.film, "next@example.org", true, std::nullopt, soon));
      const auto lund = triangle::cluster(session, two.food)->city_id;
      const auto places = programme::room_in(session, two.programme, lund, soon);
      CHECK(places.here == 0);
      CHECK(places.invited == 4);
      CHECK(places.room == 0);
      CHECK(programme::room_in(session, two.programme, lund, kLater).room == 4);  // by then they have expired
      CHECK_FALSE(two.full(session, two.film, "next@example.org", false, std::nullopt, soon));
      CHECK_FALSE(two.full(session, two.film, "3@example.org", true, std::nullopt, soon));
      CHECK_FALSE(two.full(session, two.film, "next@example.org"));  // fifteen days on they have expired
      REQUIRE(withdraw(session, unanswered_invitations(session, two.food).front().id, soon));
      CHECK_FALSE(two.full(session, two.film, "next@example.org", true, std::nullopt, soon));
    });
  }
}

TEST_CASE("of eight who come at once for the last place, one gets it") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 8}};
    const auto two = store.write([](store::Session& session) {
      const TwoCities there{session};
      for (int i = 0; i < 3; ++i)
        settle_role(session, settle_person(session, "Manager " + std::to_string(i)), there.food, Role::manager);
      return there;
    });
    std::atomic<int> came = 0;
    {
      std::vector<std::jthread> crowd;
      for (int i = 0; i < 8; ++i) {
        crowd.emplace_back([&, i] {
          store.write([&](store::Session& session) {
            const auto somebody = settle_person(session, "Late " + std::to_string(i));
            if (two.full(session, two.film, person(session, somebody)->email)) return;
            settle_role(session, somebody, two.film, Role::manager);
            ++came;
          });
        });
      }
    }
    CHECK(came == 1);
    store.read([&](store::Session& session) {
      CHECK(programme::managers_in(session, two.programme.id).size() == 4);
      return true;
    });
  }
}

}  // namespace trivium::access

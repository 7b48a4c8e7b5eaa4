// Choices across the cities of a programme: from five tables on, of those who allow it, and never in anybody's words.
#include "api/comparison_page.hpp"

#include "api/check_page.hpp"
#include "api/lund.hpp"
#include "api/sharing_page.hpp"
#include "api/uses.hpp"
#include "programme/taking_part.hpp"

namespace trivium::api {
namespace {

class Cities {
 public:
  explicit Cities(Lund& lund) : lund_{lund} {
    lund.store.write([&](store::Session& session) {
      programme::add(session, {.id = network, .name = "West", .illustration = false, .created_at = access::kMorning});
      programme::open(session, programme, our_programme(), 2026, access::kMorning);
      take_in(session, lund.cluster);
    });
    reader = manager(lund.cluster, "Reader");
  }

  triangle::ClusterId city(const std::string& name) {
    return lund_.store.write([&](store::Session& session) {
      const auto cluster = access::settle_cluster(session, name, "Wood");
      take_in(session, cluster);
      return cluster;
    });
  }

  triangle::PersonId manager(const triangle::ClusterId& cluster, const std::string& name) {
    return lund_.store.write([&](store::Session& session) {
      const auto person = access::settle_person(session, name);
      access::settle_role(session, person, cluster, access::Role::manager);
      return person;
    });
  }

  // A sent table that says which type of policy there is, and may be counted.
  triangle::AssessmentId table(const triangle::ClusterId& cluster, const std::string& type, bool compared = true) {
    const auto person = manager(cluster, "Manager " + std::to_string(++count_));
    const auto id = lund_.store.write([&](store::Session& session) {
      const auto rounds = programme::clusters_in(session, programme.id);
      const auto there = std::ranges::find(rounds, cluster, &programme::ClusterTakingPart::cluster);
      return access::settle_table(session, there->round, person);
    });
    auto answer = saving(id, "B1");
    answer.facets = shape::Json{{"policy_type", type}};
    REQUIRE(SaveOneAnswer{lund_.house}(answer, lund_.asking(person)));
    REQUIRE(SendOwnTable{lund_.house}({.assessment = id}, lund_.asking(person)));
    allow(id, person, compared);
    owners_[id.text] = person;
    return id;
  }

  void allow(const triangle::AssessmentId& id, bool compared) { allow(id, owners_.at(id.text), compared); }

  ComparisonPage page() {
    auto page = ShowComparison{lund_.house}({.programme = programme.id}, lund_.asking(reader));
    REQUIRE(page.has_value());
    return *page;
  }

  const ComparedChoice& choice(const ComparisonPage& page, const std::string& code) {
    const auto found = std::ranges::find_if(
        page.choices, [&](const auto& line) { return line.facet == "policy_type" && line.code == code; });
    REQUIRE(found != page.choices.end());
    return *found;
  }

  access::NetworkId network = access::NetworkId::fresh();
  programme::Programme programme{.id = triangle::ProgrammeId::fresh(),
                                 .network = network,
                                 .title = "Learning to look",
                                 .most_managers = 4,
                                 .opened_on = {"2026-05-01"}};
  triangle::PersonId reader;

 private:
  void take_in(store::Session& session, const triangle::ClusterId& cluster) const {
    REQUIRE(programme::take_in(session, programme, cluster, 1, access::kMorning));
  }

  void allow(const triangle::AssessmentId& id, const triangle::PersonId& person, bool compared) {
    REQUIRE(
        ShareOwnTable{lund_.house}({.assessment = id, .with_city = false, .compared = compared}, lund_.asking(person)));
  }

  Lund& lund_;
  int count_ = 0;
  std::map<std::string, triangle::PersonId> owners_;
};

}  // namespace

TEST_CASE("fewer than five tables, or five of one city, show nothing; the fifth of a second city shows words only") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    Cities cities{lund};
    const auto umea = cities.city("Umeå");
    for (int i = 0; i < 4; ++i) cities.table(lund.cluster, "open_to_all");
    CHECK(cities.page().allowed == 4);
    CHECK(cities.page().choices.empty());
    const auto fifth = cities.table(lund.cluster, "club");
    CHECK(cities.page().one_city);
    CHECK(cities.page().choices.empty());
    cities.allow(fifth, false);
    cities.table(umea, "club");
    const auto page = cities.page();
    CHECK(page.tables == 5);
    CHECK(cities.choice(page, "open_to_all").how_many == programme::HowMany::more_than_half);
    CHECK(cities.choice(page, "club").how_many == programme::HowMany::half_or_fewer);
    for (const auto& line : page.choices) CHECK_FALSE(line.number.has_value());
  }
}

TEST_CASE("the tasks compared across cities are those of which `uses` says so") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Cities cities{lund};
  const auto umea = cities.city("Umeå");
  for (int i = 0; i < 4; ++i) cities.table(lund.cluster, "open_to_all");
  cities.table(umea, "club");
  std::set<std::string> compared;
  for (const auto& line : cities.page().choices) compared.insert(line.task);
  for (const auto& use : uses(our_questions().newest(), our_guidance())) {
    CAPTURE(use.task);
    CHECK(compared.contains(use.task) == (std::ranges::find(use.views, View::comparison) != use.views.end()));
  }
}

TEST_CASE("a table counts only when it is sent and allowed, and no more from when that is taken back") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Cities cities{lund};
  const auto umea = cities.city("Umeå");
  for (int i = 0; i < 5; ++i) cities.table(lund.cluster, "open_to_all");
  cities.table(umea, "club", false);
  CHECK(cities.page().allowed == 5);
  std::vector<triangle::AssessmentId> more;
  for (int i = 0; i < 5; ++i) more.push_back(cities.table(umea, "club"));
  auto page = cities.page();
  CHECK(page.tables == 10);
  CHECK(cities.choice(page, "open_to_all").number == 5);
  CHECK(cities.choice(page, "club").number == 5);
  CHECK(cities.choice(page, "both").how_many == programme::HowMany::fewer_than_five);
  // Read by facet: the one there is something to say about, and the others by name.
  REQUIRE(page.facets.size() == 1);
  CHECK(page.facets.front().said.size() == 2);
  CHECK(page.facets.front().little.size() == 1);
  const auto same_facet = [](const ComparedChoice& one, const ComparedChoice& other) {
    return one.task == other.task && one.facet == other.facet;
  };
  auto facets = page.choices;
  facets.erase(std::ranges::unique(facets, same_facet).begin(), facets.end());
  CHECK(page.silent.size() + 1 == facets.size());
  cities.allow(more.front(), false);
  page = cities.page();
  CHECK(page.allowed == 9);
  CHECK(page.tables == 0);  // the first five all come from Lund
  CHECK(page.one_city);
}

TEST_CASE("words of one's own are in nothing that is compared") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Cities cities{lund};
  const auto umea = cities.city("Umeå");
  for (int i = 0; i < 9; ++i) cities.table(i % 2 == 0 ? umea : lund.cluster, "open_to_all");
  const auto own = cities.table(umea, "open_to_all");
  const auto manager =
      lund.store.read([&](store::Session& session) { return triangle::assessment(session, own)->person; });
  auto answer = saving(own, "B1");
  answer.revision = 1;
  answer.facets = shape::Json{{"policy_type", {{"own", "A guild of the old kind"}}}};
  answer.notes = "A guild of the old kind";
  REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(manager)));
  const auto page = cities.page();
  CHECK(page.tables == 10);
  CHECK(shape::to_json(page).dump().find("guild") == std::string::npos);
}

TEST_CASE("who stands in no network of the programme does not learn that there is one") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Cities cities{lund};
  const auto stranger = lund.store.write([](store::Session& session) { return access::settle_person(session, "S"); });
  const auto refused = ShowComparison{lund.house}({.programme = cities.programme.id}, lund.asking(stranger));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().why == Why::not_found);
}

}  // namespace trivium::api

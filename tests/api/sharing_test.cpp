// Whom a page names under "Seen by", and who can really open it: the same people, in every state and at every task.
#include "api/sharing_page.hpp"

#include "access/invitation.hpp"
#include "api/case_page.hpp"
#include "api/cases_page.hpp"
#include "api/check_page.hpp"
#include "api/export.hpp"
#include "api/lund.hpp"
#include "api/own_cases_page.hpp"
#include "api/search_page.hpp"
#include "programme/taking_part.hpp"

#include <set>

namespace trivium::api {
namespace {

using access::Role;

// Two clusters of Lund and one of Umeå in one programme, and everybody around them.
struct Programme {
  explicit Programme(Lund& lund) {
    lund.store.write([&](store::Session& session) {
      const auto film = access::settle_cluster(session, "Lund", "Film");
      const auto wood = access::settle_cluster(session, "Umeå", "Wood");
      programme::add(session, {.id = network, .name = "West", .illustration = false, .created_at = access::kMorning});
      programme::open(session, programme, our_programme(), 2026, access::kMorning);
      for (const auto& cluster : {lund.cluster, film, wood})
        REQUIRE(programme::take_in(session, programme, cluster, 1, access::kMorning));
      const auto managing = [&](const std::string& name, const triangle::ClusterId& cluster) {
        const auto person = access::settle_person(session, name);
        access::settle_role(session, person, cluster, Role::manager);
        return person;
      };
      people = {lund.ana, lund.bo};
      const auto vera = managing("Vera", film);
      const auto wilma = managing("Wilma", film);
      const auto kim = managing("Kim", wood);
      people.insert(people.end(), {vera, wilma, kim});
      for (const Role role : {Role::coach, Role::coordinator}) {
        people.push_back(access::settle_person(session, std::string{shape::name_of(role)}));
        access::settle_role(session, people.back(), lund.cluster, role);
      }
      for (const Role role : {Role::lead, Role::observer, Role::coach, Role::coordinator}) {
        people.push_back(access::settle_person(session, std::string{shape::name_of(role)} + " of the network"));
        const bool in_a_city = role == Role::coach || role == Role::coordinator;
        const auto city = triangle::cluster(session, lund.cluster)->city_id;
        access::give_role(session, {.id = access::RoleId::fresh(),
                                    .person = people.back(),
                                    .role = role,
                                    .network = network,
                                    .city = in_a_city ? std::optional{city} : std::nullopt,
                                    .since = access::kMorning});
      }
      people.push_back(access::settle_person(session, "Host", true));
      people.push_back(access::settle_person(session, "Stranger"));
      const auto rounds = programme::clusters_in(session, programme.id);
      const auto round_of = [&](const triangle::ClusterId& cluster) {
        return std::ranges::find(rounds, cluster, &programme::ClusterTakingPart::cluster)->round;
      };
      table = access::settle_table(session, round_of(lund.cluster), lund.ana);
      // Bo and Vera have sent theirs, Kim too in the other city; Wilma has not.
      for (const auto& [person, cluster] : {std::pair{lund.bo, lund.cluster}, {vera, film}, {kim, wood}})
        triangle::send(session, access::settle_table(session, round_of(cluster), person), access::kMorning);
      access::settle_table(session, round_of(film), wilma);
    });
  }

  access::NetworkId network = access::NetworkId::fresh();
  programme::Programme programme{.id = triangle::ProgrammeId::fresh(),
                                 .network = network,
                                 .title = "Learning to look",
                                 .most_managers = 4,
                                 .opened_on = {"2026-05-01"}};
  std::vector<triangle::PersonId> people;
  triangle::AssessmentId table;
};

using Names = std::set<std::string>;

Names names_of(Lund& lund, const std::vector<triangle::PersonId>& people) {
  return lund.store.read([&](store::Session& session) {
    Names names;
    for (const auto& person : people) names.insert(access::person(session, person)->name);
    return names;
  });
}

std::vector<triangle::PersonId> readers(Lund& lund, const Programme& around, const std::string& task) {
  std::vector<triangle::PersonId> read;
  for (const auto& person : around.people) {
    if (ShowQuestion{lund.house}({.assessment = around.table, .task = task, .back = {}, .more = {}},
                                 lund.asking(person)))
      read.push_back(person);
  }
  return read;
}

// "you, Bo, and coach" or "you and Bo": the names of a sentence, for whose table it is.
Names named(const std::string& sentence) {
  Names names;
  std::string rest = sentence;
  for (const std::string last : {", and ", " and "}) {
    if (const auto at = rest.find(last); at != std::string::npos) rest.replace(at, last.size(), ", ");
  }
  for (std::size_t from = 0; from <= rest.size();) {
    const auto end = std::min(rest.find(", ", from), rest.size());
    names.insert(rest.substr(from, end - from));
    from = end + 2;
  }
  return names;
}

// Who finds a word of the table by searching for it, and whether each is told that these people see it.
std::vector<triangle::PersonId> finders(Lund& lund, const Programme& around, const Names& seen) {
  std::vector<triangle::PersonId> find;
  for (const auto& person : around.people) {
    const auto page = SearchAnswers{lund.house}({.q = "herring"}, lund.asking(person));
    REQUIRE(page.has_value());
    if (page->found.empty()) continue;
    find.push_back(person);
    CHECK(page->found.size() == 1);
    auto told = named(page->found.front().seen_by.names);
    if (person == lund.ana) {
      CHECK(told.erase("you") == 1);
      told.insert("Ana");
    }
    CHECK(told == seen);
  }
  return find;
}

}  // namespace

TEST_CASE("“Seen by” names exactly those who can open it: mine, with the coaches, with the city, at all 32 tasks") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const Programme around{lund};
  auto answer = saving(around.table, "A1");
  answer.notes = "herring in secret sauce";
  REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(lund.ana)));
  const std::map<Reach, Names> expected{
      {Reach::mine, {"Ana"}},
      {Reach::coaches, {"Ana", "Bo", "coach", "coach of the network"}},
      {Reach::city,
       {"Ana", "Bo", "Vera", "coach", "coach of the network", "coordinator", "coordinator of the network"}}};
  int combinations = 0;
  for (const Reach reach : {Reach::mine, Reach::coaches, Reach::city}) {
    if (reach == Reach::coaches) REQUIRE(SendOwnTable{lund.house}({.assessment = around.table}, lund.asking(lund.ana)));
    if (reach == Reach::city) {
      REQUIRE(ShareOwnTable{lund.house}({.assessment = around.table, .with_city = true, .compared = false},
                                        lund.asking(lund.ana)));
    }
    CHECK(ShowSharing{lund.house}({.assessment = around.table}, lund.asking(lund.ana))->reach == reach);
    CHECK(names_of(lund, finders(lund, around, expected.at(reach))) == expected.at(reach));
    for (const auto& task : our_questions().newest().tasks) {
      CAPTURE(shape::name_of(reach));
      CAPTURE(task.id);
      const auto page = ShowQuestion{lund.house}({.assessment = around.table, .task = task.id, .back = {}, .more = {}},
                                                 lund.asking(lund.ana));
      REQUIRE(page.has_value());
      auto said = named(page->seen_by.names);
      CHECK(said.erase("you") == 1);
      said.insert("Ana");
      CAPTURE(page->seen_by.names);
      CHECK(said == expected.at(reach));
      CHECK(names_of(lund, readers(lund, around, task.id)) == said);
      ++combinations;
    }
  }
  CHECK(combinations == 96);
}

TEST_CASE("a cluster's own case that somebody translated is not named to the city, which reads none of its cases") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const Programme around{lund};
  TellCase kitchen{};
  kitchen.cluster = lund.cluster;
  kitchen.kind = triangle::CaseKind::failure;
  kitchen.title = "The kitchen nobody used";
  kitchen.situation = "Small firms asked for one.";
  kitchen.what_was_done = "We rented one.";
  const auto told = TellOwnCase{lund.house}(kitchen, lund.asking(lund.bo));
  REQUIRE(told.has_value());
  Translate taken{};
  taken.assessment = around.table;
  taken.told_case = told->record.own_case.text;
  taken.same = "small firms";
  REQUIRE(TranslateCase{lund.house}(taken, lund.asking(lund.ana)));
  REQUIRE(SendOwnTable{lund.house}({.assessment = around.table}, lund.asking(lund.ana)));
  REQUIRE(ShareOwnTable{lund.house}({.assessment = around.table, .with_city = true, .compared = false},
                                    lund.asking(lund.ana)));
  const auto titles = [&](const triangle::PersonId& reader) {
    const auto table = ExportTable{lund.house}({.assessment = around.table}, lund.asking(reader));
    REQUIRE(table.has_value());
    REQUIRE(table->translations.value().size() == 1);
    const auto cases = ShowCases{lund.house}({.assessment = around.table}, lund.asking(reader));
    REQUIRE(cases.has_value());
    return std::pair{table->translations->front().title, shape::to_json(*cases).dump().contains(*kitchen.title)};
  };
  CHECK(titles(lund.bo) == std::pair{*kitchen.title, true});
  const auto vera = std::ranges::find_if(around.people,
                                         [&](const auto& person) { return names_of(lund, {person}) == Names{"Vera"}; });
  CHECK(titles(*vera) == std::pair{std::string{}, false});
}

TEST_CASE("a table closed to the city again is read by it no more, and what was said stays as of when it was said") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const Programme around{lund};
    const auto decide = [&](bool with_city, bool compared) {
      REQUIRE(ShareOwnTable{lund.house}({.assessment = around.table, .with_city = with_city, .compared = compared},
                                        lund.asking(lund.ana)));
      return lund.store.read([&](store::Session& session) { return *triangle::assessment(session, around.table); });
    };
    REQUIRE(SendOwnTable{lund.house}({.assessment = around.table}, lund.asking(lund.ana)));
    const auto closed = readers(lund, around, "A1");
    const auto opened = decide(true, true);
    CHECK(readers(lund, around, "A1").size() == closed.size() + 3);
    const auto again = decide(true, true);
    CHECK(again.open_to_city_at == opened.open_to_city_at);
    CHECK(again.compared_at == opened.compared_at);
    const auto back = decide(false, false);
    CHECK_FALSE(back.open_to_city_at.has_value());
    CHECK_FALSE(back.compared_at.has_value());
    CHECK(readers(lund, around, "A1") == closed);
  }
}

}  // namespace trivium::api

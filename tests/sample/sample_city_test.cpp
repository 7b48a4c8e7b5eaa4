// The sample city goes in and out as a whole, and nothing else is touched.
#include "sample/sample_city.hpp"

#include "access/sight.hpp"
#include "access/stands_for.hpp"
#include "access/town.hpp"
#include "programme/coach_note.hpp"
#include "programme/conversation.hpp"
#include "programme/taking_part.hpp"
#include "programme/visit.hpp"
#include "triangle/answer.hpp"
#include "triangle/own_case.hpp"
#include "triangle/translation.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace trivium::sample {
namespace {

const std::filesystem::path kData = std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data";

SampleCity the_city() {
  static const auto questions = framework::QuestionSets::load(kData / "framework").value();
  return SampleCity::load(kData / "sample", questions).value();
}

std::map<std::string, std::int64_t> counts(store::Session& session) {
  std::map<std::string, std::int64_t> found;
  for (const char* table : {"people",          "cities",
                            "clusters",        "roles",
                            "sessions",        "rounds",
                            "assessments",     "answers",
                            "answer_versions", "looks",
                            "translations",    "translation_outcomes",
                            "own_cases",       "networks",
                            "network_cities",  "programmes",
                            "programme_steps", "conversations",
                            "remarks",         "told_to_all",
                            "visits",          "coach_notes",
                            "closings",        "retention",
                            "initiatives",     "initiatives_of_roles"}) {
    found[table] = session.number(std::string{"select count(*) from "} + table);
  }
  return found;
}

}  // namespace

TEST_CASE("the sample city comes with two managers and an earlier round, all marked as an illustration") {
  for (const auto& database : databases()) {
    for (const char* language : {"en", "es"}) {
      CAPTURE(database.name);
      CAPTURE(language);
      const auto fresh = database.fresh();
      store::Store store{{.url = fresh.url, .readers = 1}};
      const auto city = the_city();
      store.write([&](store::Session& session) {
        const auto first = city.settle(session, language, access::kMorning);
        const auto clusters = triangle::clusters(session);
        REQUIRE(clusters.size() == 1);
        CHECK(clusters.front().illustration);
        const auto people = access::illustrated_people(session);
        CHECK(people.size() == static_cast<std::size_t>(session.number("select count(*) from people")));
        std::size_t managers = 0;
        for (const auto& person : access::people_of(session, clusters.front().id))
          managers += person.role == access::Role::manager ? 1 : 0;
        CHECK(managers == 2);
        const auto initiatives = triangle::initiatives_of(session, clusters.front().id);
        CHECK(std::ranges::count_if(initiatives, [](const auto& one) { return one.within.has_value(); }) >= 2);
        CHECK(std::ranges::count_if(initiatives, [](const auto& one) { return one.ended_at.has_value(); }) == 1);
        std::set<access::PersonId> stand;
        for (const auto& stands : access::who_stands_for(session, clusters.front().id)) stand.insert(stands.person);
        CHECK(stand.size() == managers);  // each for one at least
        CHECK(triangle::rounds_of(session, clusters.front().id).size() == 2);
        const auto tables = triangle::assessments_of(session, first);
        REQUIRE(tables.size() == 2);
        CHECK(tables.back().sent_at);  // last round's
        CHECK(triangle::answers_of(session, tables.front().id).size() > 10);
        const auto taken = triangle::translations_of(session, tables.back().id);
        CHECK(taken.size() == 2);  // to be looked back at from this round's
        const auto library = YAML::LoadFile((kData / "library" / (std::string{language} + ".yaml")).string());
        for (const auto& text : taken) {
          CAPTURE(text.told_case);
          REQUIRE(library[text.told_case].IsDefined());
          CHECK(library[text.told_case]["title"].as<std::string>() == text.title);
        }
        for (const auto& person : people) CHECK_FALSE(person.password);  // nobody signs in as an invented person
      });
    }
  }
}

TEST_CASE("its network has run one programme to the end and is in the middle of another") {
  for (const auto& database : databases()) {
    for (const char* language : {"en", "es"}) {
      CAPTURE(database.name);
      CAPTURE(language);
      const auto fresh = database.fresh();
      store::Store store{{.url = fresh.url, .readers = 1}};
      store.write([&](store::Session& session) {
        the_city().settle(session, language, access::kMorning);
        const auto networks = programme::networks(session);
        REQUIRE(networks.size() == 1);
        CHECK(networks.front().illustration);
        const auto programmes = programme::programmes_of(session, networks.front().id);
        REQUIRE(programmes.size() == 2);
        for (const auto& one : programmes) {
          const auto steps = programme::steps_of(session, one.id);
          REQUIRE(steps.size() == programme::kSteps);
          for (std::size_t at = 1; at < steps.size(); ++at) CHECK(steps[at - 1].due_on < steps[at].due_on);
          const auto clusters = programme::clusters_in(session, one.id);
          REQUIRE(clusters.size() == 1);
          const auto round = clusters.front().round;
          const auto& filling_in = steps[programme::kFillingIn - 1];
          CHECK(triangle::round(session, round)->send_by == programme::last_day(filling_in.due, filling_in.due_on));
          const auto visit = programme::visit(session, round);
          REQUIRE(visit);
          CHECK(*visit->on_day <= steps[programme::kVisit - 1].due_on);
          CHECK(programme::timetable_of(visit->timetable).size() >= 5);
          const auto talks = programme::conversations_of(session, round);
          REQUIRE_FALSE(talks.empty());
          const bool over = one.id == programmes.back().id;  // the newest stands first
          CHECK(programme::told_in(session, one.id).size() == (over ? 1 : 0));
          for (const auto& talk : talks) CHECK(talk.resolved_at.has_value() == over);
          for (const auto& manager : programme::managers_in(session, one.id)) {
            CHECK(manager.sent_at.has_value() == over);
            CHECK(manager.handed_in_at.has_value() == over);
            CHECK(programme::notes_on(session, *manager.assessment).empty() != over);
          }
        }
      });
    }
  }
}

TEST_CASE("whoever looks round in it sees what their role sees, and neither invites, arranges nor ends a role") {
  const auto fresh = databases().front().fresh();
  store::Store store{{.url = fresh.url, .readers = 1}};
  store.write([&](store::Session& session) {
    the_city().settle(session, "en", access::kMorning);
    const auto network = programme::networks(session).front().id;
    const auto city = programme::cities_of(session, network).front().id;
    const auto cluster = triangle::clusters(session).front().id;
    std::set<access::Role> roles;
    for (const auto& person : access::illustrated_people(session)) {
      CAPTURE(person.name);
      const auto held = access::roles_of(session, person.id).front();
      roles.insert(held.role);
      const auto who = access::asker(session, person.id, person.hosts);
      CHECK(access::permission(who, network) == access::Permission{.sight = access::Sight::progress, .write = false});
      CHECK(access::permission(who, cluster) == access::Permission{.sight = access::Sight::progress, .write = false});
      CHECK(access::sight_of_city(who, network, city) == access::Sight::progress);
      CHECK_FALSE(access::may_invite(who, cluster, access::Role::manager));
      CHECK_FALSE(access::may_end(who, held));
      CHECK_FALSE(access::arranges_initiatives(who, cluster));
      CHECK_FALSE(access::says_stands_for(who, held));
      CHECK_FALSE(access::may_set_retention(who, network));
    }
    CHECK(roles == std::set{access::Role::manager, access::Role::coordinator, access::Role::coach, access::Role::lead});
  });
}

TEST_CASE("settling twice is settling once, and removing leaves everything else as it was") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const auto city = the_city();
    store.write([&](store::Session& session) {
      const auto ana = access::settle_person(session, "ana");
      const auto cluster = access::settle_cluster(session, "Lund", "Food");
      access::settle_role(session, ana, cluster, access::Role::manager);
      access::settle_table(session, access::settle_round(session, cluster, "2026-09-01"), ana);
      access::start_session(session, ana, "test", access::kMorning);
      const auto network = triangle::NetworkId::fresh();
      programme::add(session, {.id = network, .name = "West", .illustration = false, .created_at = access::kMorning});
      // A city of the network in which there is no cluster yet.
      programme::add_city(session, network, triangle::city_named(session, "Umeå", "Sweden"), access::kMorning);
      const auto before = counts(session);

      const auto first = city.settle(session, "en", access::kMorning);
      const auto with_sample = counts(session);
      CHECK(city.settle(session, "en", access::kMorning) == first);
      CHECK(counts(session) == with_sample);
      CHECK(with_sample.at("answers") > 40);

      access::start_session(session, first, "test", access::kMorning);
      // What people who look round write is gone with it.
      const auto tables = triangle::assessments_of(session, first);
      const auto about = triangle::translations_of(session, tables.back().id).front();
      REQUIRE(triangle::save(session, triangle::TranslationOutcome{.translation = about.id,
                                                                   .assessment = tables.front().id,
                                                                   .outcome = triangle::Outcome::not_tried,
                                                                   .what_happened = "",
                                                                   .language = "en",
                                                                   .revision = 0,
                                                                   .written_by = first,
                                                                   .written_at = access::kMorning}));
      triangle::OwnCase told{};
      told.id = triangle::OwnCaseId::fresh();
      told.cluster = tables.front().cluster;
      told.revision = 1;
      told.written_by = first;
      triangle::add(session, told);
      // A host may take a cluster that is real into its programme: the round stays, as one of no programme.
      const auto sample_network = programme::networks(session).front();
      REQUIRE(sample_network.illustration);
      session.run(
          "update rounds set programme = :programme where cluster = :cluster",
          {{"programme", programme::programmes_of(session, sample_network.id).front().id}, {"cluster", cluster}});
      // Its network had a number of days of its own, and took it back.
      session.run(
          "insert into retention (reach, days, set_by, set_at) select 'left:' || id, 60, :first, '2026' from networks "
          "where illustration = 1",
          {{"first", first}});
      remove_sample_city(session);
      CHECK(counts(session) == before);
      CHECK(session.number("select count(*) from rounds where programme is not null") == 0);
      remove_sample_city(session);
      CHECK(counts(session) == before);
    });
  }
}

}  // namespace trivium::sample

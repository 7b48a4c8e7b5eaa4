// For how long what is kept: tables of a programme go whole or not at all, whoever has one is told before.
#include "personal/retention.hpp"

#include "access/town.hpp"
#include "trail/check.hpp"
#include "trail/reading.hpp"

#include <doctest/doctest.h>

namespace trivium::personal {
namespace {

using access::NetworkId;
using access::PersonId;

// Malmö in a programme of the network West that ends on 30 November 2026; Lund in none.
struct Ended {
  PersonId lena;
  PersonId mona;
  NetworkId network{"west"};
  triangle::AssessmentId in_it;
  triangle::AssessmentId outside;
};

Ended settle(store::Session& session) {
  Ended town;
  town.lena = triangle::settle_person(session, "Lena");
  town.mona = triangle::settle_person(session, "Mona");
  session.run("insert into networks (id, name, illustration, created_at) values ('west', 'West', 0, '2026-01-01')");
  session.run(
      "insert into programmes (id, network, title, most_managers, opened_on) "
      "values ('programme', 'west', 'Learning', 4, '2026-01-01')");
  session.run(R"(
      insert into programme_steps (programme, step, due, due_on, deliverable, title, instructions, revision, changed_at)
      values ('programme', 5, 'by', '2026-11-30', 'none', '', '', 1, '2026-01-01'))");
  const auto malmo = triangle::settle_cluster(session, "Malmö", "Media");
  const auto lund = triangle::settle_cluster(session, "Lund", "Food");
  const auto taking_part = triangle::settle_round(session, malmo, "2026-09-01");
  session.run("update rounds set programme = 'programme' where id = :id", {{"id", taking_part}});
  town.in_it = triangle::settle_table(session, taking_part, town.mona);
  town.outside = triangle::settle_table(session, triangle::settle_round(session, lund, "2026-09-01"), town.mona);
  const auto answered = [&](const triangle::AssessmentId& table) {
    session.run(R"(
        insert into answers (assessment, task, notes, evidence, facets, language, revision, written_by, written_at)
        values (:table_id, 'A1', 'words', '', '{}', 'en', 1, :person, '2026-09-02'))",
                {{"table_id", table}, {"person", town.mona}});
  };
  answered(town.in_it);
  answered(town.outside);
  return town;
}

shape::Instant noon(const std::string& day) { return {day + "T12:00:00.000Z"}; }

template <class Claim>
void in_town(const Claim& claim) {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const auto town = store.write([](store::Session& session) { return settle(session); });
    claim(store, town);
  }
}

void keep_for(store::Store& store, const Ended& town, const std::optional<NetworkId>& network, std::optional<int> days,
              const std::string& day) {
  store.write([&](store::Session& session) { set_days(session, network, days, town.lena, noon(day)); });
}

std::int64_t tables(const store::Store& store) {
  return store.read([](store::Session& session) { return session.number("select count(*) from assessments"); });
}

}  // namespace

TEST_CASE("where nobody has set any days, tables stay") {
  in_town([](store::Store& store, const Ended&) {
    CHECK(remove_what_is_due(store, noon("2099-01-01")).tables == 0);
    CHECK(tables(store) == 2);
  });
}

TEST_CASE("tables of a programme go on their day and not before, with all that is in them; others stay") {
  in_town([](store::Store& store, const Ended& town) {
    keep_for(store, town, town.network, 60, "2026-06-01");
    CHECK(remove_what_is_due(store, noon("2027-01-28")).tables == 0);
    CHECK(remove_what_is_due(store, noon("2027-01-29")).tables == 1);
    CHECK(tables(store) == 1);
    store.read([&](store::Session& session) {
      CHECK(session.number("select count(*) from answers where assessment = :id", {{"id", town.outside}}) == 1);
      CHECK(session.number("select count(*) from answers") == 1);
      CHECK(session.number("select count(*) from trail where deed = 'tables_removed'") == 1);
      CHECK_FALSE(trail::check(session).fault);
      return true;
    });
    CHECK(remove_what_is_due(store, noon("2027-01-29")).tables == 0);
  });
}

TEST_CASE("a network's own days hold before the installation's") {
  in_town([](store::Store& store, const Ended& town) {
    keep_for(store, town, std::nullopt, 30, "2026-06-01");
    CHECK(store.read([](store::Session& session) { return kept_programmes(session); }).at(0).goes_on->text ==
          "2026-12-30");
    keep_for(store, town, town.network, 365, "2026-06-01");
    CHECK(store.read([](store::Session& session) { return kept_programmes(session); }).at(0).goes_on->text ==
          "2027-11-30");
    keep_for(store, town, town.network, std::nullopt, "2026-06-02");
    keep_for(store, town, std::nullopt, std::nullopt, "2026-06-02");
    CHECK_FALSE(store.read([](store::Session& session) { return kept_programmes(session); }).at(0).goes_on);
  });
}

TEST_CASE("days set late take nothing for thirty days") {
  in_town([](store::Store& store, const Ended& town) {
    keep_for(store, town, town.network, 30, "2028-05-01");  // long past already
    CHECK(remove_what_is_due(store, noon("2028-05-30")).tables == 0);
    CHECK(remove_what_is_due(store, noon("2028-05-31")).tables == 1);
  });
}

TEST_CASE("a network's own days taken back take nothing for thirty days, and nobody begins a table that goes") {
  in_town([](store::Store& store, const Ended& town) {
    keep_for(store, town, std::nullopt, 30, "2026-06-01");
    keep_for(store, town, town.network, 3650, "2026-06-01");
    const auto goes = [&] {
      return store.read([](store::Session& session) { return kept_programmes(session); }).at(0).goes_on->text;
    };
    keep_for(store, town, town.network, std::nullopt, "2028-05-01");  // the installation's thirty are long past
    CHECK(goes() == "2028-05-31");
    const auto removes = [&](const std::string& day) {
      return store.read([&](store::Session& session) {
        const auto in_it = triangle::assessment(session, town.in_it)->round;
        const auto outside = triangle::assessment(session, town.outside)->round;
        CHECK_FALSE(removes_tables_of(session, triangle::round(session, outside).value(), {day}));
        return removes_tables_of(session, triangle::round(session, in_it).value(), {day});
      });
    };
    CHECK_FALSE(removes("2028-05-30"));
    CHECK(removes("2028-05-31"));
    CHECK(remove_what_is_due(store, noon("2028-05-30")).tables == 0);
    CHECK(remove_what_is_due(store, noon("2028-05-31")).tables == 1);
    // A number of its own again: what was taken back says nothing any more.
    keep_for(store, town, town.network, 3650, "2028-06-01");
    CHECK(goes() == "2036-11-27");
    keep_for(store, town, town.network, std::nullopt, "2028-06-02");
    CHECK(goes() == "2028-07-02");
  });
}

TEST_CASE("whoever has a table there is told from thirty days before, and only of that one") {
  in_town([](store::Store& store, const Ended& town) {
    keep_for(store, town, town.network, 60, "2026-06-01");
    const auto told = [&](const PersonId& person, const std::string& day) {
      return store.read([&](store::Session& session) { return going(session, person, {day}); });
    };
    CHECK(told(town.mona, "2026-12-29").empty());
    REQUIRE(told(town.mona, "2026-12-30").size() == 1);
    CHECK(told(town.mona, "2026-12-30")[0].assessment == town.in_it);
    CHECK(told(town.mona, "2026-12-30")[0].goes_on.text == "2027-01-29");
    CHECK(told(town.lena, "2026-12-30").empty());
  });
}

TEST_CASE("sessions, addresses of calendars, reminders and refused sign-ins go thirty days after they were over") {
  in_town([](store::Store& store, const Ended& town) {
    store.write([&](store::Session& session) {
      const auto signed_in = [&](const std::string& id, const std::string& expires,
                                 const std::optional<std::string>& ended) {
        session.run(R"(
            insert into sessions (id, key_hash, person, device, started_at, last_seen_at, expires_at, ended_at)
            values (:id, :id, :person, 'x', '2026-01-01', '2026-01-01', :expires, :ended))",
                    {{"id", id}, {"person", town.mona}, {"expires", expires}, {"ended", ended}});
      };
      signed_in("open", "2026-12-31T00:00:00.000Z", std::nullopt);
      signed_in("ended lately", "2026-12-31T00:00:00.000Z", "2026-11-01T00:00:00.000Z");
      signed_in("ended", "2026-12-31T00:00:00.000Z", "2026-10-01T00:00:00.000Z");
      signed_in("expired", "2026-10-01T00:00:00.000Z", std::nullopt);
      session.run(
          "insert into refused_sign_ins (id, email, address, at) values ('turn', '', '', ''), "
          "('old', 'a', 'b', '2026-10-01T00:00:00.000Z'), ('new', 'a', 'b', '2026-11-28T00:00:00.000Z')");
      const auto calendar = [&](const std::string& id, const std::optional<std::string>& ended) {
        session.run(
            "insert into calendar_links (id, key_hash, person, made_at, ended_at) "
            "values (:id, :key_hash, :person, '2026-01-01', :ended)",
            {{"id", id}, {"key_hash", id}, {"person", town.mona}, {"ended", ended}});
      };
      calendar("open", std::nullopt);
      calendar("taken back lately", "2026-11-01T00:00:00.000Z");
      calendar("taken back", "2026-10-01T00:00:00.000Z");
      for (const std::string day : {"2026-10-01", "2026-11-20", "2026-12-10"})
        session.run(
            "insert into reminders (person, duty, about, last_day, days_before, claimed_at, sent_at) "
            "values (:person, 'table', 'programme', :last_day, 14, '2026-09-20', '2026-09-20')",
            {{"person", town.mona}, {"last_day", day}});
    });
    CHECK(remove_what_is_due(store, noon("2026-11-29")).passing == 5);
    store.read([](store::Session& session) {
      CHECK(session.number("select count(*) from sessions") == 2);
      CHECK(session.number("select count(*) from calendar_links") == 2);
      CHECK(session.number("select count(*) from reminders") == 2);         // of days that were lately, or are to come
      CHECK(session.number("select count(*) from refused_sign_ins") == 2);  // what turns wait for, and the new one
      return true;
    });
  });
}

}  // namespace trivium::personal

// Who sees what was taken from a case, and how it travels with a table.
#include "api/case_page.hpp"
#include "api/cases_page.hpp"
#include "api/import.hpp"
#include "api/lund.hpp"
#include "api/own_cases_page.hpp"

#include <doctest/doctest.h>

#include <set>

namespace trivium::api {
namespace {

Translate translating(const triangle::AssessmentId& table, const std::string& same, int revision = 0) {
  return {.assessment = table,
          .told_case = "brest",
          .revision = revision,
          .same = same,
          .different = {},
          .would_have_to_be_true = {},
          .language = {}};
}

void send(Lund& lund, const triangle::AssessmentId& table) {
  lund.store.write([&](store::Session& session) { triangle::send(session, table, shape::now()); });
}

access::PersonId coach_of(Lund& lund) {
  return lund.store.write([&](store::Session& session) {
    const auto carla = access::settle_person(session, "Carla");
    access::settle_role(session, carla, lund.cluster, access::Role::coach);
    return carla;
  });
}

Import importing(const triangle::AssessmentId& table, shape::Json file) {
  return {.assessment = table, .table = std::move(file)};
}

}  // namespace

TEST_CASE("a coach who reads the later table does not read what was written in an earlier one that is not sent") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const auto carla = coach_of(lund);
    const auto then = lund.table(lund.ana);
    const auto now = lund.table(lund.ana);
    REQUIRE(TranslateCase{lund.house}(translating(then, "harbour"), lund.asking(lund.ana)));
    send(lund, now);
    const auto hers = ShowCases{lund.house}({now}, lund.asking(lund.ana));
    REQUIRE(hers);
    CHECK(hers->became.size() == 1);
    const auto seen = ShowCases{lund.house}({now}, lund.asking(carla));
    REQUIRE(seen);
    CHECK(seen->became.empty());
    CHECK_FALSE(seen->may_write);
    send(lund, then);
    CHECK(ShowCases{lund.house}({now}, lund.asking(carla))->became.size() == 1);
    const NoteOutcome note{.assessment = now,
                           .translation = hers->became.front().translation,
                           .revision = 0,
                           .outcome = triangle::Outcome::not_tried,
                           .what_happened = {},
                           .language = {}};
    CHECK(NoteWhatBecameOfIt{lund.house}(note, lund.asking(carla)).error().why == Why::not_yours);
    CHECK(NoteWhatBecameOfIt{lund.house}(note, lund.asking(lund.bo)).error().why == Why::not_found);
    CHECK(NoteWhatBecameOfIt{lund.house}(note, lund.asking(lund.ana)));
  }
}

TEST_CASE("a case about the very city is not shown to its clusters, unless something of it is written down") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto shown = [](const CasesPage& page) {
    std::set<std::string> cases;
    for (const auto* lines : {&page.chosen, &page.others}) {
      for (const auto& line : *lines) cases.insert(line.told_case);
    }
    return cases;
  };
  const auto table = lund.table(lund.ana);
  const auto ana = lund.asking(lund.ana);
  const auto all = shown(*ShowCases{lund.house}({table}, ana));
  CHECK(all.contains("brest"));
  CHECK(all.contains("san_sebastian"));
  for (const auto& [city, gone] : {std::pair{"SAN SEBASTIAN", "san_sebastian"}, std::pair{"Brest", "brest"}}) {
    CAPTURE(city);
    lund.store.write([&](store::Session& session) {
      session.run("update cities set name = :city where id = (select city from clusters where id = :id)",
                  {{"city", std::string{city}}, {"id", lund.cluster}});
    });
    auto others = all;
    others.erase(gone);
    CHECK(shown(*ShowCases{lund.house}({table}, ana)) == others);
  }
  REQUIRE(TranslateCase{lund.house}(translating(table, "harbour"), ana));
  CHECK(shown(*ShowCases{lund.house}({table}, ana)).contains("brest"));
}

TEST_CASE("a table taken along and brought back holds the same translations and outcomes") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const auto then = lund.table(lund.ana);
    const auto now = lund.table(lund.ana);
    const auto ana = lund.asking(lund.ana);
    REQUIRE(TranslateCase{lund.house}(translating(then, "harbour Ñ"), ana));
    const auto about = ShowCases{lund.house}({now}, ana)->became.front().translation;
    REQUIRE(NoteWhatBecameOfIt{lund.house}({.assessment = now,
                                            .translation = about,
                                            .revision = 0,
                                            .outcome = triangle::Outcome::tried_worked,
                                            .what_happened = "it did",
                                            .language = {}},
                                           ana));
    const auto taken_then = shape::to_json(ExportTable{lund.house}({then}, ana).value());
    const auto taken_now = shape::to_json(ExportTable{lund.house}({now}, ana).value());
    CHECK(ImportIntoTable{lund.house}(importing(now, taken_now), ana)->record.unchanged == 1);

    REQUIRE(TranslateCase{lund.house}(translating(then, "another", 1), ana));
    const auto back = ImportIntoTable{lund.house}(importing(then, taken_then), ana);
    REQUIRE(back);
    CHECK(back->record.changed == 1);
    CHECK(ShowCase{lund.house}({then, "brest"}, ana)->same == "harbour Ñ");

    // Into somebody's table who has no such earlier one: the outcome has nothing it could be about, and that is said.
    const auto bos = lund.table(lund.bo);
    const auto elsewhere = ImportIntoTable{lund.house}(importing(bos, taken_now), lund.asking(lund.bo));
    REQUIRE(elsewhere);
    CHECK(elsewhere->record.left_out == 1);
    CHECK(elsewhere->record.changed == 0);
  }
}

TEST_CASE("a file from before there was a library comes in as it did, and leaves translations alone") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  const auto ana = lund.asking(lund.ana);
  REQUIRE(TranslateCase{lund.house}(translating(table, "harbour"), ana));
  auto file = shape::to_json(ExportTable{lund.house}({table}, ana).value());
  file.erase("translations");
  file.erase("outcomes");
  const auto back = ImportIntoTable{lund.house}(importing(table, file), ana);
  REQUIRE(back);
  CHECK(back->record.changed == 0);
  CHECK(ShowCase{lund.house}({table, "brest"}, ana)->same == "harbour");
}

TEST_CASE("an imported translation that names no case, says nothing or stands twice is refused whole") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  const auto ana = lund.asking(lund.ana);
  REQUIRE(TranslateCase{lund.house}(translating(table, "harbour"), ana));
  const auto file = shape::to_json(ExportTable{lund.house}({table}, ana).value());
  for (const char* member : {"told_case", "same", "language"}) {
    auto broken = file;
    broken["translations"][0][member] = "";
    const auto refused = ImportIntoTable{lund.house}(importing(table, broken), ana);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws.front().pointer == std::string{"/table/translations/0/"} + member);
  }
  auto twice = file;
  twice["translations"].push_back(twice["translations"][0]);
  CHECK(ImportIntoTable{lund.house}(importing(table, twice), ana).error().flaws.front().key == "flaw.case_twice");
}

TEST_CASE("who leaves the cluster reads its own cases no more, beside her table neither") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  TellCase told{};
  told.cluster = lund.cluster;
  told.title = "Breakfast";
  told.situation = "Nobody met";
  told.what_was_done = "We had breakfast";
  const auto saved = TellOwnCase{lund.house}(told, lund.asking(lund.bo));
  REQUIRE(saved);
  const auto cases = lund.house.library.cases().size();
  CHECK(ShowCases{lund.house}({table}, lund.asking(lund.ana))->others.size() == cases + 1);
  lund.store.write([&](store::Session& session) {
    session.run("update roles set until = :now where person = :ana", {{"now", shape::now()}, {"ana", lund.ana}});
  });
  CHECK(ShowCases{lund.house}({table}, lund.asking(lund.ana))->others.size() == cases);
  CHECK(ShowCase{lund.house}({table, saved->record.own_case.text}, lund.asking(lund.ana)).error().why ==
        Why::not_found);
  CHECK(ShowOwnCases{lund.house}({lund.cluster}, lund.asking(lund.ana)).error().why == Why::not_found);
}

}  // namespace trivium::api

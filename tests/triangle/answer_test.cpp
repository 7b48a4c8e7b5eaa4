// Saving on a revision: what is stored, what is refused, what the history holds.
#include "triangle/answer.hpp"

#include "triangle/town.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace trivium::triangle {
namespace {

Answer saying(const AssessmentId& table, const PersonId& person, int on_revision, const std::string& notes) {
  return {.assessment = table,
          .task = "A1",
          .standing = std::nullopt,
          .confidence = std::nullopt,
          .notes = notes,
          .evidence = "",
          .facets = shape::Json::object(),
          .language = "en",
          .revision = on_revision,
          .written_by = person,
          .written_at = kMorning};
}

struct OneTable {
  explicit OneTable(store::Store& store) {
    store.write([&](store::Session& session) {
      person = settle_person(session, "ana");
      const auto cluster = settle_cluster(session, "Lund", "Food");
      round = settle_round(session, cluster, "2026-09-01");
      earlier = settle_round(session, cluster, "2025-09-01");
      table = settle_table(session, round, person);
      table_before = settle_table(session, earlier, person);
    });
  }
  PersonId person;
  RoundId round;
  RoundId earlier;
  AssessmentId table;
  AssessmentId table_before;
};

}  // namespace

TEST_CASE("every text an answer had stays, in order, and the newest is the answer") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const OneTable one{store};
    store.write([&](store::Session& session) {
      for (int revision = 0; revision < 5; ++revision) {
        const auto saved = save(session, saying(one.table, one.person, revision, "text " + std::to_string(revision)));
        REQUIRE(saved);
        CHECK(saved->revision == revision + 1);
      }
      CHECK(answer(session, one.table, "A1")->notes == "text 4");
      const auto versions = versions_of(session, one.table, "A1");
      REQUIRE(versions.size() == 5);
      for (int i = 0; i < 5; ++i) CHECK(versions[static_cast<std::size_t>(i)].notes == "text " + std::to_string(4 - i));
    });
  }
}

TEST_CASE("a save on an older revision writes nothing and gives the stored text back") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const OneTable one{store};
    store.write([&](store::Session& session) {
      REQUIRE(save(session, saying(one.table, one.person, 0, "first")));
      REQUIRE(save(session, saying(one.table, one.person, 1, "second")));
      for (const int old : {0, 1, 7}) {
        const auto refused = save(session, saying(one.table, one.person, old, "late"));
        REQUIRE_FALSE(refused);
        REQUIRE(refused.error().stored);
        CHECK(refused.error().stored->notes == "second");
        CHECK(refused.error().stored->revision == 2);
      }
      CHECK(versions_of(session, one.table, "A1").size() == 2);
    });
  }
}

TEST_CASE("a save on a revision of an answer that is not there is refused without a text") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  store::Store store{{.url = fresh.url, .readers = 1}};
  const OneTable one{store};
  store.write([&](store::Session& session) {
    const auto refused = save(session, saying(one.table, one.person, 3, "late"));
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().stored);
    CHECK(answers_of(session, one.table).empty());
  });
}

TEST_CASE("the same request twice is one save") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  store::Store store{{.url = fresh.url, .readers = 1}};
  const OneTable one{store};
  store.write([&](store::Session& session) {
    const auto once = save(session, saying(one.table, one.person, 0, "roads"));
    const auto twice = save(session, saying(one.table, one.person, 0, "roads"));
    REQUIRE(once);
    REQUIRE(twice);
    CHECK(twice->revision == once->revision);
    CHECK(versions_of(session, one.table, "A1").size() == 1);
  });
}

TEST_CASE("of thirty who save on the same revision at once, one is stored and the others see its text") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 8}};
    const OneTable one{store};
    for (int revision = 0; revision < 5; ++revision) {
      std::atomic<int> stored = 0;
      std::atomic<int> shown = 0;
      {
        std::vector<std::jthread> crowd;
        for (int who = 0; who < 30; ++who) {
          crowd.emplace_back([&, who] {
            const std::string text = std::to_string(revision) + " by " + std::to_string(who);
            const auto saved = store.write(
                [&](store::Session& session) { return save(session, saying(one.table, one.person, revision, text)); });
            if (saved) ++stored;
            else if (saved.error().stored && saved.error().stored->revision == revision + 1) ++shown;
          });
        }
      }
      CHECK(stored == 1);
      CHECK(shown == 29);
    }
    store.read([&](store::Session& session) {
      CHECK(versions_of(session, one.table, "A1").size() == 5);
      return true;
    });
  }
}

TEST_CASE("a table is sent once; sending again keeps the first moment") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const OneTable one{store};
    store.write([&](store::Session& session) {
      CHECK(state_of(assessment(session, one.table).value()) == AssessmentState::in_progress);
      CHECK(send(session, one.table, kMorning) == kMorning);
      CHECK(send(session, one.table, shape::later(kMorning, std::chrono::hours{5})) == kMorning);
      CHECK(state_of(assessment(session, one.table).value()) == AssessmentState::sent);
    });
  }
}

TEST_CASE("the table before is the same person's, in the newest earlier round of the cluster") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const OneTable one{store};
    store.write([&](store::Session& session) {
      CHECK(before(session, assessment(session, one.table).value())->id == one.table_before);
      CHECK_FALSE(before(session, assessment(session, one.table_before).value()));
      const auto bo = settle_person(session, "bo");
      CHECK_FALSE(before(session, assessment(session, settle_table(session, one.round, bo)).value()));
      CHECK(assessment(session, one.round, one.person)->id == one.table);
      CHECK(assessments_of(session, one.person).front().id == one.table);
    });
  }
}

TEST_CASE("a person has one table in a round") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const OneTable one{store};
    CHECK_THROWS(store.write([&](store::Session& session) { settle_table(session, one.round, one.person); }));
  }
}

TEST_CASE("nothing, in progress and the four standings are six different states") {
  Answer blank = saying({}, {}, 1, "");
  CHECK(state_of(nullptr) == TaskState::not_started);
  CHECK(state_of(&blank) == TaskState::not_started);
  blank.notes = "roads";
  CHECK(state_of(&blank) == TaskState::in_progress);
  blank.standing = Standing::answered;
  CHECK(state_of(&blank) == TaskState::answered);
  blank.standing = Standing::not_known_yet;
  CHECK(state_of(&blank) == TaskState::not_known_yet);
  blank.standing = Standing::does_not_apply;
  CHECK(state_of(&blank) == TaskState::does_not_apply);
  blank.standing = Standing::rather_not_say;
  CHECK(state_of(&blank) == TaskState::rather_not_say);
}

}  // namespace trivium::triangle

// What one takes from a case, what became of it, and cases of one's own: nothing typed is lost, nothing is written
// twice.
#include "triangle/translation.hpp"
#include "triangle/own_case.hpp"

#include "triangle/town.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace trivium::triangle {
namespace {

struct Umea {
  ClusterId cluster;
  PersonId eva;
  PersonId nils;
  AssessmentId then;
  AssessmentId now;

  explicit Umea(store::Store& store) {
    store.write([&](store::Session& session) {
      cluster = settle_cluster(session, "Umeå", "Wood");
      eva = settle_person(session, "Eva");
      nils = settle_person(session, "Nils");
      const auto earlier = settle_round(session, cluster, "2024-09-01");
      then = settle_table(session, earlier, eva);
      settle_table(session, earlier, nils);
      now = settle_table(session, settle_round(session, cluster, "2026-09-01"), eva);
    });
  }

  Translation text(const std::string& same, int revision) const {
    return {.id = {},
            .assessment = then,
            .told_case = "brest",
            .title = "Brest",
            .same = same,
            .different = "",
            .would_have_to_be_true = "",
            .language = "en",
            .revision = revision,
            .written_by = eva,
            .written_at = kMorning};
  }

  TranslationOutcome noted(const TranslationId& about, const std::string& words, int revision) const {
    return {.translation = about,
            .assessment = now,
            .outcome = Outcome::too_early,
            .what_happened = words,
            .language = "en",
            .revision = revision,
            .written_by = eva,
            .written_at = kMorning};
  }
};

OwnCase told(const Umea& umea) {
  OwnCase made{};
  made.id = OwnCaseId::fresh();
  made.cluster = umea.cluster;
  made.kind = CaseKind::failure;
  made.title = "Ñ “kitchen”";
  made.situation = "x";
  made.what_was_done = "y";
  made.stages = {"maturity", "decline"};
  made.tasks = {"C8"};
  made.language = "es";
  made.revision = 1;
  made.written_by = umea.eva;
  made.written_at = kMorning;
  return made;
}

}  // namespace

TEST_CASE(
    "a translation keeps its id; the same words are one save, others on an old revision give back what is stored") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const Umea umea{store};
    store.write([&](store::Session& session) {
      const auto first = save(session, umea.text("the sea", 0)).value();
      CHECK(first.revision == 1);
      CHECK(save(session, umea.text("the sea", 0)).value().id == first.id);
      const auto stale = save(session, umea.text("the forest", 0));
      REQUIRE_FALSE(stale);
      CHECK(stale.error().stored->same == "the sea");
      const auto second = save(session, umea.text("the forest", 1)).value();
      CHECK(second.revision == 2);
      CHECK(second.id == first.id);
      CHECK_FALSE(save(session, umea.text("the hills", 7)));
      CHECK(translations_of(session, umea.then).size() == 1);
      CHECK(translation(session, first.id)->same == "the forest");
      auto nowhere = umea.text("x", 3);
      nowhere.told_case = "styria";
      const auto missing = save(session, nowhere);
      REQUIRE_FALSE(missing);
      CHECK_FALSE(missing.error().stored);
    });
  }
}

TEST_CASE("of many windows that save at once on one revision, one is written and every other is shown it") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 8}};
    const Umea umea{store};
    std::atomic<int> written = 0;
    std::atomic<int> shown = 0;
    std::vector<std::jthread> windows;
    for (int i = 0; i < 8; ++i) {
      windows.emplace_back([&, i] {
        const auto saved = store.write(
            [&](store::Session& session) { return save(session, umea.text("window " + std::to_string(i), 0)); });
        if (saved) ++written;
        else if (saved.error().stored) ++shown;
      });
    }
    windows.clear();
    CHECK(written == 1);
    CHECK(shown == 7);
  }
}

TEST_CASE("what became of it is noted from the later table, on a revision of its own") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const Umea umea{store};
    store.write([&](store::Session& session) {
      const auto about = save(session, umea.text("the sea", 0)).value().id;
      CHECK(save(session, umea.noted(about, "wait", 0)).value().revision == 1);
      CHECK(save(session, umea.noted(about, "wait", 0)).value().revision == 1);
      const auto stale = save(session, umea.noted(about, "no", 0));
      REQUIRE_FALSE(stale);
      CHECK(stale.error().stored->what_happened == "wait");
      CHECK(save(session, umea.noted(about, "yes", 1)).value().revision == 2);
      CHECK(outcomes_of(session, about).size() == 1);
      CHECK(outcomes_in(session, umea.now).front().what_happened == "yes");
      CHECK(outcomes_in(session, umea.then).empty());
    });
  }
}

TEST_CASE("earlier tables are the same person's in earlier rounds of the same cluster, and of none in the first") {
  const auto fresh = databases().front().fresh();
  store::Store store{{.url = fresh.url, .readers = 1}};
  const Umea umea{store};
  store.read([&](store::Session& session) {
    const auto earlier = earlier_tables(session, *assessment(session, umea.now));
    REQUIRE(earlier.size() == 1);
    CHECK(earlier.front().id == umea.then);
    CHECK(earlier_tables(session, *assessment(session, umea.then)).empty());
    return true;
  });
}

TEST_CASE(
    "an own case comes back as it was told; a change on an old revision is not written, nor one of what is gone") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    const Umea umea{store};
    store.write([&](store::Session& session) {
      auto made = told(umea);
      add(session, made);
      const auto stored = own_case(session, umea.cluster, made.id);
      REQUIRE(stored);
      CHECK(shape::to_json(*stored) == shape::to_json(made));
      CHECK(change(session, made).value().revision == 1);  // the same words
      auto changed = made;
      changed.title = "Another";
      CHECK(change(session, changed).value().revision == 2);
      changed.title = "A third";
      const auto stale = change(session, changed);
      REQUIRE_FALSE(stale);
      CHECK(stale.error().stored->title == "Another");
      CHECK_FALSE(own_case(session, settle_cluster(session, "Lund", "Food"), made.id));
      remove(session, made.id);
      CHECK(own_cases_of(session, umea.cluster).empty());
      CHECK_FALSE(change(session, changed).error().stored);
    });
  }
}

}  // namespace trivium::triangle

// This round against the last one, as its page shows it: what is the same is so by what it says.
#include "api/check_page.hpp"
#include "api/draw_link.hpp"
#include "api/import.hpp"
#include "api/lund.hpp"
#include "api/since_page.hpp"
#include "api/together_page.hpp"
#include "api/uses.hpp"

namespace trivium::api {
namespace {

using shape::Json;

struct TwoRounds {
  explicit TwoRounds(const std::string& url) : lund{url} {
    lund.store.write([&](store::Session& session) {
      first = access::settle_table(session, access::settle_round(session, lund.cluster, "2024-09-01"), lund.ana);
      second = access::settle_table(session, access::settle_round(session, lund.cluster, "2026-09-01"), lund.ana);
    });
  }

  void say(const triangle::AssessmentId& table, const std::string& task, Json facets, int revision = 0,
           const std::string& at = "2026-09-02T08:00:00.000Z") {
    auto answer = saving(table, task);
    answer.facets = std::move(facets);
    answer.revision = revision;
    auto asking = lund.asking(lund.ana);
    asking.now = {at};
    REQUIRE(SaveOneAnswer{lund.house}(answer, asking));
  }

  void link(const triangle::AssessmentId& table, triangle::LinkKind kind, const std::string& from,
            const std::string& to) {
    REQUIRE(DrawOneLink{lund.house}({.assessment = table,
                                     .kind = kind,
                                     .from_row = from,
                                     .to_row = to,
                                     .strength = triangle::LinkStrength::direct,
                                     .on_map = {}},
                                    lund.asking(lund.ana)));
  }

  SincePage since() {
    auto page = ShowSince{lund.house}({.assessment = second, .task = {}, .round = {}}, lund.asking(lund.ana));
    REQUIRE(page.has_value());
    return *page;
  }

  Lund lund;
  triangle::AssessmentId first;
  triangle::AssessmentId second;
};

Json demands(const std::string& id, int weight = 4) {
  return {{"demands", {{{"id", id}, {"text", "Nobody buys abroad"}, {"weight", weight}}}}};
}
Json services(const std::string& id) { return {{"services", {{{"id", id}, {"text", "Fair abroad"}, {"share", 30}}}}}; }
Json practices(const std::string& id) {
  return {{"practices", {{{"id", id}, {"text", "Lunch for the fair"}, {"hours", 5}}}}};
}

// A problem, a service for it and a practice that carries it, both linked by hand.
void carried_through(TwoRounds& rounds) {
  rounds.say(rounds.first, "A_sum", demands("d1"));
  rounds.say(rounds.first, "B4", services("s1"));
  rounds.say(rounds.first, "C8", practices("p1"));
  rounds.link(rounds.first, triangle::LinkKind::addresses, "s1", "d1");
  rounds.link(rounds.first, triangle::LinkKind::carries, "p1", "s1");
}

}  // namespace

TEST_CASE("what was ticked for a problem follows it where the next round names the problems in another order") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    TwoRounds rounds{fresh.url};
    const auto two = [](const char* one, const char* other) {
      return Json{{"demands", {{{"text", one}}, {{"text", other}}}}};
    };
    rounds.say(rounds.first, "A_sum", two("No orders", "No kitchen"));
    rounds.say(rounds.first, "B4", {{"services", {{{"text", "Fair abroad"}, {"problems", {"first"}}}}}});
    rounds.say(rounds.second, "A_sum", two("No kitchen", "No orders"));
    const auto same = rounds.since();
    CHECK(same.opened.empty());
    CHECK(same.closed.empty());
    CHECK(same.turned.empty());
    CHECK(same.stayed.size() == 2);  // the kitchen is unanswered, the fair on paper
    // Not named any more: what was ticked for it answers nothing, and not what stands in its place.
    rounds.say(rounds.second, "A_sum", two("No kitchen", "No staff"), 1);
    const auto without = rounds.since();
    CHECK(std::ranges::count(without.opened, fit::BreakKind::answer_without_a_question, &FitFinding::kind) == 1);
    CHECK(std::ranges::count(without.opened, fit::BreakKind::unanswered, &FitFinding::kind) == 1);
  }
}

TEST_CASE("what is typed anew in the same words keeps its links: no gap opens, nothing came or went") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    TwoRounds rounds{fresh.url};
    carried_through(rounds);
    rounds.say(rounds.second, "A_sum", demands("d2"));
    rounds.say(rounds.second, "C8", practices("p2"));
    auto page = rounds.since();
    CHECK(page.last_round.has_value());
    CHECK(page.opened.empty());
    CHECK(page.closed.empty());
    CHECK(page.things.empty());
    CHECK(page.changed.empty());
    CHECK(page.moved_first.empty());
    REQUIRE(page.taken_over.size() == 1);
    CHECK(page.taken_over[0].task == "B4");
    // A practice that is not named any more takes its link along.
    rounds.say(rounds.second, "C8", {{"practices", {{{"id", "p2"}, {"text", "Evening talk"}, {"hours", 5}}}}}, 1);
    page = rounds.since();
    CHECK(page.opened.size() == 2);  // on paper, and busy without a reason
  }
}

TEST_CASE("what stood in a table of the last round is shown to whoever may read that one too, and to nobody else") {
  const auto fresh = databases().front().fresh();
  TwoRounds rounds{fresh.url};
  rounds.say(rounds.first, "C8", practices("p1"));
  rounds.say(rounds.second, "C8", practices("p2"));
  const auto shown = [&](const triangle::PersonId& reader) {
    const auto page = ShowQuestion{rounds.lund.house}(
        {.assessment = rounds.second, .task = "C8", .back = {}, .more = {}}, rounds.lund.asking(reader));
    REQUIRE(page.has_value());
    return page->last_round.has_value();
  };
  const auto send = [&](const triangle::AssessmentId& table, const triangle::PersonId& who) {
    rounds.lund.store.write([&](store::Session& session) {
      const auto round = triangle::assessment(session, table)->round;
      const auto own = who == rounds.lund.ana ? table : access::settle_table(session, round, who);
      triangle::send(session, own, access::kMorning);
    });
  };
  // Both have sent theirs of this round, and nobody that of the last.
  send(rounds.second, rounds.lund.ana);
  send(rounds.second, rounds.lund.bo);
  CHECK(shown(rounds.lund.ana));
  CHECK_FALSE(shown(rounds.lund.bo));
  send(rounds.first, rounds.lund.ana);
  CHECK_FALSE(shown(rounds.lund.bo));
  send(rounds.first, rounds.lund.bo);
  CHECK(shown(rounds.lund.bo));
}

TEST_CASE("in a table that came back as a whole, a link that was taken back is gone") {
  const auto fresh = databases().front().fresh();
  TwoRounds rounds{fresh.url};
  carried_through(rounds);
  const auto asking = rounds.lund.asking(rounds.lund.ana);
  const auto exported = ExportTable{rounds.lund.house}({.assessment = rounds.first}, asking);
  REQUIRE(exported);
  REQUIRE(
      ImportIntoTable{rounds.lund.house}({.assessment = rounds.second, .table = shape::to_json(*exported)}, asking));
  CHECK(rounds.since().opened.empty());
  const auto links =
      rounds.lund.store.read([&](store::Session& session) { return triangle::links_of(session, rounds.second); });
  REQUIRE(links.size() == 2);
  const auto carries = std::ranges::find(links, triangle::LinkKind::carries, &triangle::DrawnLink::kind);
  REQUIRE(TakeOneLinkBack{rounds.lund.house}(
      {.assessment = rounds.second, .link = carries->id, .kind = {}, .from_row = {}, .to_row = {}, .on_map = {}},
      asking));
  const auto page = rounds.since();
  REQUIRE(page.opened.size() == 2);
  CHECK(page.opened[0].kind == fit::BreakKind::on_paper);
  CHECK(page.opened[1].kind == fit::BreakKind::busy_without_a_reason);
}

TEST_CASE("what moved first is what was first said differently, not what was last put right") {
  const auto fresh = databases().front().fresh();
  TwoRounds rounds{fresh.url};
  carried_through(rounds);
  rounds.say(rounds.second, "B4", {{"services", {{{"id", "s"}, {"text", "Fair abrod"}, {"share", 50}}}}}, 0,
             "2026-09-02T08:00:00.000Z");
  rounds.say(rounds.second, "A_sum", demands("d", 2), 0, "2026-09-03T08:00:00.000Z");
  const auto before = rounds.since().moved_first;
  CHECK(before.find("about the policy") != std::string::npos);
  CHECK(before.find("2 September") != std::string::npos);
  // A letter put right a week later moves nothing.
  rounds.say(rounds.second, "B4", {{"services", {{{"id", "s"}, {"text", "Fair abroad"}, {"share", 50}}}}}, 1,
             "2026-09-09T08:00:00.000Z");
  CHECK(rounds.since().moved_first == before);
}

TEST_CASE("an answer that was first typed as it was moved when it first said something else") {
  const auto fresh = databases().front().fresh();
  TwoRounds rounds{fresh.url};
  carried_through(rounds);
  rounds.say(rounds.second, "A_sum", demands("d"), 0, "2026-09-01T08:00:00.000Z");
  rounds.say(rounds.second, "C8", {{"practices", {{{"id", "p"}, {"text", "Lunch for the fair"}, {"hours", 9}}}}}, 0,
             "2026-09-02T08:00:00.000Z");
  rounds.say(rounds.second, "A_sum", demands("d", 1), 1, "2026-09-05T08:00:00.000Z");
  const auto page = rounds.since();
  CHECK(page.changed.size() == 2);
  CHECK(page.moved_first.find("about your practice") != std::string::npos);
  CHECK(page.moved_first.find("2 September") != std::string::npos);
}

TEST_CASE("every task feeds the page since the last round and the managers together, as `uses` says") {
  const auto fresh = databases().front().fresh();
  TwoRounds rounds{fresh.url};
  by_chance::Chance chance{1};
  const auto& framework = our_questions().newest();
  const auto round = rounds.lund.store.write([&](store::Session& session) {
    const auto id = triangle::assessment(session, rounds.second)->round;
    triangle::send(session, access::settle_table(session, id, rounds.lund.bo), access::kMorning);
    return id;
  });
  for (const auto& task : framework.tasks) {
    auto answer = saving(rounds.second, task.id);
    answer.notes = "Noted";
    answer.standing = Stands::answered;
    REQUIRE(SaveOneAnswer{rounds.lund.house}(answer, rounds.lund.asking(rounds.lund.ana)));
  }
  REQUIRE(SendOwnTable{rounds.lund.house}({.assessment = rounds.second}, rounds.lund.asking(rounds.lund.ana)));
  const auto since = rounds.since();
  const auto together =
      ShowTogether{rounds.lund.house}({.round = round, .with = {}}, rounds.lund.asking(rounds.lund.ana));
  REQUIRE(together);
  for (const auto& use : uses(framework, our_guidance())) {
    CAPTURE(use.task);
    const auto feeds = [&](View view) { return std::ranges::find(use.views, view) != use.views.end(); };
    CHECK(feeds(View::since) ==
          (std::ranges::find(since.changed, use.task, &SinceAnswer::task) != since.changed.end()));
    CHECK(feeds(View::together) ==
          (std::ranges::find(together->alone, use.task, &TogetherTask::task) != together->alone.end()));
  }
}

}  // namespace trivium::api

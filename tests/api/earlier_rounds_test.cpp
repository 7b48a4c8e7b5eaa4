// Which earlier round this one is held against, and all of them side by side.
#include "api/agenda_page.hpp"
#include "api/draw_link.hpp"
#include "api/lund.hpp"
#include "api/since_page.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using shape::Json;

struct ThreeRounds {
  explicit ThreeRounds(const std::string& url) : lund{url} {
    lund.store.write([&](store::Session& session) {
      for (const char* day : {"2022-09-01", "2024-09-01", "2026-09-01"}) {
        rounds.push_back(access::settle_round(session, lund.cluster, day));
        tables.push_back(access::settle_table(session, rounds.back(), lund.ana));
      }
    });
  }
  void say(std::size_t round, const std::string& task, Json facets) {
    auto answer = saving(tables.at(round), task);
    answer.facets = std::move(facets);
    REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(lund.ana)));
  }
  void link(std::size_t round, triangle::LinkKind kind, const std::string& from, const std::string& to) {
    REQUIRE(DrawOneLink{lund.house}({.assessment = tables.at(round),
                                     .kind = kind,
                                     .from_row = from,
                                     .to_row = to,
                                     .strength = triangle::LinkStrength::direct,
                                     .on_map = {}},
                                    lund.asking(lund.ana)));
  }
  Outcome<SincePage> against(std::optional<std::string> round, const triangle::PersonId& who) {
    return ShowSince{lund.house}({.assessment = tables.back(), .task = {}, .round = std::move(round)},
                                 lund.asking(who));
  }
  SincePage against(std::optional<std::string> round = {}) {
    auto page = against(std::move(round), lund.ana);
    REQUIRE(page);
    return *page;
  }

  Lund lund;
  std::vector<triangle::RoundId> rounds;
  std::vector<triangle::AssessmentId> tables;
};

Json demands(const std::string& text, int weight = 4) {
  return {{"demands", {{{"id", "d"}, {"text", text}, {"weight", weight}}}}};
}
Json services() { return {{"services", {{{"id", "s"}, {"text", "Fair abroad"}, {"share", 30}}}}}; }
Json practices() { return {{"practices", {{{"id", "p"}, {"text", "Lunch for the fair"}, {"hours", 5}}}}}; }

}  // namespace

TEST_CASE("the round before is held against unless another is asked for; a round that is none is not found") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    ThreeRounds three{fresh.url};
    three.say(0, "A_sum", demands("Nobody buys abroad"));
    three.say(1, "A_sum", demands("Nobody learns"));
    three.say(2, "A_sum", demands("Nobody learns"));
    const auto last = three.against();
    CHECK(last.things.empty());
    CHECK(last.round.empty());
    const auto first = three.against(three.rounds[0].text);
    CHECK(first.round == three.rounds[0].text);
    REQUIRE(first.things.size() == 1);
    CHECK(first.things[0].turn == fit::Turn::changed);
    CHECK(*first.last_round != *last.last_round);
    CHECK(three.against(three.rounds[1].text).last_round == last.last_round);
    for (const auto& none : {three.rounds[2].text, std::string{"x"}, triangle::RoundId::fresh().text}) {
      CAPTURE(none);
      const auto refused = three.against(none, three.lund.ana);
      REQUIRE(!refused);
      CHECK(refused.error().why == Why::not_found);
    }
  }
}

TEST_CASE("all rounds stand in columns, the oldest first, with stage and problems and what may be chosen") {
  const auto fresh = databases().front().fresh();
  ThreeRounds three{fresh.url};
  three.say(0, "A8", {{"stage", "take_off"}});
  three.say(0, "A_sum", demands("Nobody buys abroad"));
  three.say(1, "A8", {{"stage", {{"own", "Between two worlds"}}}});
  const auto columns = three.against(three.rounds[0].text).rounds;
  REQUIRE(columns.size() == 3);
  CHECK(columns[0].stage == our_questions().newest().in("en")->code("stage", "take_off"));
  CHECK(columns[0].demands == std::vector<std::string>{"Nobody buys abroad"});
  CHECK(columns[1].stage == "Between two worlds");
  CHECK(columns[2].stage.empty());
  CHECK(columns[2].demands.empty());
  const auto said = [](const SinceRound& one) { return std::tuple{one.this_one, one.against, one.may_choose}; };
  CHECK(said(columns[0]) == std::tuple{false, true, false});
  CHECK(said(columns[1]) == std::tuple{false, false, true});
  CHECK(said(columns[2]) == std::tuple{true, false, false});
  // From an earlier table the later ones are seen and not chosen.
  const auto back = ShowSince{three.lund.house}({.assessment = three.tables[1], .task = {}, .round = {}},
                                                three.lund.asking(three.lund.ana));
  REQUIRE(back);
  REQUIRE(back->rounds.size() == 3);
  CHECK(said(back->rounds[0]) == std::tuple{false, true, false});
  CHECK(said(back->rounds[1]) == std::tuple{true, false, false});
  CHECK(said(back->rounds[2]) == std::tuple{false, false, false});
}

TEST_CASE("what was said in a round between, and not again, still stands when two others are compared") {
  const auto fresh = databases().front().fresh();
  ThreeRounds three{fresh.url};
  three.say(0, "A_sum", demands("Nobody buys abroad"));
  three.say(0, "B4", {{"services", {{{"id", "s"}, {"text", "Old fair"}, {"share", 30}}}}});
  three.say(1, "A_sum", demands("Nobody buys abroad"));
  three.say(1, "B4", services());
  three.say(1, "C8", practices());
  three.link(1, triangle::LinkKind::addresses, "s", "d");
  three.link(1, triangle::LinkKind::carries, "p", "s");
  const auto page = three.against(three.rounds[0].text);
  // The problem was unanswered and is carried through, by what the second round said and linked.
  REQUIRE(page.closed.size() == 2);
  CHECK(page.closed[0].kind == fit::BreakKind::unanswered);
  CHECK(page.opened.empty());
  CHECK(std::ranges::count(page.things, fit::Turn::came, &SinceThing::turn) == 1);
  CHECK(page.taken_over.size() == 3);
  CHECK(page.changed.empty());
}

TEST_CASE("a gap that changed in part stands once: where it changed, not once more among those that stayed") {
  const auto fresh = databases().front().fresh();
  ThreeRounds three{fresh.url};
  for (const std::size_t round : {1U, 2U}) {
    three.say(round, "A_sum", demands("Nobody buys abroad"));
    three.say(round, "B4", services());
    three.say(round, "C8", practices());
    three.link(round, triangle::LinkKind::addresses, "s", "d");
  }
  // From below, and on paper beside it; then the practice serves it no more, and on paper is what is left.
  three.link(1, triangle::LinkKind::meets, "p", "d");
  const auto page = three.against();
  REQUIRE(page.turned.size() == 1);
  CHECK(page.turned[0].now.kind == fit::BreakKind::on_paper);
  for (const auto& stayed : page.stayed) CHECK(stayed.sentence != page.turned[0].now.sentence);
  const auto once = [&](const std::vector<FitFinding>& all) {
    return std::ranges::count(all, page.turned[0].now.sentence, &FitFinding::sentence);
  };
  CHECK(once(page.closed) + once(page.opened) + once(page.stayed) + once(page.dropped) == 0);
}

TEST_CASE("a colleague sees and chooses only the rounds she may read") {
  const auto fresh = databases().front().fresh();
  ThreeRounds three{fresh.url};
  three.say(0, "A_sum", demands("A word of the first"));
  three.say(1, "A_sum", demands("A word of the second"));
  three.lund.store.write([&](store::Session& session) {
    for (const std::size_t round : {0U, 2U}) {
      triangle::send(session, three.tables[round], access::kMorning);
      triangle::send(session, access::settle_table(session, three.rounds[round], three.lund.bo), access::kMorning);
    }
  });
  const auto page = three.against({}, three.lund.bo);
  REQUIRE(page);
  REQUIRE(page->rounds.size() == 2);
  CHECK(page->rounds[0].assessment == three.tables[0]);
  CHECK(page->rounds[0].against);
  CHECK(shape::to_json(*page).dump().find("second") == std::string::npos);
  CHECK(!three.against(three.rounds[1].text, three.lund.bo));
}

TEST_CASE("a reason said beside another round comes back to it") {
  const auto fresh = databases().front().fresh();
  ThreeRounds three{fresh.url};
  const auto done = SaveBecause{three.lund.house}({.assessment = three.tables[2],
                                                   .task = "A_sum",
                                                   .because = "A meeting",
                                                   .revision = 0,
                                                   .round = three.rounds[0].text},
                                                  three.lund.asking(three.lund.ana));
  REQUIRE(done);
  CHECK(done->go_to == "/assessments/" + three.tables[2].text + "/since?round=" + three.rounds[0].text + "#said");
}

TEST_CASE("the same strategies in another stage are asked about, from the earlier tables that the reader may read") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    ThreeRounds three{fresh.url};
    const auto strategies = [](const char* text) {
      return Json{{"strategies", {{{"text", text}, {"kind", "internationalisation"}}}}};
    };
    const auto asked = [&](const triangle::PersonId& who) {
      const auto page = ShowAgenda{three.lund.house}({three.tables.back()}, three.lund.asking(who));
      REQUIRE(page);
      return std::ranges::any_of(page->groups, [](const AgendaGroup& group) {
        return std::ranges::find(group.items, "same_strategy_in_another_stage", &AgendaItem::id) != group.items.end();
      });
    };
    three.say(0, "A8", {{"stage", "golden_age"}});
    three.say(0, "B3", strategies("Go abroad"));
    three.say(2, "A8", {{"stage", "maturity"}});
    CHECK_FALSE(asked(three.lund.ana));
    three.say(2, "B3", strategies("Go abroad"));
    CHECK(asked(three.lund.ana));
    // A colleague whose own table is sent reads this one, and not the unsent one of four years ago.
    three.lund.store.write([&](store::Session& session) {
      const auto of_bo = access::settle_table(session, three.rounds.back(), three.lund.bo);
      for (const auto& table : {of_bo, three.tables.back()}) triangle::send(session, table, access::kMorning);
    });
    CHECK_FALSE(asked(three.lund.bo));
    three.say(1, "B3", strategies("Stay at home"));
    CHECK_FALSE(asked(three.lund.ana));
  }
}

}  // namespace trivium::api

// Who a problem concerns, on the map: everybody is nobody in particular, and the same people bring rows together.
#include "api/actors.hpp"
#include "api/general_words.hpp"
#include "api/told.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using triangle::LinkKind;

std::vector<std::string> actors(const std::string& text) { return actors_in(text, everybody_words(our_words())); }

const FitProposal* proposal(const std::vector<FitProposal>& all, LinkKind kind) {
  const auto found = std::ranges::find(all, kind, &FitProposal::kind);
  return found == all.end() ? nullptr : &*found;
}

Told bakeries() {
  return Told{}
      .says("A_sum", R"({"demands": [{"id": "d", "text": "Flour costs more", "actors": "Small bakeries; mills"}]})")
      .says("B4", R"({"services": [{"id": "s", "text": "Letters", "taken_up_by": "Small bakeries"}]})")
      .says("C8", R"({"practices": [{"id": "k", "text": "Breakfast with small bakeries"}]})");
}

}  // namespace

TEST_CASE("everybody, the whole sector and nobody are no actors, in either language; whoever is named is one") {
  for (const char* text : {"Everybody", "All", "everyone in the sector", "The whole cluster", "Nobody", "Todo el mundo",
                           "Todos", "Nadie", "todo el sector", "Toda la gente de aquí", "El clúster entero"}) {
    CAPTURE(text);
    CHECK(actors(text).empty());
  }
  CHECK(actors("Everybody, the broadcaster; All members") ==
        std::vector<std::string>{"the broadcaster", "All members"});
  CHECK(actors("Members\nSMEs, ,;") == std::vector<std::string>{"Members", "SMEs"});
}

TEST_CASE("a problem that concerns everybody is not said to concern somebody who is not met") {
  const auto table = [](const std::string& actors) {
    return Told{}
        .says("A_sum", (R"({"demands": [{"id": "d", "text": "No growth", "actors": ")" + actors + R"("}]})").c_str())
        .says("C8", R"({"practices": [{"id": "k", "text": "Breakfast"}]})");
  };
  CHECK(table("Everybody").finding(fit::BreakKind::unreached).empty());
  CHECK(table("Todo el mundo").finding(fit::BreakKind::unreached).empty());
  CHECK(table("Everybody, bakers").finding(fit::BreakKind::unreached) ==
        "“No growth” concerns “bakers”; no practice you write of meets them.");
}

TEST_CASE(
    "the same people bring a service and a problem, a practice and a service, a practice and a problem together") {
  const auto all = bakeries().proposals();
  for (const auto kind : {LinkKind::addresses, LinkKind::carries, LinkKind::meets}) {
    CAPTURE(shape::name_of(kind));
    const auto* found = proposal(all, kind);
    REQUIRE(found != nullptr);
    CHECK(found->because == "the same people (Small bakeries), and neither has such a link yet");
  }
  CHECK(proposal(bakeries().proposals("es"), LinkKind::meets)->because ==
        "la misma gente (Small bakeries), y ninguno tiene aún un vínculo así");
  auto others = bakeries();
  others.says("B4", R"({"services": [{"id": "s", "text": "Letters", "taken_up_by": "Nobody this year"}]})")
      .says("C8", R"({"practices": [{"id": "k", "text": "An evening this year"}]})");
  CHECK(others.proposals().empty());
}

TEST_CASE("with no policy at all a practice is proposed for a problem that says the same") {
  const auto table =
      Told{}
          .says("A_sum", R"({"demands": [{"id": "d", "text": "Founders do not meet investors", "weight": 4}]})")
          .says("C8", R"({"practices": [{"id": "k", "text": "Evening of founders and investors"}]})");
  const auto all = table.proposals();
  REQUIRE(all.size() == 1);
  CHECK(all[0].kind == LinkKind::meets);
  CHECK(all[0].from_row == "k");
  CHECK(all[0].to_row == "d");
  CHECK(all[0].because == "they share words, and neither has such a link yet");
  auto drawn = table;
  drawn.draws(LinkKind::meets, "k", "d");
  CHECK(drawn.proposals().empty());
}

TEST_CASE("past the policy a mechanism alone is no reason, nor is a way that leads through an instrument already") {
  const char* problem = R"({"demands": [{"id": "d", "text": "Founders alone", "mechanisms": ["learning"]}]})";
  const char* practice = R"({"practices": [{"id": "k", "text": "Dinner", "kind": "ceo_meeting"}]})";
  const auto bare = Told{}.says("A_sum", problem).says("C8", practice);
  REQUIRE(proposal(bare.proposals(), LinkKind::meets) != nullptr);
  auto with_policy = bare;
  with_policy.says("B3", R"({"strategies": [{"id": "j", "text": "A house", "kind": "infrastructure"}]})");
  CHECK(proposal(with_policy.proposals(), LinkKind::meets) == nullptr);
  auto through = bakeries();
  through.draws(LinkKind::addresses, "s", "d").draws(LinkKind::carries, "k", "s");
  CHECK(through.proposals().empty());
}

TEST_CASE("“Concerned, and not met” names the answers it comes from, not those the problem is carried through by") {
  const auto page =
      Told{}
          .says("A_sum", R"({"demands": [{"id": "d", "text": "No orders", "actors": "Bakers", "scale": "national"}]})")
          .says("B3", R"({"strategies": [{"id": "j", "text": "A fair", "problems": ["first"]}]})")
          .says("C3", R"({"firms_about": "Grants"})")
          .says("C4", R"({"national": 0})")
          .says("C9", R"({"introductions": [{"id": "i", "who": "A crew with a cook"}]})")
          .draws(LinkKind::carries, "i", "j")
          .page();
  REQUIRE(page.chains.front().standing == fit::Standing::carried_through);
  const auto records = [&](fit::BreakKind kind) {
    std::vector<std::string> tasks;
    for (const auto& record : std::ranges::find(page.findings, kind, &FitFinding::kind)->records)
      tasks.push_back(record.task);
    return tasks;
  };
  CHECK(records(fit::BreakKind::unreached) == std::vector<std::string>{"A_sum", "C3", "C9"});
  CHECK(records(fit::BreakKind::wrong_scale) == std::vector<std::string>{"A_sum", "C4"});
}

}  // namespace trivium::api

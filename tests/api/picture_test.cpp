// What a table's answers say of levers, actors and shares, as the fit map takes it.
#include "api/picture_of.hpp"

#include "api/told.hpp"

namespace trivium::api {
namespace {

using shape::Json;

Json demands(const std::string& actors, const std::string& scale = "city") {
  return {{"demands", {{{"id", "d"}, {"text", "No orders"}, {"weight", 3}, {"scale", scale}, {"actors", actors}}}}};
}

bool out_of_reach(const std::string& lever, std::optional<double> regional, std::optional<double> national) {
  Json meetings = Json::object();
  if (regional) meetings["regional"] = *regional;
  if (national) meetings["national"] = *national;
  const auto found = Told{}.says("A_sum", demands("", lever)).says("C4", meetings).breaks();
  return std::ranges::find(found, fit::BreakKind::wrong_scale) != found.end();
}

std::vector<std::string> unmet(const std::string& actors, const std::string& practice) {
  return Told{}
      .says("A_sum", demands(actors))
      .says("C8", {{"practices", {{{"id", "k"}, {"text", practice}}}}})
      .picture()
      .demands.front()
      .unmet_actors;
}

bool carries(const std::string& carries_out, const std::string& instrument) {
  return !Told{}
              .says("B3", {{"strategies", {{{"id", "j"}, {"text", instrument}}}}})
              .says("C8", {{"practices", {{{"id", "k"}, {"text", "Lunch"}, {"carries_out", carries_out}}}}})
              .picture()
              .carries.empty();
}

}  // namespace

TEST_CASE("a lever is out of reach only where the meetings with its level and above were said to be none") {
  constexpr std::optional<double> kBlank;
  for (const char* near : {"city", "metropolitan"}) CHECK_FALSE(out_of_reach(near, 0, 0));
  // The state: what is written of the region says nothing of it.
  CHECK(out_of_reach("national", 0, 0));
  CHECK(out_of_reach("national", 1, 0));
  CHECK(out_of_reach("national", kBlank, 0));
  CHECK_FALSE(out_of_reach("national", 1, kBlank));
  CHECK_FALSE(out_of_reach("national", 0, kBlank));
  CHECK_FALSE(out_of_reach("national", kBlank, kBlank));
  CHECK_FALSE(out_of_reach("national", 0, 0.5));
  // The region, which the state leads to as well.
  CHECK(out_of_reach("regional", 0, 0));
  CHECK_FALSE(out_of_reach("regional", kBlank, 0));
  CHECK_FALSE(out_of_reach("regional", 0, kBlank));
  CHECK_FALSE(out_of_reach("regional", 0.5, 0));
  CHECK_FALSE(out_of_reach("regional", 0, 0.5));
  // The Union: nobody is asked about it, so the way there is through the state.
  CHECK(out_of_reach("eu", 1, 0));
  CHECK_FALSE(out_of_reach("eu", 1, kBlank));
  CHECK_FALSE(out_of_reach("eu", 0, 0.5));
}

TEST_CASE("an actor is met by the same name, however short, and not by one word of another") {
  CHECK(unmet("SMEs", "Lunch with SMEs").empty());
  CHECK(unmet("SMEs", "Visits") == std::vector<std::string>{"SMEs"});
  CHECK(unmet("Film fund", "Film festival evening") == std::vector<std::string>{"Film fund"});
  CHECK(unmet("The broadcaster, small producers; research centres", "Breakfast of small producers") ==
        std::vector<std::string>{"The broadcaster", "research centres"});
  // Nothing is said of whom the practice meets: nobody can be missing.
  CHECK(Told{}.says("A_sum", demands("SMEs")).picture().demands.front().unmet_actors.empty());
}

TEST_CASE("“Concerned, and not met” names the answers that were looked through") {
  const auto page = Told{}
                        .says("A_sum", demands("SMEs"))
                        .says("C3", {{"firms_about", "Shoots and grants"}})
                        .says("C8", {{"practices", {{{"id", "k"}, {"text", "Visits"}}}}})
                        .says("B7", {{"commitments", {{{"id", "c"}, {"actor", "City council"}}}}})
                        .page();
  const auto found = std::ranges::find(page.findings, fit::BreakKind::unreached, &FitFinding::kind);
  REQUIRE(found != page.findings.end());
  std::vector<std::string> tasks;
  for (const auto& record : found->records) tasks.push_back(record.task);
  CHECK(tasks == std::vector<std::string>{"A_sum", "C3", "C8", "B7"});
}

TEST_CASE("a vertex nobody has answered is not yet answered, which is not the same as having nothing") {
  const auto first = [](const FitPage& page) { return page.findings.front().sentence; };
  const auto nothing = Told{}.says("A_sum", demands("")).page();
  CHECK(nothing.policy_blank);
  CHECK(nothing.practice_blank);
  CHECK(nothing.sides[0].sentence.starts_with("Nothing can be said yet: strategies (B3) and services (B4)"));
  CHECK(nothing.sides[2].sentence.starts_with("Nothing can be said yet: events and links (C8)"));
  CHECK(first(nothing) ==
        "“No orders” has no answer: neither the policy (B3, B4) nor your practice (C8) is answered yet.");
  const auto no_policy =
      Told{}.says("A_sum", demands("")).says("C8", {{"practices", {{{"id", "k"}, {"text", "Lunch"}}}}}).page();
  CHECK(
      first(no_policy) ==
      "“No orders” has no answer: no practice meets it, and what the policy has for it is not answered yet (B3, B4).");
  // Whoever answered and named nothing has none.
  auto none = Told{}.says("A_sum", demands("")).says("B3", Json::object()).says("C8", Json::object()).page();
  CHECK_FALSE(none.policy_blank);
  CHECK(first(none) == "“No orders” has no answer: no instrument takes it up and no practice meets it.");
}

TEST_CASE("a row with a weight, a share or hours alone is no problem, no instrument, no practice, and nobody's actor") {
  Told table;
  table.says("A_sum", R"({"demands": [{"id": "x", "weight": 4}, {"id": "d", "text": "No orders"}]})")
      .says("B3",
            R"({"strategies": [{"id": "y", "share": 60}, {"id": "i", "text": "A fair", "problems": ["second"]}]})")
      .says("C8", R"({"practices": [{"id": "z", "hours": 5}, {"id": "p", "text": "Lunch", "problems": ["first"]}]})");
  const auto picture = table.picture();
  REQUIRE(picture.demands.size() == 1);
  REQUIRE(picture.instruments.size() == 1);
  REQUIRE(picture.practices.size() == 1);
  REQUIRE(picture.addresses.size() == 1);  // by its place in the table, behind a row that is none
  CHECK(picture.addresses.front().to == 0);
  CHECK(picture.meets.empty());  // a tick for what is no problem yet
  CHECK(table.finding(fit::BreakKind::busy_without_a_reason).find("Lunch") != std::string::npos);
}

TEST_CASE("a policy of equal parts leans to no side first, and of two equal ones to neither first") {
  const auto sentence = [](const char* mechanisms) {
    Told table;
    table.says("A_sum", mechanisms);
    return table.page().points.front().sentence;
  };
  const auto one_of = [&](const std::string& list) {
    return sentence((R"({"demands": [{"id": "d", "text": "x", "mechanisms": [)" + list + "]}]}").c_str());
  };
  CHECK(one_of(R"("sharing", "matching", "learning")").find("in equal parts") != std::string::npos);
  CHECK(one_of(R"("matching", "learning")").find("as much towards") != std::string::npos);
  CHECK(sentence(R"({"demands": [{"id": "d", "text": "x", "weight": 4, "mechanisms": ["sharing"]},
                                 {"id": "e", "text": "y", "weight": 1, "mechanisms": ["matching"]}]})")
            .find("then") != std::string::npos);
}

TEST_CASE("where introductions are all that is done, a break still leads to the form") {
  Told table;
  table.says("A_sum", R"({"demands": [{"id": "d", "text": "No orders"}]})")
      .says("C9", R"({"introductions": [{"id": "n", "who": "A yard and a start-up"}]})");
  const auto page = table.page();
  CHECK(page.can_link);
  REQUIRE(page.findings.size() == 1);
  CHECK(page.findings.front().draw == "?to_row=d#draw");
  REQUIRE_FALSE(page.helpful.empty());
  for (const auto& help : page.helpful) CHECK(help.draw == "?to_row=d#draw");
}

TEST_CASE("what is asked of all breaks of a kind is asked once, above them") {
  const auto page =
      Told{}
          .says("A_sum", {{"demands", {{{"id", "d"}, {"text", "No orders"}}, {{"id", "e"}, {"text", "No kitchen"}}}}})
          .says("B4", {{"services", {{{"id", "s"}, {"text", "Letters"}}, {{"id", "t"}, {"text", "Fairs"}}}}})
          .page();
  std::vector<std::pair<fit::BreakKind, bool>> kinds;
  for (const auto& found : page.findings) kinds.emplace_back(found.kind, found.first_of_kind);
  using enum fit::BreakKind;
  CHECK(kinds == std::vector<std::pair<fit::BreakKind, bool>>{{unanswered, true},
                                                              {unanswered, false},
                                                              {answer_without_a_question, true},
                                                              {answer_without_a_question, false}});
}

TEST_CASE("an instrument is carried out where it is named word for word, also as one of several") {
  CHECK(carries("film fund", "Film fund"));
  CHECK(carries("Mentoring; Film fund", "Film fund"));
  CHECK_FALSE(carries("Fund for films", "Film fund"));
  CHECK_FALSE(carries("Fund of film", "Film fund"));
  CHECK_FALSE(carries("fund film", "Film fund"));
}

TEST_CASE("shares are percentages: a blank one is at most what is left, and its side is not drawn as nothing") {
  Told table;
  table.says("A_sum", demands(""))
      .says("B3",
            {{"strategies", {{{"id", "1"}, {"text", "Film fund"}, {"share", 80}}, {{"id", "2"}, {"text", "Courses"}}}}})
      .says("C8", {{"practices", {{{"id", "k"}, {"text", "Desk"}, {"carries_out", "Film fund"}}}}});
  auto page = table.page();
  REQUIRE(page.sides[1].reach);
  CHECK(*page.sides[1].reach == fit::Interval{.8, 1});
  CHECK(page.sides[1].width == 4);
  CHECK_FALSE(page.sides[1].not_known);
  // No share is said: it could be nothing, it could be everything.
  table.says("B3", {{"strategies", {{{"id", "1"}, {"text", "Film fund"}}, {{"id", "2"}, {"text", "Courses"}}}}});
  page = table.page();
  CHECK(*page.sides[1].reach == fit::Interval{0, 1});
  CHECK(page.sides[1].width == 0);
  CHECK(page.sides[1].not_known);
  // Nothing is carried: that is known, and thin.
  table.says("C8", {{"practices", {{{"id", "k"}, {"text", "Desk"}}}}});
  page = table.page();
  CHECK(*page.sides[1].reach == fit::Interval{0, 0});
  CHECK_FALSE(page.sides[1].not_known);
}

}  // namespace trivium::api

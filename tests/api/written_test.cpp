// What a manager wrote that a practice carries out is never denied, and comes first among the proposals.
#include "api/carried_out.hpp"
#include "api/told.hpp"

namespace trivium::api {
namespace {

using enum fit::BreakKind;
using triangle::LinkKind;

std::vector<Wording> wordings(const std::vector<std::string>& texts) {
  std::vector<Wording> all;
  for (const auto& text : texts) all.push_back(wording(text));
  return all;
}

// As in the sample city's second round, with a problem for the fund.
Told two_markets() {
  return Told{}
      .says("A_sum", R"({"demands": [{"id": "d", "text": "Most firms live on one buyer", "weight": 5}]})")
      .says("B3", R"({"strategies": [{"id": "clients", "text": "Help producers win clients outside the region",
                                      "problems": ["first"]}]})")
      .says("B4", R"({"services": [{"id": "fund", "text": "Co-production fund for work with partners outside"},
                                   {"id": "desk", "text": "Film commission: permits and locations"}]})")
      .says("C8", R"({"practices": [{"id": "markets", "text": "Two markets a year",
                                     "carries_out": "Clients outside the region; co-production fund"},
                                    {"id": "lunch", "text": "Lunch"}]})");
}

}  // namespace

TEST_CASE("an instrument named in other words is supposed, one named word for word is named, a stranger is neither") {
  const auto instruments = wordings({"Help producers win clients outside the region", "Co-production fund for partners",
                                     "Film commission: permits and locations", "Mentoring"});
  const auto found = carried_out("Clients outside the region; co-production fund, mentoring; tea", instruments);
  CHECK(found.named == std::vector<std::size_t>{3});
  CHECK(found.supposed == std::vector<std::size_t>{0, 1});
  CHECK(found.names_nothing == "Clients outside the region; co-production fund; tea");
}

TEST_CASE("what names everything leaves nothing over, and signs alone name nothing and leave nothing") {
  const auto instruments = wordings({"Mentoring", "Help for firms, young and old"});
  CHECK(carried_out("mentoring", instruments).names_nothing.empty());
  CHECK(carried_out("Help for firms, young and old; Mentoring", instruments).names_nothing.empty());
  CHECK(carried_out("Help for firms, young and old", instruments).named == std::vector<std::size_t>{1});
  // What is the name of two things is not, taken together, a third one in other words.
  const auto two = carried_out("Mentoring; fund", wordings({"Mentoring", "Fund", "Mentoring fund for women"}));
  CHECK(two.named == std::vector<std::size_t>{0, 1});
  CHECK(two.supposed.empty());
  for (const char* text : {"", "  ", "-", "—; …"}) {
    CAPTURE(text);
    const auto found = carried_out(text, instruments);
    CHECK(found.named.empty());
    CHECK(found.supposed.empty());
    CHECK(found.names_nothing.empty());
  }
}

TEST_CASE("a short name is an instrument's where it shortens one alone") {
  CHECK(carried_out("The fund", wordings({"A fund for co-production with partners"})).supposed.empty());
  CHECK(carried_out("Co-production", wordings({"A fund for co-production with partners abroad", "Courses"})).supposed ==
        std::vector<std::size_t>{0});
  CHECK(carried_out("Services", wordings({"Services for founders and others", "Services for crews from outside"}))
            .supposed.empty());
}

TEST_CASE("a practice that was written to carry something out is not said to serve nothing") {
  const auto said = two_markets().finding(busy_without_a_reason);
  CHECK(said ==
        "You wrote that “Two markets a year” carries out “Clients outside the region; co-production fund”; no strategy "
        "or service is called just that, and no problem is named for it.");
  CHECK(two_markets().finding(busy_without_a_reason, "es").starts_with("Escribiste que «Two markets a year»"));
  // The other one wrote nothing.
  const auto page = two_markets().page();
  CHECK(std::ranges::count(page.findings, "“Lunch” serves no problem and no instrument that is named here.",
                           &FitFinding::sentence) == 1);
}

TEST_CASE("an answer on paper says what was written, and of whom") {
  const auto said = two_markets().finding(on_paper);
  CHECK(said ==
        "For “Most firms live on one buyer” the policy has “Help producers win clients outside the region”, but no "
        "practice is linked to it: of “Two markets a year” you wrote that it carries out “Clients outside the region; "
        "co-production fund”, and no strategy or service is called just that.");
  CHECK(two_markets().finding(on_paper, "es").find("ninguna práctica está vinculada") != std::string::npos);
  auto nobody = two_markets();
  nobody.says("C8", R"({"practices": [{"id": "lunch", "text": "Lunch"}]})");
  CHECK(nobody.finding(on_paper).ends_with("but nobody's practice carries it out."));
  auto other = two_markets();
  other.says("C8", R"({"practices": [{"id": "lunch", "text": "Lunch", "carries_out": "Our plan"}]})");
  CHECK(other.finding(on_paper).ends_with(
      "of “Lunch” you wrote that it carries out “Our plan”, which is the name of no strategy or service."));
  // A link says what was meant; then it explains nothing more.
  other.draws(LinkKind::carries, "lunch", "desk");
  CHECK(other.finding(on_paper).ends_with("but nobody's practice carries it out."));
}

TEST_CASE("all that is on paper for a problem is named, on the map and beside the problem") {
  const auto table =
      Told{}
          .says("A_sum", R"({"demands": [{"id": "d", "text": "One buyer", "weight": 5}]})")
          .says("B3", R"({"strategies": [{"id": "clients", "text": "Clients outside", "problems": ["first"]},
                                         {"id": "fairs", "text": "Fairs abroad", "problems": ["first"]}]})")
          .says("B4", R"({"services": [{"id": "fund", "text": "Travel fund", "problems": ["first"]},
                                       {"id": "desk", "text": "Film commission"}]})")
          .says("C8", R"({"practices": [{"id": "lunch", "text": "Lunch"}]})");
  const auto page = table.page();
  REQUIRE(page.chains.size() == 1);
  CHECK(page.chains.front().instrument == "Clients outside");
  CHECK(page.chains.front().other_instruments == std::vector<std::string>{"Fairs abroad", "Travel fund"});
  CHECK(table.finding(on_paper).ends_with(
      "it out. The policy has “Fairs abroad” and “Travel fund” for it too, and no practice is linked there either."));
  std::vector<std::string> marked;
  for (const auto& one : page.instruments) {
    if (std::ranges::find(one.gaps, on_paper, &FitGap::kind) != one.gaps.end()) marked.push_back(one.text);
  }
  CHECK(marked == std::vector<std::string>{"Clients outside", "Fairs abroad", "Travel fund"});
  const auto found = std::ranges::find(page.findings, on_paper, &FitFinding::kind);
  REQUIRE(found != page.findings.end());
  std::vector<std::string> records;
  for (const auto& record : found->records) records.push_back(record.task);
  CHECK(records == std::vector<std::string>{"A_sum", "B3", "B4"});
}

TEST_CASE("what was written makes the first proposals, whatever else there is") {
  const auto proposals = two_markets().proposals();
  REQUIRE(proposals.size() >= 2);
  CHECK(proposals[0].kind == LinkKind::carries);
  CHECK(proposals[0].from_row == "markets");
  CHECK(proposals[0].to_row == "clients");  // for the problem that weighs most
  CHECK(proposals[1].to_row == "fund");
  for (const auto place : {0, 1}) {
    CHECK(proposals[static_cast<std::size_t>(place)].because == "you wrote that it carries this out");
    CHECK(two_markets().proposals("es")[static_cast<std::size_t>(place)].because ==
          "escribiste que pone esto en práctica");
  }
  auto drawn = two_markets();
  drawn.draws(LinkKind::carries, "markets", "clients", triangle::LinkStrength::partly);
  for (const auto& one : drawn.proposals()) CHECK((one.from_row != "markets" || one.to_row != "clients"));
}

TEST_CASE("what is written in other words draws no link") {
  CHECK(two_markets().picture().carries.empty());
  CHECK(two_markets().picture().written.size() == 2);
}

}  // namespace trivium::api

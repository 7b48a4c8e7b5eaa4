// Which links the house supposes, in which order, and that it draws none of them.
#include "api/proposals.hpp"

#include "api/answered.hpp"
#include "api/fit_of.hpp"
#include "api/lund.hpp"

#include <map>

namespace trivium::api {
namespace {

using shape::Json;
using triangle::LinkKind;

class Table {
 public:
  Table& says(const std::string& task, Json facets) {
    answers_[task] = answered(task, std::move(facets));
    return *this;
  }
  // With all proposals in one list.
  [[nodiscard]] FitPage page(const std::string& language = "en") const {
    const auto& framework = our_questions().newest();
    auto page = fit_of({.words = our_words(),
                        .framework = framework,
                        .texts = *framework.in(language),
                        .guidance = our_guidance(),
                        .language = language,
                        .answers = answers_,
                        .links = {}});
    std::ranges::move(page.more_proposals, std::back_inserter(page.proposals));
    return page;
  }

 private:
  AnswersByTask answers_;
};

// A problem nobody answers, a service nobody runs, and a table in which practices would fill any list.
Table busy_table() {
  Json practices = Json::array();
  for (int i = 0; i < 12; ++i) {
    const auto number = std::to_string(i);
    practices.push_back({{"id", "k" + number}, {"text", "Meal " + number}, {"kind", "ceo_meeting"}});
  }
  return Table{}
      .says("A_sum",
            Json::parse(
                R"({"demands": [{"id": "d1", "text": "Most live on one buyer", "weight": 5, "mechanisms": ["sharing"]},
                                        {"id": "d2", "text": "Those who begin stay outside", "weight": 4, "mechanisms": ["matching", "learning"]}]})"))
      .says("B4", Json::parse(R"({"services": [{"id": "s1", "text": "Mentoring", "kind": "mentoring"},
                                               {"id": "s2", "text": "Letters", "kind": "information"}]})"))
      .says("C8", {{"practices", practices}});
}

Json introduced(const char* who) { return {{"introductions", {{{"id", "n"}, {"who", who}}}}}; }

bool offers(const FitPage& page, LinkKind kind, const std::string& from, const std::string& to) {
  return std::ranges::any_of(page.proposals, [&](const FitProposal& one) {
    return one.kind == kind && one.from_row == from && one.to_row == to;
  });
}

}  // namespace

TEST_CASE("a service for nothing and a problem without an answer are brought together by their mechanism alone") {
  const auto page = busy_table().page();
  REQUIRE(offers(page, LinkKind::addresses, "s1", "d2"));
  const auto one = std::ranges::find(page.proposals, LinkKind::addresses, &FitProposal::kind);
  CHECK(one->from_row == "s1");
  CHECK(one->because == "both by learning, and neither has such a link yet");
  CHECK(busy_table().page("es").proposals[1].because ==
        "ambos funcionan a base de aprender, y ninguno tiene aún un vínculo así");
  // However many practices there are, the kinds come by turns.
  for (std::size_t i = 0; i + 1 < 4; i += 2) {
    CHECK(page.proposals[i].kind == LinkKind::carries);
    CHECK(page.proposals[i + 1].kind == LinkKind::addresses);
  }
  CHECK(page.proposals.size() == 8);
}

TEST_CASE("an introduction is proposed where its words or its people speak for it, never for being one") {
  const auto offered = [](const char* who) {
    // No practice stands in its way: the list is short.
    const auto page = busy_table().says("C8", Json::object()).says("C9", introduced(who)).page();
    return offers(page, LinkKind::meets, "n", "d2") || offers(page, LinkKind::carries, "n", "s1");
  };
  CHECK_FALSE(offered("A yard and a bank"));  // works by matching, as everything does that brings two together
  CHECK(offered("A yard and a newcomer, for mentoring"));
}

TEST_CASE("nothing in common is no proposal, and neither is what is joined already") {
  const auto page = busy_table().page();
  for (const char* instrument : {"s1", "s2"}) CHECK_FALSE(offers(page, LinkKind::addresses, instrument, "d1"));
  auto table = busy_table();
  table.says(
      "B4", Json::parse(R"({"services": [{"id": "s1", "text": "Mentoring", "kind": "mentoring", "problems": ["second"]},
                                                {"id": "s2", "text": "A desk", "kind": "lobbying"}]})"));
  const auto joined = table.page();
  CHECK_FALSE(offers(joined, LinkKind::addresses, "s1", "d2"));
  CHECK(std::ranges::none_of(joined.proposals, [](const auto& one) { return one.kind == LinkKind::addresses; }));
  CHECK(Table{}.page().proposals.empty());
}

TEST_CASE("what would mend more comes first, and of equals what is for the heavier problem") {
  const auto table = [](const std::string& first_weight) {
    return Table{}
        .says(
            "A_sum",
            Json::parse(
                R"({"demands": [{"id": "d1", "text": "One", "weight": )" + first_weight +
                R"(, "mechanisms": ["learning"]}, {"id": "d2", "text": "Two", "weight": 3, "mechanisms": ["learning"]}]})"))
        .says("B4", Json::parse(R"({"services": [{"id": "s1", "text": "Mentoring", "kind": "mentoring"}]})"))
        .page();
  };
  CHECK(table("4").proposals[0].to_row == "d1");
  CHECK(table("2").proposals[0].to_row == "d2");
  // A problem that has its instrument waits behind one that has none, though it weighs more.
  const auto page =
      Table{}
          .says("A_sum",
                Json::parse(R"({"demands": [{"id": "d1", "text": "One", "weight": 5, "mechanisms": ["learning"]},
                                            {"id": "d2", "text": "Two", "weight": 1, "mechanisms": ["learning"]}]})"))
          .says("B4", Json::parse(
                          R"({"services": [{"id": "s1", "text": "Courses", "kind": "mentoring", "problems": ["first"]},
                                                   {"id": "s2", "text": "Mentoring", "kind": "mentoring"}]})"))
          .page();
  CHECK(page.proposals[0].from_row == "s2");
  CHECK(page.proposals[0].to_row == "d2");
}

TEST_CASE("of 300 tables made by chance no proposal is a link, none stands twice, and each gives its reason") {
  const auto& framework = our_questions().newest();
  std::map<LinkKind, int> met;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    Table table;
    for (const char* task : {"A_sum", "B3", "B4", "C8"}) {
      auto facets = framework::any_facets(*framework.task(task), chance);
      for (auto& rows : facets) {
        if (!rows.is_array()) continue;
        for (auto& row : rows) {
          if (row.is_object() && !row.contains("own")) row["id"] = shape::new_uuid();
        }
      }
      table.says(task, std::move(facets));
    }
    const auto page = table.page();
    std::set<std::pair<std::string, std::string>> pairs;
    CHECK(page.proposals.size() <= 8);
    for (const auto& one : page.proposals) {
      ++met[one.kind];
      CHECK_FALSE(one.because.empty());
      CHECK(pairs.emplace(one.from_row, one.to_row).second);
      for (const auto& line : page.lines) CHECK_FALSE((line.from_row == one.from_row && line.to_row == one.to_row));
    }
    for (const auto& line : page.lines) CHECK_FALSE(line.link);  // nobody has drawn one
  }
  CHECK(met[LinkKind::carries] > 100);
  CHECK(met[LinkKind::addresses] > 100);
  CHECK(met[LinkKind::meets] > 10);
}

}  // namespace trivium::api

// A case beside a break: one that works in the same way and speaks of what is missing, and says so.
#include "api/fit_page.hpp"
#include "api/lund.hpp"
#include "triangle/own_case.hpp"

#include <set>

namespace trivium::api {
namespace {

using shape::Json;

struct Town {
  explicit Town(const std::string& url) : lund{url}, table{lund.table(lund.ana)} {}
  void say(const std::string& task, Json facets, int revision = 0) {
    auto answer = saving(table, task);
    answer.facets = std::move(facets);
    answer.revision = revision;
    REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(lund.ana)));
  }
  std::vector<FitFinding> findings() {
    const auto page = ShowFit{lund.house}({.assessment = table, .from_row = {}, .to_row = {}, .kind = {}, .done = {}},
                                          lund.asking(lund.ana));
    REQUIRE(page);
    return page->findings;
  }

  Lund lund;
  triangle::AssessmentId table;
};

Json demand(const char* id, const char* text, std::vector<std::string> mechanisms) {
  return {{"id", id}, {"text", text}, {"weight", 3}, {"mechanisms", std::move(mechanisms)}};
}

const library::Case& of_library(const std::string& id) {
  const auto* found = our_library().find(id);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("beside a problem of sharing without an answer stands a case of sharing that tells of strategies") {
  const auto fresh = databases().front().fresh();
  Town town{fresh.url};
  town.say("A_sum", {{"demands", {demand("d", "No laboratory", {"sharing"})}}});
  const auto findings = town.findings();
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].beside);
  const auto& one = of_library(findings[0].beside->told_case);
  CHECK(one.traits.mechanisms.contains("sharing"));
  CHECK((one.traits.tasks.contains("B3") || one.traits.tasks.contains("B4")));
  CHECK(findings[0].beside->because.starts_with("Works by sharing too, and tells of “"));
  CHECK(findings[0].beside->title == our_library().text("en", one.id).title);
  // With the stage of another case named, that one has a reason more.
  town.say("A8", {{"stage", "take_off"}});
  CHECK(town.findings()[0].beside->told_case == "coimbra_cantanhede");
}

TEST_CASE("without a mechanism no case is said to share it") {
  const auto fresh = databases().front().fresh();
  Town town{fresh.url};
  town.say("A_sum", {{"demands", {demand("d", "No laboratory", {})}}});
  for (const auto& finding : town.findings()) CHECK(!finding.beside);
}

TEST_CASE("each case stands beside one break, however many it would speak to") {
  const auto fresh = databases().front().fresh();
  Town town{fresh.url};
  Json services = Json::array();
  for (const char* text : {"One fair", "Another fair", "A third", "A fourth", "A fifth", "A sixth", "A seventh"})
    services.push_back({{"id", "s" + std::to_string(services.size())}, {"text", text}, {"kind", "match_making"}});
  town.say("A_sum", {{"demands",
                      {demand("a", "Nobody buys", {"matching"}), demand("b", "Nobody learns", {"learning"}),
                       demand("c", "Nobody shares", {"sharing"})}}});
  town.say("B4", {{"services", services}});
  std::set<std::string> met;
  int without = 0;
  for (const auto& finding : town.findings()) {
    if (!finding.beside) ++without;
    else CHECK(met.insert(finding.beside->told_case).second);
  }
  CHECK(met.size() >= 3);
  CHECK(without >= 2);
}

TEST_CASE("a case of the table's own city is left out") {
  const auto fresh = databases().front().fresh();
  Town town{fresh.url};
  town.lund.store.write([&](store::Session& session) {
    const auto cluster = access::settle_cluster(session, "Styria", "Cars");
    access::settle_role(session, town.lund.ana, cluster, access::Role::manager);
    town.table = access::settle_table(session, access::settle_round(session, cluster, "2026-09-01"), town.lund.ana);
  });
  town.say("A8", {{"stage", "decline"}});
  town.say("A_sum", {{"demands", {demand("d", "Nobody buys", {"matching", "learning"})}}});
  REQUIRE(town.findings()[0].beside);
  CHECK(town.findings()[0].beside->told_case != "styria");
  town.table = town.lund.table(town.lund.ana);
  town.say("A8", {{"stage", "decline"}});
  town.say("A_sum", {{"demands", {demand("d", "Nobody buys", {"matching", "learning"})}}});
  CHECK(town.findings()[0].beside->told_case == "styria");
}

TEST_CASE("a case of the cluster's own is chosen like any other") {
  const auto fresh = databases().front().fresh();
  Town town{fresh.url};
  town.say("A_sum", {{"demands", {demand("d", "No laboratory", {"sharing"})}}});
  const auto id = triangle::OwnCaseId::fresh();
  town.lund.store.write([&](store::Session& session) {
    triangle::OwnCase own{};
    own.id = id;
    own.cluster = town.lund.cluster;
    own.kind = triangle::CaseKind::practice;
    own.title = "A shared kiln";
    own.language = "en";
    own.mechanisms = {"sharing"};
    own.tasks = {"B3", "B4"};
    own.stages = {"maturity"};
    own.revision = 1;
    own.written_by = town.lund.ana;
    own.written_at = shape::now();
    triangle::add(session, own);
  });
  town.say("A8", {{"stage", "maturity"}});
  CHECK(town.findings()[0].beside->told_case == id.text);
}

}  // namespace trivium::api

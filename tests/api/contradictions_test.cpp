// What was counted of a cluster against what an answer says: a finding with both sides, on map and agenda alike.
#include "api/contradictions.hpp"

#include "api/agenda_of.hpp"
#include "api/lund.hpp"
#include "api/numbers_reading.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

constexpr const char* kNumbers =
    "year;firms;entries;exits;young;larger_firms;larger_entries\n2021;100;5;5;27;1000;80\n2022;100;5;5;27;1000;80\n"
    "2023;100;5;5;27;1000;80\n2024;100;5;5;27;1000;80";

struct Counted {
  explicit Counted(const std::string& url) : lund{url}, table{lund.table(lund.ana)} {
    say("A8", {{"stage", "golden_age"}});
    say("A6", {{"reasons", {"easy_to_plug_in"}}});
    say("C10", {{"newcomers", 10}});
  }
  void say(const std::string& task, shape::Json facets) {
    auto answer = saving(table, task);
    answer.facets = std::move(facets);
    REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(lund.ana)));
  }
  void count() {
    lund.store.write([&](store::Session& session) {
      REQUIRE(triangle::keep(session, {.cluster = lund.cluster,
                                       .source = "Statistics Sweden",
                                       .numbers = kNumbers,
                                       .decimal = triangle::DecimalMark::point,
                                       .revision = 0,
                                       .written_by = lund.ana,
                                       .written_at = shape::now()}));
    });
  }
  FitPage map(const std::string& language = "en") {
    auto page = ShowFit{lund.house}({.assessment = table, .from_row = {}, .to_row = {}, .kind = {}, .done = {}},
                                    lund.asking(lund.ana, language));
    REQUIRE(page);
    return *page;
  }
  AgendaPage agenda() {
    auto page = ShowAgenda{lund.house}({.assessment = table}, lund.asking(lund.ana));
    REQUIRE(page);
    return *page;
  }

  Lund lund;
  triangle::AssessmentId table;
};

std::vector<std::string> ids(const std::vector<FitContradiction>& all) {
  std::vector<std::string> found;
  for (const auto& one : all) found.push_back(one.id);
  return found;
}

}  // namespace

TEST_CASE("stage, newcomers and how easy it is to get in are each held against what was counted") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Counted here{fresh.url};
    CHECK(here.map().contradictions.empty());
    here.count();
    const auto found = here.map().contradictions;
    REQUIRE(ids(found) == std::vector<std::string>{"stage", "newcomers_met", "easy_to_plug_in"});
    const std::vector<std::string> tasks{"A8", "C10", "A6"};
    for (std::size_t i = 0; i < found.size(); ++i) {
      CAPTURE(found[i].id);
      REQUIRE(found[i].records.size() == 1);
      CHECK(found[i].records[0].task == tasks[i]);
      CHECK(found[i].source == "Statistics Sweden");
      CHECK(found[i].cluster == here.lund.cluster);
      CHECK(!found[i].counted.empty());
      for (const auto& text : {found[i].title, found[i].said, found[i].question, found[i].reason, found[i].section})
        CHECK(!text.empty());
    }
    CHECK(found[1].said == "Of your contacts 10 % are with newcomers, you say.");
    CHECK(found[1].counted == std::vector<std::string>{"Of the firms, 27 % were in their first five years (2024)."});
    CHECK(found[2].counted ==
          std::vector<std::string>{
              "New firms come more slowly than in the larger area: 3 fewer for every hundred firms a year."});
    CHECK(found[2].control == fit::Control::influence);
  }
}

TEST_CASE("the agenda asks about each contradiction once, with both sides and the way to the numbers") {
  const auto fresh = databases().front().fresh();
  Counted here{fresh.url};
  const auto without = here.agenda();
  here.count();
  const auto page = here.agenda();
  std::vector<AgendaItem> all;
  for (const auto& group : page.groups) all.insert(all.end(), group.items.begin(), group.items.end());
  for (const auto& found : here.map().contradictions) {
    CAPTURE(found.id);
    REQUIRE(std::ranges::count(all, "counted." + found.id, &AgendaItem::id) == 1);
    const auto item = std::ranges::find(all, "counted." + found.id, &AgendaItem::id);
    CHECK(item->finding.starts_with(found.said));
    CHECK(item->finding.ends_with(found.counted.back()));
    CHECK(item->question == found.question);
    CHECK(item->control == found.control);
    CHECK(item->counted);
    CHECK(item->cluster == here.lund.cluster);
    CHECK(item->records.at(0).task == found.records.at(0).task);
  }
  const auto count = [](const AgendaPage& agenda) { return std::ssize(agenda.first) + agenda.more; };
  CHECK(count(page) == count(without) + 3);
  CHECK(std::ranges::find(page.first, "counted.stage", &AgendaItem::id) != page.first.end());
}

TEST_CASE("numbers from a file say the same as those that are stored") {
  const auto fresh = databases().front().fresh();
  Counted here{fresh.url};
  here.count();
  const auto years = years_in(kNumbers, triangle::DecimalMark::point);
  REQUIRE(years);
  for (const std::string language : {"en", "es"}) {
    CAPTURE(language);
    const auto stored = here.map(language).contradictions;
    const auto answers =
        here.lund.store.read([&](store::Session& session) { return answers_by_task(session, here.table); });
    const auto& framework = our_questions().newest();
    auto from_file = contradictions({.words = our_words(),
                                     .framework = framework,
                                     .texts = *framework.in(language),
                                     .guidance = our_guidance(),
                                     .language = language,
                                     .answers = answers,
                                     .links = {}},
                                    our_thresholds(), *years);
    for (auto& one : from_file) {
      CHECK(!one.cluster);
      one.cluster = here.lund.cluster;
      one.source = "Statistics Sweden";
    }
    CHECK(shape::to_json(from_file) == shape::to_json(stored));
  }
}

TEST_CASE("the middle says which answers are spoken against, the stage by how many signals") {
  const auto fresh = databases().front().fresh();
  Counted here{fresh.url};
  here.count();
  const auto page = here.map();
  const auto& sentences = page.middle.at(0).sentences;
  const auto signals = std::to_string(page.contradictions.at(0).counted.size());
  CHECK(std::ranges::any_of(sentences, [&](const auto& one) {
    return one.starts_with("By what was counted over the years, " + (signals == "1" ? "one" : signals) + " signal");
  }));
  const auto& texts = *our_questions().newest().in("en");
  CHECK(std::ranges::find(
            sentences, "What was counted also speaks against what you say here: " + texts.task("C10").title + " and " +
                           texts.task("A6").title + ".") != sentences.end());
}

}  // namespace trivium::api

// The map in the terminal says what the page says.
#include "api/fit_text.hpp"

#include "api/agenda_of.hpp"
#include "api/answered.hpp"
#include "api/fit_of.hpp"
#include "api/lund.hpp"
#include "api/numbers_reading.hpp"
#include "api/stage_page.hpp"
#include "api/told.hpp"
#include "stage/reading.hpp"

#include <map>

namespace trivium::api {
namespace {

triangle::Answer stored(const framework::Task& task, by_chance::Chance& chance) {
  auto answer = answered(task.id, framework::any_facets(task, chance));
  for (auto& [facet, rows] : answer.facets.items()) {
    if (!rows.is_array()) continue;
    for (auto& row : rows) {
      if (row.is_object() && !row.contains("own")) row["id"] = shape::new_uuid();
    }
  }
  return answer;
}

}  // namespace

TEST_CASE("every sentence, number, link, loose end and contradiction of 200 random maps stands in the text") {
  const auto& framework = our_questions().newest();
  std::map<std::string, int> met;
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    AnswersByTask answers;
    for (const auto& task : framework.tasks) {
      if (!by_chance::one_in(chance, 4)) answers[task.id] = stored(task, chance);
    }
    const std::string language = seed % 2 == 0 ? "en" : "es";
    const FitSources from{.words = our_words(),
                          .framework = framework,
                          .texts = *framework.in(language),
                          .guidance = our_guidance(),
                          .language = language,
                          .answers = std::move(answers),
                          .links = {}};
    auto page = fit_of(from);
    page.contradictions = {"What was counted speaks against it " + std::to_string(seed)};
    const auto text = fit_as_text(our_words(), language, page);
    const auto says = [&](const char* what, const std::string& words) {
      CAPTURE(words);
      ++met[what];
      CHECK(text.find(words) != std::string::npos);
    };
    for (const auto& chain : page.chains) says("chain", chain.text);
    for (const auto& finding : page.findings) {
      says("finding", finding.sentence);
      says("question", finding.question);
      for (const auto& record : finding.records) says("record", record.title);
    }
    for (const auto& side : page.sides) {
      says("side", side.sentence);
      says("agreement", side.agreement);
      CHECK(side.reach_said.empty() == !side.reach);
      CHECK(side.proportion_said.empty() == !side.proportion);
      if (side.reach) says("reach", side.reach_said);
      if (side.proportion) says("proportion", side.proportion_said);
    }
    for (const auto& capacity : page.middle) {
      for (const auto& sentence : capacity.sentences) says("middle", sentence);
    }
    for (const auto& point : page.points) says("point", point.sentence);
    for (const auto& distance : page.distances) says("distance", distance.sentence);
    for (const auto& help : page.helpful) says("help", help.question);
    for (const auto& line : page.lines) says("link", line.from);
    for (const auto& loose : page.loose) says("loose", loose.text);
    for (const auto& proposal : page.proposals) says("proposal", proposal.because);
    for (const auto& proposal : page.more_proposals) says("more", proposal.because);
    for (const auto& sentence : page.contradictions) says("contradiction", sentence);
    const auto agenda = agenda_of(from);
    const auto asked = agenda_as_text(our_words(), language, agenda);
    for (const auto& item : agenda.first) {
      CHECK(asked.find(item.finding) != std::string::npos);
      CHECK(asked.find(item.question) != std::string::npos);
    }
  }
  // Each of them was there to be said.
  CHECK(met.size() == 17);
}

TEST_CASE("the terminal calls what is not answered yet by that name, as the page does, and only that") {
  for (const auto& language : our_words().languages()) {
    CAPTURE(language);
    const auto text = [&](Told table) { return fit_as_text(our_words(), language, table.page(language)); };
    const auto says = [&](const std::string& of, const char* key) {
      return of.find(our_words().say(language, key)) != std::string::npos;
    };
    Told table;
    table.says("A_sum", R"({"demands": [{"id": "d", "text": "No orders"}]})");
    const auto blank = text(table);
    CHECK(says(blank, "fit.policy_blank"));
    CHECK(says(blank, "fit.practice_blank"));
    CHECK_FALSE(says(blank, "fit.no_instrument"));
    CHECK_FALSE(says(blank, "fit.no_practice"));
    table.says("B3", "{}").says("C8", "{}");
    const auto nothing = text(table);
    CHECK_FALSE(says(nothing, "fit.policy_blank"));
    CHECK_FALSE(says(nothing, "fit.practice_blank"));
    CHECK(says(nothing, "fit.no_instrument"));
    CHECK(says(nothing, "fit.no_practice"));
  }
}

TEST_CASE("a stage that numbers speak against is said in the same words wherever the numbers come from") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  auto answer = saving(table, "A8");
  answer.facets = shape::Json{{"stage", "decline"}};
  REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(lund.ana)));
  const std::string numbers =
      "year;firms;entries;exits;larger_firms\n2021;100;9;4;1000\n2022;105;9;4;1000\n2023;110;9;4;1000\n2024;116;10;4;"
      "1000";
  lund.store.write([&](store::Session& session) {
    REQUIRE(triangle::keep(session, {.cluster = lund.cluster,
                                     .source = "Statistics",
                                     .numbers = numbers,
                                     .decimal = triangle::DecimalMark::point,
                                     .revision = 0,
                                     .written_by = lund.ana,
                                     .written_at = shape::now()}));
  });
  const auto page = ShowFit{lund.house}({.assessment = table, .from_row = {}, .to_row = {}, .kind = {}, .done = {}},
                                        lund.asking(lund.ana));
  REQUIRE(page);
  REQUIRE(page->contradictions.size() == 2);
  const auto years = years_in(numbers, triangle::DecimalMark::point);
  REQUIRE(years);
  const auto stage = our_questions().newest().in("en")->code("stage", "decline");
  const std::string language = "en";
  CHECK(contradictions({our_words(), our_thresholds(), language, stage},
                       stage::readings(*years, "decline", our_thresholds())) == page->contradictions);
}

}  // namespace trivium::api

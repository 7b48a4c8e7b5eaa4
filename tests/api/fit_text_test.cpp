// The map in the terminal says what the page says.
#include "api/fit_text.hpp"

#include "api/agenda_of.hpp"
#include "api/answered.hpp"
#include "api/cases_beside.hpp"
#include "api/fit_of.hpp"
#include "api/lund.hpp"
#include "api/told.hpp"

#include <map>
#include <sstream>

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
    FitSources from{.words = our_words(),
                    .framework = framework,
                    .texts = *framework.in(language),
                    .guidance = our_guidance(),
                    .language = language,
                    .answers = std::move(answers),
                    .links = {}};
    const auto& task = framework.tasks[seed % framework.tasks.size()].id;
    from.contradictions = {{.id = "stage",
                            .control = fit::Control::live_with,
                            .title = "What was counted",
                            .said = "You said so",
                            .counted = {"Counted " + std::to_string(seed)},
                            .question = "What do you see?",
                            .reason = "It may matter",
                            .section = {},
                            .records = {{task, framework.in(language)->task(task).title}},
                            .source = {},
                            .cluster = {}}};
    auto page = fit_of(from);
    put_cases_beside(page.findings, cases_of(our_library(), our_words(), language), "Lund", from);
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
      if (finding.beside)
        says("case", finding.beside->title + " (" + finding.beside->told_of + "). " + finding.beside->because);
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
    REQUIRE(page.contradictions.size() == 1);
    for (const auto& found : page.contradictions) {
      for (const auto& sentence : {found.title, found.said, found.counted.at(0), found.question, found.reason})
        says("contradiction", sentence);
      says("of a contradiction", found.records.at(0).title);
      says("numbers", our_words().say(language, "apart.numbers"));
    }
    for (const auto& help : page.helpful) {
      for (const auto& record : help.records) says("of help", record.title);
    }
    const auto agenda = agenda_of(from);
    const auto asked = agenda_as_text(our_words(), language, agenda);
    for (const auto& item : agenda.first) {
      CHECK(asked.find(item.finding) != std::string::npos);
      CHECK(asked.find(item.question) != std::string::npos);
    }
  }
  // Each of them was there to be said.
  CHECK(met.size() == 21);
}

TEST_CASE(
    "in the terminal every finding of the agenda stands below its own kind, told once, and its question above it") {
  Told table;
  table
      .says("A_sum", R"({"demands": [{"id": "d1", "text": "Nobody buys abroad", "weight": 4},
                                     {"id": "d2", "text": "No kitchen"}, {"id": "d3", "text": "No staff"}]})")
      .says("B3", R"({"strategies": [{"id": "s1", "text": "A fair"}, {"id": "s2", "text": "A park"}]})")
      .says("B4", R"({"services": [{"id": "v1", "text": "Letters"}]})")
      .says("C8", R"({"practices": [{"id": "p1", "text": "Lunch"}, {"id": "p2", "text": "Dinner"}]})");
  const auto agenda = table.agenda();
  std::vector<std::string> lines;
  std::istringstream text{agenda_as_text(our_words(), "en", agenda)};
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  int left_out_above = 0;
  for (const auto& group : agenda.groups) {
    for (const auto& item : group.items) {
      CAPTURE(item.finding);
      const auto told = std::ranges::find(lines, "  " + item.finding);
      REQUIRE(told != lines.end());
      CHECK(std::ranges::count(lines, "  " + item.finding) == 1);
      const std::vector<std::string> above(lines.begin(), told);
      const auto kind = std::ranges::find_if(above.rbegin(), above.rend(),
                                             [](const std::string& line) { return line.starts_with("- "); });
      REQUIRE(kind != above.rend());
      CHECK(*kind == "- " + item.title);
      CHECK(std::ranges::count(above, "  " + item.question) == 1);
      left_out_above += !item.to_begin_with && item.goes_on ? 1 : 0;
    }
  }
  CHECK(left_out_above > 0);  // some stand, on the page, below one that the terminal has told before
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

}  // namespace trivium::api

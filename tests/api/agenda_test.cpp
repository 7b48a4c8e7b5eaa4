// The agenda does not ask for what the map shows, and leaves nothing out of the groups for having named it first.
#include "api/agenda_of.hpp"
#include "api/answered.hpp"
#include "api/answers_on_map.hpp"
#include "api/fit_of.hpp"
#include "api/lund.hpp"

#include <fstream>
#include <map>
#include <set>

namespace trivium::api {
namespace {

using shape::Json;

AnswersByTask answers_in(const Json& table) {
  AnswersByTask answers;
  for (const auto& [task, facets] : table.items()) answers[task] = answered(task, facets);
  return answers;
}

// Ideas from elsewhere, problems from here, and nothing that brings them together.
AnswersByTask unlinked() {
  return answers_in(Json::parse(R"({
    "A_sum": {"demands": [{"id": "d1", "text": "Nobody buys abroad", "weight": 4}, {"id": "d2", "text": "No kitchen"}]},
    "B3": {"strategies": [{"id": "s1", "text": "A fair"}, {"id": "s2", "text": "A park"}]},
    "B4": {"services": [{"id": "v1", "text": "Letters"}]},
    "C8": {"practices": [{"id": "p1", "text": "Lunch"}]},
    "C11": {"means": ["visits"]}})"));
}

triangle::DrawnLink drawn(triangle::LinkKind kind, const std::string& from, const std::string& to,
                          triangle::LinkStrength strength = triangle::LinkStrength::direct) {
  triangle::DrawnLink link{};
  link.kind = kind;
  link.from_row = from;
  link.to_row = to;
  link.strength = strength;
  return link;
}

AgendaPage agenda(const AnswersByTask& answers, const std::vector<triangle::DrawnLink>& links,
                  const guidance::Guidance& guidance = our_guidance(), const std::string& language = "en") {
  const auto& framework = our_questions().newest();
  return agenda_of({.words = our_words(),
                    .framework = framework,
                    .texts = *framework.in(language),
                    .guidance = guidance,
                    .language = language,
                    .answers = answers,
                    .links = links});
}

std::vector<AgendaItem> all_of(const AgendaPage& page) {
  std::vector<AgendaItem> all;
  for (const auto& group : page.groups) all.insert(all.end(), group.items.begin(), group.items.end());
  return all;
}

std::ptrdiff_t times(const AgendaPage& page, const std::string& id) {
  return std::ranges::count(all_of(page), id, &AgendaItem::id);
}

using triangle::LinkKind;

}  // namespace

TEST_CASE("the kinds of break that content may stand behind are those of the map") {
  std::vector<std::string> kinds;
  for (const auto& [name, kind] : trivium_names(fit::BreakKind{})) kinds.emplace_back(name);
  CHECK(kinds == guidance::break_kinds());
}

TEST_CASE("what a break says is asked once, with the reason from the content") {
  const auto page = agenda(unlinked(), {});
  CHECK(times(page, "unanswered") == 2);
  CHECK(times(page, "busy_without_a_reason") == 1);
  CHECK(times(page, "answer_without_a_question") == 3);
  for (const auto& item : all_of(page)) {
    CAPTURE(item.id);
    CHECK_FALSE(item.reason.empty());
    CHECK_FALSE(item.section.empty());
    CHECK_FALSE(item.question.empty());
    CHECK(item.only_in.empty());
    // No rule with a condition tells the same once more.
    CHECK(item.from_map == (std::ranges::find(guidance::break_kinds(), item.id) != guidance::break_kinds().end()));
  }
}

TEST_CASE("each question is asked once down the page, above all the findings it belongs to") {
  const auto page = agenda(unlinked(), {});
  std::map<std::string, int> asked;
  std::set<std::string> said;
  int questions = 0;
  const auto look = [&](const std::vector<AgendaItem>& items) {
    std::string above;
    for (const auto& item : items) {
      CAPTURE(item.finding);
      CHECK(item.goes_on == (item.id == above));
      if (!item.asked_above) ++asked[item.question];
      CHECK(asked[item.question] == 1);
      said.insert(item.question);
      above = item.id;
      ++questions;
    }
  };
  look(page.first);
  for (const auto& group : page.groups) look(group.items);
  for (const auto& [question, times] : asked) CHECK(times == 1);
  CHECK(asked.size() == said.size());
  CHECK(questions > static_cast<int>(said.size()));  // there were some to be left out
}

TEST_CASE("a link drawn on the map silences what asked for it") {
  REQUIRE(times(agenda(unlinked(), {}), "borrowed_without_a_problem") == 1);
  for (const auto strength : {triangle::LinkStrength::direct, triangle::LinkStrength::partly}) {
    const auto one = agenda(unlinked(), {drawn(LinkKind::addresses, "s2", "d1", strength)});
    CHECK(times(one, "borrowed_without_a_problem") == 0);
    CHECK(times(one, "unanswered") == 1);
    CHECK(times(one, "on_paper") == 1);
  }
  // A service is no strategy: the rule looks at the strategies alone.
  CHECK(times(agenda(unlinked(), {drawn(LinkKind::addresses, "v1", "d1")}), "borrowed_without_a_problem") == 1);
  const auto whole = agenda(unlinked(), {drawn(LinkKind::addresses, "s1", "d1"), drawn(LinkKind::addresses, "s2", "d2"),
                                         drawn(LinkKind::addresses, "v1", "d2"), drawn(LinkKind::carries, "p1", "s1"),
                                         drawn(LinkKind::carries, "p1", "s2")});
  for (const auto& kind : guidance::break_kinds()) {
    CAPTURE(kind);
    CHECK(times(whole, kind) == 0);
  }
}

TEST_CASE("a practice names the problems of the instruments it carries out, and keeps what it named") {
  auto answers = unlinked();
  answers["C8"].facets["practices"][0]["problems"] = Json::array({"third"});
  const auto links = std::vector{drawn(LinkKind::addresses, "s2", "d2"), drawn(LinkKind::carries, "p1", "s2"),
                                 drawn(LinkKind::meets, "p1", "d1")};
  const auto seen = answers_on_map(answers, picture_of(our_guidance(), our_words(), answers, links));
  CHECK(seen.at("C8").facets["practices"][0]["problems"] == Json::array({"third", "first", "second"}));
  CHECK_FALSE(seen.at("B3").facets["strategies"][0].contains("problems"));
  CHECK(seen.at("B3").facets["strategies"][1]["problems"] == Json::array({"second"}));
  CHECK_FALSE(seen.at("B4").facets["services"][0].contains("problems"));
}

TEST_CASE("what stands first stands in its group too, so that each group is whole") {
  auto answers = unlinked();
  answers["A_sum"].facets["demands"][0]["scale"] = "national";
  answers["C4"] = answers_in(Json::parse(R"({"C4": {"national": 0, "regional": 1}})"))["C4"];
  const auto page = agenda(answers, {});
  REQUIRE(page.first.size() == 5);
  std::size_t items = 0;
  for (const auto& group : page.groups) {
    CHECK(group.count == static_cast<int>(group.items.size()));
    for (const auto& item : group.items) CHECK(item.control == group.control);
    items += group.items.size();
  }
  CHECK(items == page.first.size() + static_cast<std::size_t>(page.more));
  const auto all = all_of(page);
  for (const auto& first : page.first) {
    CAPTURE(first.finding);
    CHECK(first.to_begin_with);
    CHECK(std::ranges::count(all, first.finding, &AgendaItem::finding) == 1);
  }
  // All that is to be lobbied for is in one place: the two breaks, and the rules.
  const auto lobby = std::ranges::find(page.groups, fit::Control::lobby, &AgendaGroup::control);
  REQUIRE(lobby != page.groups.end());
  for (const char* id : {"unanswered", "wrong_scale", "lever_above_lobbying_list", "lever_at_the_state_unvisited"}) {
    CAPTURE(id);
    CHECK(std::ranges::count(lobby->items, std::string{id}, &AgendaItem::id) == 1);
  }
}

TEST_CASE("a break has one number, one sentence and one place among the others, on the map as in the agenda") {
  const auto& framework = our_questions().newest();
  auto answers = unlinked();
  answers["A_sum"].facets["demands"][1]["actors"] = "Bakers";
  const FitSources from{.words = our_words(),
                        .framework = framework,
                        .texts = *framework.in("en"),
                        .guidance = our_guidance(),
                        .language = std::string{"en"},
                        .answers = answers,
                        .links = {drawn(LinkKind::addresses, "s2", "d1")}};
  const auto map = fit_of(from).findings;
  const auto page = agenda_of(from);
  int looked_at = 0;
  const auto look = [&](const std::vector<AgendaItem>& items) {
    int above = 0;
    for (const auto& item : items) {
      CHECK(item.number.has_value() == item.from_map);
      if (!item.number) continue;
      CHECK(*item.number > above);
      above = *item.number;
      const auto& found = map.at(static_cast<std::size_t>(above) - 1);
      CHECK(found.number == item.number);
      CHECK(found.sentence == item.finding);
      CHECK(found.title == item.title);
      CHECK(found.question == item.question);
      ++looked_at;
    }
  };
  look(page.first);
  CHECK(looked_at >= 3);
  for (const auto& group : page.groups) look(group.items);
  // The one nobody answers is the first thing said on both.
  CHECK(map.front().kind == fit::BreakKind::unanswered);
  CHECK(page.first.front().number == 1);
}

TEST_CASE("a rule written in one language is shown in it, and marked") {
  const auto folder = std::filesystem::temp_directory_path() / ("trivium-agenda-" + shape::new_uuid());
  std::filesystem::copy(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/guidance", folder);
  std::ofstream{folder / "rules.yaml", std::ios::app}
      << "\n- id: of_a_coach\n  kind: pitfall\n  section: \"3\"\n  control: do\n"
         "  when: {task: C11, facet: means, any_of: [visits]}\n";
  std::ofstream{folder / "en.yaml", std::ios::app}
      << "\nof_a_coach:\n  title: T\n  finding: F\n  reason: R\n  question: \"Q?\"\n";
  const auto guidance = guidance::Guidance::load(folder, our_questions().newest());
  std::filesystem::remove_all(folder);
  REQUIRE(guidance);
  for (const auto& [language, marked] : {std::pair{"es", "en"}, std::pair{"en", ""}}) {
    CAPTURE(language);
    const auto page = agenda(unlinked(), {}, *guidance, language);
    const auto all = all_of(page);
    const auto item = std::ranges::find(all, "of_a_coach", &AgendaItem::id);
    REQUIRE(item != all.end());
    CHECK(item->title == "T");
    CHECK(item->only_in == marked);
  }
}

}  // namespace trivium::api

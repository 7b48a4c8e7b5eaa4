// The files of the guidance: read strictly, a mistake stops the start with its line. What each rule looks at stands in
// tables_test.cpp.
#include "guidance/shipped.hpp"

#include "framework/any_facets.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <tuple>

namespace trivium::guidance {
namespace {

// Answers of somebody who filled in some of the table.
Answers any_answers(by_chance::Chance& chance) {
  Answers answers;
  const std::vector<std::string> standings{"", "answered", "not_known_yet", "does_not_apply", "rather_not_say"};
  for (const auto& task : framework::shipped().tasks) {
    if (by_chance::one_in(chance, 6)) continue;
    Answered answer{.standing = by_chance::one_of(chance, standings), .says = false};
    const auto facets = framework::read_facets(task, framework::any_facets(task, chance));
    REQUIRE(facets);
    answer.facets = *facets;
    answer.says = !answer.facets.empty() || by_chance::one_in(chance, 2);
    answers[task.id] = std::move(answer);
  }
  return answers;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream{file};
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// The shipped files in a folder of their own, with one text replaced.
class Changed {
 public:
  Changed(const std::string& file, const std::string& was, const std::string& is) {
    std::filesystem::copy(framework::data_folder() / "guidance", folder_);
    std::string text = text_of(folder_ / file);
    const auto at = text.find(was);
    REQUIRE(at != std::string::npos);
    line_ = static_cast<int>(std::ranges::count(text.substr(0, at), '\n')) + 1;
    text.replace(at, was.size(), is);
    std::ofstream{folder_ / file} << text;
  }
  ~Changed() { std::filesystem::remove_all(folder_); }
  Changed(const Changed&) = delete;
  Changed& operator=(const Changed&) = delete;

  [[nodiscard]] auto load() const { return Guidance::load(folder_, framework::shipped()); }
  [[nodiscard]] int line() const { return line_; }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("trivium-guidance-" + std::to_string(std::random_device{}()));
  int line_ = 0;
};

// Whether the start is refused with this file, the line of what was replaced (or so many below it) and this reason.
bool refused(const std::string& file, const std::string& was, const std::string& is, const std::string& reason,
             int below = 0) {
  const Changed changed{file, was, is};
  const auto loaded = changed.load();
  if (loaded) return false;
  const auto fits = [&](const framework::Fault& fault) {
    return fault.file.filename() == file && fault.line == changed.line() + below &&
           fault.reason.find(reason) != std::string::npos;
  };
  const bool found = std::ranges::any_of(loaded.error(), fits);
  if (!found) {
    for (const auto& fault : loaded.error()) MESSAGE("line ", changed.line(), ": ", to_string(fault));
  }
  return found;
}

}  // namespace

TEST_CASE("there are at least forty rules, each with its reason, section and question in every language") {
  const auto& guidance = shipped_guidance();
  CHECK(guidance.rules().size() >= 40);
  CHECK(guidance.untranslated() == std::vector<std::string>{});
  for (const auto& rule : guidance.rules()) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.section.empty());
    CHECK_FALSE(rule.control.empty());
    CHECK_FALSE(rule.tasks.empty());
    for (const char* language : {"en", "es"}) {
      const auto& text = guidance.text(language, rule.id);
      CHECK(text.language == language);
      CHECK_FALSE(text.reason.empty());
      CHECK(text.question.ends_with("?"));
    }
  }
}

TEST_CASE("behind every kind of break stands why it could matter, in every language") {
  for (const auto& kind : break_kinds()) {
    CAPTURE(kind);
    const auto* rule = shipped_guidance().behind(kind);
    REQUIRE(rule != nullptr);
    CHECK_FALSE(rule->section.empty());
    for (const char* language : {"en", "es"}) CHECK_FALSE(shipped_guidance().text(language, rule->id).reason.empty());
  }
  CHECK(shipped_guidance().behind("no such break") == nullptr);
}

TEST_CASE("a rule names the answers it looks at, in the order of the table") {
  for (const auto& rule : shipped_guidance().rules()) {
    CAPTURE(rule.id);
    const auto looked_at = tasks_in(rule.when);
    std::vector<std::string> in_order;
    for (const auto& task : framework::shipped().tasks) {
      if (looked_at.contains(task.id)) in_order.push_back(task.id);
    }
    CHECK(rule.tasks == in_order);
    CHECK(in_order.size() == looked_at.size());
  }
}

TEST_CASE("an empty field alone sets nothing off: whatever fires rests on something that was said") {
  CHECK(shipped_guidance().that_hold({}).empty());
  Answers blank;
  for (const auto& task : framework::shipped().tasks) blank[task.id] = {.standing = "", .says = false};
  CHECK(shipped_guidance().that_hold(blank).empty());
  for (unsigned seed = 1; seed <= 2'000; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const auto answers = any_answers(chance);
    for (const auto* rule : shipped_guidance().that_hold(answers)) {
      CAPTURE(rule->id);
      CHECK(std::ranges::any_of(rule->tasks, [&](const std::string& task) {
        const auto answer = answers.find(task);
        return answer != answers.end() && (!answer->second.facets.empty() || !answer->second.standing.empty());
      }));
    }
  }
}

TEST_CASE("a condition looks at one value, at any row, at numbers, at how an answer stands") {
  std::vector<framework::Fault> faults;
  const framework::StrictYaml yaml{"test.yaml", faults};
  const auto condition = [&](const std::string& text) {
    return read_condition(yaml, YAML::Load(text), framework::shipped());
  };
  Answers answers;
  answers["A8"] = {.standing = "answered", .says = true, .facets = {{"stage", "maturity"}}};
  answers["A_sum"] = {
      .standing = "", .says = true, .facets = {{"demands", {{{"text", "x"}}, {{"cause", "distance"}, {"weight", 4}}}}}};
  answers["C3"] = {.standing = "not_known_yet", .says = true, .facets = {{"firms", 0.5}}};
  const auto fires = [&](const std::string& text) { return holds(condition(text), answers); };
  CHECK(fires("{task: A8, facet: stage, is: maturity}"));
  CHECK_FALSE(fires("{task: A8, facet: stage, is: decline}"));
  CHECK(fires("{task: A_sum, facet: demands, column: cause, any_of: [mindsets, distance]}"));
  CHECK_FALSE(fires("{task: A_sum, facet: demands, column: cause, any_of: [mindsets]}"));
  CHECK(fires("{task: C3, facet: firms, below: 1}"));
  CHECK_FALSE(fires("{task: C3, facet: firms, below: 0.5}"));
  CHECK(fires("{task: A_sum, facet: demands, column: weight, above: 3}"));
  CHECK(fires("{task: C3, standing: not_known_yet}"));
  CHECK(fires("{task: B3, filled: false}"));
  CHECK(fires("{all: [{task: A8, filled: true}, {not: {task: B3, filled: true}}]}"));
  CHECK(fires("{any: [{task: B3, filled: true}, {task: A8, facet: stage, filled: true}]}"));
  CHECK(faults.empty());
}

TEST_CASE("one row has to meet every column that same_row names") {
  std::vector<framework::Fault> faults;
  const framework::StrictYaml yaml{"test.yaml", faults};
  const auto condition = read_condition(
      yaml, YAML::Load("{task: A_sum, facet: demands, same_row: {mechanisms: [matching], cause: [distance]}}"),
      framework::shipped());
  REQUIRE(faults.empty());
  const auto fires = [&](const char* rows) {
    return holds(condition,
                 {{"A_sum", {.standing = "", .says = true, .facets = {{"demands", nlohmann::json::parse(rows)}}}}});
  };
  CHECK(fires(R"([{"text": "x"}, {"mechanisms": ["sharing", "matching"], "cause": "distance"}])"));
  CHECK_FALSE(fires(
      R"([{"mechanisms": ["matching"], "cause": "mindsets"}, {"mechanisms": ["learning"], "cause": "distance"}])"));
  CHECK_FALSE(fires(R"([{"mechanisms": ["matching"]}])"));
  CHECK_FALSE(holds(condition, {}));
  const std::string one = "{mechanisms: [sharing], cause: [under_investment]}";
  CHECK(refused("rules.yaml", one, "{mechanisms: [sharing]}", "two columns or more"));
  CHECK(refused("rules.yaml", one, "{mechanisms: [shering], cause: [distance]}",
                "\"shering\" is no code of \"mechanisms\""));
  CHECK(refused("rules.yaml", one, "{mechanism: [sharing], cause: [distance]}",
                "A_sum has no \"mechanism\" in \"demands\""));
  CHECK(refused("rules.yaml", one, "{mechanisms: [sharing], cause: {above: 3}}", "\"cause\" is no number"));
  CHECK(refused("rules.yaml", one, "{mechanisms: [sharing], weight: [three]}", "\"weight\" holds no codes"));
  CHECK(refused("rules.yaml", one, "{mechanisms: [sharing], weight: {above: 3, below: 5}}", "either below or above"));
}

TEST_CASE("one row may have to meet a number too") {
  std::vector<framework::Fault> faults;
  const framework::StrictYaml yaml{"test.yaml", faults};
  const auto condition = read_condition(
      yaml, YAML::Load("{task: A_sum, facet: demands, same_row: {mechanisms: [learning], weight: {above: 3}}}"),
      framework::shipped());
  REQUIRE(faults.empty());
  const auto fires = [&](const char* rows) {
    return holds(condition,
                 {{"A_sum", {.standing = "", .says = true, .facets = {{"demands", nlohmann::json::parse(rows)}}}}});
  };
  CHECK(fires(R"([{"mechanisms": ["learning"], "weight": 4}])"));
  CHECK_FALSE(fires(R"([{"mechanisms": ["learning"], "weight": 3}])"));
  CHECK_FALSE(fires(R"([{"mechanisms": ["learning"], "weight": 2}, {"mechanisms": ["sharing"], "weight": 5}])"));
  CHECK_FALSE(fires(R"([{"mechanisms": ["learning"]}])"));
}

TEST_CASE("a typing mistake stops the start with file, line and reason") {
  CHECK(refused("rules.yaml", "is: not_a_cluster_yet", "is: not_a_clster", "\"not_a_clster\" is no code of \"stage\""));
  CHECK(refused("rules.yaml", "facet: stage", "facet: stages", "A8 has no facet \"stages\""));
  CHECK(refused("rules.yaml", "task: A8", "task: A9", "there is no task \"A9\""));
  CHECK(refused("rules.yaml", "control: influence", "control: influnce", "is no control"));
  CHECK(refused("rules.yaml", "  when:", "  wenn:", "unknown key \"wenn\""));
  CHECK(refused("es.yaml", "  question:", "  pregunta:", "unknown key \"pregunta\""));
  CHECK(refused("en.yaml", "early_room_to_experiment:", "early_room_to_experimnt:",
                "there is no rule \"early_room_to_experimnt\"", 1));
  const char* kept = "kept: {columns: [text, kind], years: 3, while: {task: A8, facet: stage}}";
  CHECK(refused("rules.yaml", kept, "kept: {columns: [txt], years: 3, while: {task: A8, facet: stage}}",
                "B3 has no \"txt\" in \"strategies\""));
  CHECK(
      refused("rules.yaml", kept, "kept: {columns: [], years: 3, while: {task: A8, facet: stage}}", "names no column"));
  CHECK(refused("rules.yaml", kept, "kept: {columns: [text], while: {task: A8, facet: stage}}", "how many years"));
  CHECK(refused("rules.yaml", kept, "kept: {columns: [text], years: 3}", "while what has changed"));
  CHECK(refused("rules.yaml", kept, "kept: {columns: [text], years: 3, while: {task: A8, facet: stge}}",
                "A8 has no facet \"stge\""));
  CHECK(refused("rules.yaml", "column: kind, any_of: [research_links]}", "column: kind, kept: {years: 3}}",
                "its columns itself"));
  CHECK(refused("mechanisms.yaml", "training: [sharing]", "training: [shering]", "\"shering\" is no mechanism"));
  CHECK(refused("conditions.yaml", "is: take_off", "is: take_of", "\"take_of\" is no code of \"stage\""));
  CHECK(refused("rules.yaml", "{named: taken_off}", "{named: taken_of}", "there is no condition of this name"));
  CHECK(refused("rules.yaml", "said_by: unanswered", "said_by: unanswerd", "\"unanswerd\" is no said_by"));
  CHECK(refused("rules.yaml", "section: \"2 (Box 1)\"", "section: \"9 (nowhere)\"", "\"9 (nowhere)\" is no section"));
  const std::string trips = "{task: C6, facet: trips, below: 0.25}";
  CHECK(refused("rules.yaml", trips, "{task: C6, column: trips, filled: true}", "needs the facet it is in"));
  CHECK(refused("rules.yaml", trips, "{task: C6, facet: trips, standing: answered}", "has no facet"));
}

TEST_CASE("a condition that could never hold stops the start") {
  CHECK(refused("rules.yaml", "any_of: [weak, absent]", "any_of: []", "names no code and would never hold"));
  CHECK(refused("rules.yaml", "{mechanisms: [sharing], cause: [under_investment]}",
                "{mechanisms: [], cause: [distance]}", "names no code and would never hold"));
  // Trips go from 0 to 31 a month, weights from 1 to 5.
  const std::string trips = "{task: C6, facet: trips, below: 0.25}";
  const auto trips_refused = [&](const char* asked, const char* reason) {
    return refused("rules.yaml", trips, std::string{"{task: C6, facet: trips, "} + asked + "}", reason);
  };
  CHECK(trips_refused("below: -5", "below -5 would never hold: \"trips\" goes from 0 to 31"));
  CHECK(trips_refused("below: 0", "below 0 would never hold"));
  CHECK(trips_refused("above: 31", "above 31 would never hold"));
  CHECK(trips_refused("below: 31.5", "below 31.5 would always hold"));
  CHECK(trips_refused("above: -1", "above -1 would always hold"));
  CHECK(refused("rules.yaml", "{mechanisms: [learning], weight: {above: 3}}",
                "{mechanisms: [learning], weight: {above: 5}}",
                "above 5 would never hold: \"weight\" goes from 1 to 5"));
  // The ends themselves say something: all but none, all but the most.
  for (const char* asked : {"above: 0", "below: 31"})
    CHECK(Changed{"rules.yaml", trips, std::string{"{task: C6, facet: trips, "} + asked + "}"}.load());
}

TEST_CASE("two codes of one choice at once stop the start; of several choices they do not") {
  const std::string trips = "{task: C6, facet: trips, below: 0.25}";
  const std::string one = "{task: A8, facet: stage, is: maturity}";
  CHECK(refused("rules.yaml", trips, "{all: [" + one + ", {task: A8, facet: stage, is: decline}]}",
                "would never hold: \"stage\" of A8 is one choice"));
  CHECK(Changed{"rules.yaml", trips, "{any: [" + one + ", {task: A8, facet: stage, is: decline}]}"}.load());
  CHECK(Changed{"rules.yaml", trips, "{all: [" + one + ", {task: A8, facet: stage, any_of: [maturity, decline]}]}"}
            .load());
  CHECK(Changed{"rules.yaml", trips,
                "{all: [{task: A_sum, facet: demands, column: cause, is: distance}, "
                "{task: A_sum, facet: demands, column: cause, is: mindsets}]}"}
            .load());
}

TEST_CASE("one slip that makes a file no YAML is one line, not one for each rule that stands on it") {
  for (const auto& [file, was, is] : {std::tuple{"rules.yaml", "  kind: stage", "  kind: stage: early"},
                                      {"conditions.yaml", "taken_off:", "taken_off: {} and more:"}}) {
    CAPTURE(file);
    const Changed changed{file, was, is};
    const auto loaded = changed.load();
    REQUIRE_FALSE(loaded);
    REQUIRE(loaded.error().size() == 1);
    CHECK(loaded.error().front().file.filename() == file);
    CHECK(loaded.error().front().line == changed.line());
    CHECK(loaded.error().front().reason.starts_with("is not YAML"));
  }
  const auto no_list =
      Changed{"rules.yaml", text_of(framework::data_folder() / "guidance" / "rules.yaml"), "{}"}.load();
  REQUIRE_FALSE(no_list);
  CHECK(no_list.error().size() == 1);
  CHECK(no_list.error().front().reason == "should be a list of rules");
}

TEST_CASE("two rules do not stand behind one kind of break") {
  CHECK(
      refused("rules.yaml",
              "- id: problem_on_paper\n  kind: contradiction\n  section: \"3 (fit, not ticks)\"\n  said_by: on_paper",
              "- id: problem_on_paper\n  kind: contradiction\n  section: \"3 (fit, not ticks)\"\n  said_by: unanswered",
              "another rule stands behind \"unanswered\" already"));
}

TEST_CASE("words in one language are enough, and a reader of another one is told which they are in") {
  const std::string id = "not_a_cluster_yet_basics";
  const auto words = text_of(framework::data_folder() / "guidance" / "es.yaml");
  const auto begins = words.find(id + ":");
  const auto ends = words.find("\n\n", begins);
  const auto loaded = Changed{"es.yaml", words.substr(begins, ends - begins), ""}.load();
  REQUIRE(loaded);
  CHECK(loaded->untranslated() == std::vector<std::string>{"es " + id});
  CHECK(loaded->text("es", id).language == "en");
  CHECK(loaded->text("es", id).title == loaded->text("en", id).title);
  CHECK(loaded->text("es", "early_support_bodies").language == "es");
  // In no language at all, it stops the start, with the line of the rule.
  const Changed twice{"rules.yaml", "- id: " + id, "- id: a_rule_without_words"};
  const auto refused_then = twice.load();
  REQUIRE_FALSE(refused_then);
  CHECK(std::ranges::any_of(refused_then.error(), [&](const framework::Fault& fault) {
    return fault.line == twice.line() && fault.reason == "\"a_rule_without_words\" has no words in any language";
  }));
}

}  // namespace trivium::guidance

// Every rule we ship can fire and can stay silent; a mistake in the files stops the start with its line.
#include "guidance/guidance.hpp"

#include "framework/any_facets.hpp"
#include "framework/places.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

namespace trivium::guidance {
namespace {

const Guidance& shipped_guidance() {
  static const auto loaded = Guidance::load(framework::data_folder() / "guidance", framework::shipped());
  if (!loaded) {
    for (const auto& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded.has_value());
  return *loaded;
}

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

// The shipped files with one text replaced, and what is said of them.
std::vector<std::string> faults_with(const std::string& file, const std::string& was, const std::string& is) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("trivium-guidance-" + std::to_string(std::random_device{}()));
  std::filesystem::copy(framework::data_folder() / "guidance", folder);
  std::string text = text_of(folder / file);
  const auto at = text.find(was);
  REQUIRE(at != std::string::npos);
  text.replace(at, was.size(), is);
  std::ofstream{folder / file} << text;
  const auto loaded = Guidance::load(folder, framework::shipped());
  std::vector<std::string> faults;
  if (!loaded) {
    for (auto fault : loaded.error()) {
      fault.file = fault.file.filename();
      faults.push_back(to_string(fault));
    }
  }
  std::filesystem::remove_all(folder);
  return faults;
}

bool says(const std::vector<std::string>& faults, const std::string& file, const std::string& reason) {
  return std::ranges::any_of(faults, [&](const std::string& fault) {
    return fault.starts_with(file + ":") && fault.find(reason) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("there are at least forty rules, each with its reason, section and question in every language") {
  const auto& guidance = shipped_guidance();
  CHECK(guidance.rules().size() >= 40);
  for (const auto& rule : guidance.rules()) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.section.empty());
    CHECK_FALSE(rule.tasks.empty());
    for (const char* language : {"en", "es"}) {
      const auto& text = guidance.text(language, rule.id);
      CHECK_FALSE(text.reason.empty());
      CHECK(text.question.ends_with("?"));
    }
  }
}

TEST_CASE("each rule fires on some answers and is silent on others") {
  const auto& guidance = shipped_guidance();
  std::set<std::string> never_fired;
  std::set<std::string> never_silent;
  for (const auto& rule : guidance.rules()) {
    never_fired.insert(rule.id);
    never_silent.insert(rule.id);
  }
  for (unsigned seed = 0; seed < 20'000 && !(never_fired.empty() && never_silent.empty()); ++seed) {
    by_chance::Chance chance{seed};
    const auto answers = any_answers(chance);
    for (const auto& rule : guidance.rules()) (holds(rule.when, answers) ? never_fired : never_silent).erase(rule.id);
  }
  for (const auto& id : never_fired) MESSAGE(id, " never fired");
  for (const auto& id : never_silent) MESSAGE(id, " was never silent");
  CHECK(never_fired.empty());
  CHECK(never_silent.empty());
}

TEST_CASE("a blank table sets nothing off") { CHECK(shipped_guidance().that_hold({}).empty()); }

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
  const auto one = "{mechanisms: [sharing], cause: [under_investment]}";
  CHECK(says(faults_with("rules.yaml", one, "{mechanisms: [sharing]}"), "rules.yaml", "two columns or more"));
  CHECK(says(faults_with("rules.yaml", one, "{mechanisms: [shering], cause: [distance]}"), "rules.yaml",
             "\"shering\" is no code of \"mechanisms\""));
  CHECK(says(faults_with("rules.yaml", one, "{mechanism: [sharing], cause: [distance]}"), "rules.yaml",
             "A_sum has no \"mechanism\" in \"demands\""));
}

TEST_CASE("a typing mistake stops the start with file, line and reason") {
  CHECK(faults_with("rules.yaml", "is: take_off", "is: take_of") != std::vector<std::string>{});
  CHECK(says(faults_with("rules.yaml", "is: take_off", "is: take_of"), "rules.yaml",
             "\"take_of\" is no code of \"stage\""));
  CHECK(says(faults_with("rules.yaml", "facet: stage", "facet: stages"), "rules.yaml", "A8 has no facet \"stages\""));
  CHECK(says(faults_with("rules.yaml", "task: A8", "task: A9"), "rules.yaml", "there is no task \"A9\""));
  CHECK(says(faults_with("rules.yaml", "control: influence", "control: influnce"), "rules.yaml", "is no control"));
  CHECK(says(faults_with("rules.yaml", "  when:", "  wenn:"), "rules.yaml", "unknown key \"wenn\""));
  CHECK(says(faults_with("es.yaml", "  question:", "  pregunta:"), "es.yaml", "missing key \"question\""));
  CHECK(says(faults_with("en.yaml", "early_room_to_experiment:", "early_room_to_experimnt:"), "en.yaml",
             "early_room_to_experiment"));
  CHECK(says(faults_with("mechanisms.yaml", "training: [sharing]", "training: [shering]"), "mechanisms.yaml",
             "\"shering\" is no mechanism"));
}

}  // namespace trivium::guidance

// The lines we ship can be read, and a mistake in them is named with its line.
#include "stage/claims.hpp"

#include "stage/shipped.hpp"

#include <yaml-cpp/yaml.h>

#include <fstream>
#include <random>
#include <sstream>

namespace trivium::stage {
namespace {

// The shipped file with one text replaced, and what is said of it.
std::vector<std::string> faults_with(const std::string& was, const std::string& is) {
  std::ifstream shipped{shipped_file()};
  std::ostringstream whole;
  whole << shipped.rdbuf();
  std::string text = whole.str();
  const auto at = text.find(was);
  REQUIRE(at != std::string::npos);
  text.replace(at, was.size(), is);
  const auto file =
      std::filesystem::temp_directory_path() / ("trivium-stage-" + std::to_string(std::random_device{}()) + ".yaml");
  std::ofstream{file} << text;
  const auto loaded = load_thresholds(file, framework::shipped());
  std::filesystem::remove(file);
  std::vector<std::string> faults;
  if (loaded) return faults;
  for (const auto& fault : loaded.error()) faults.push_back(std::to_string(fault.line) + ": " + fault.reason);
  return faults;
}

void check_named(const std::string& was, const std::string& is, const std::string& expected) {
  const auto faults = faults_with(was, is);
  CAPTURE(is);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].contains(expected));
  CHECK(!faults[0].starts_with("0:"));
}

}  // namespace

TEST_CASE("every signal has its lines, its section and its reason in both languages") {
  const auto& thresholds = shipped();
  CHECK(thresholds.signals.size() == kSignals.size());
  CHECK(thresholds.years >= thresholds.fewest_years);
  for (const std::string language : {"en", "es"}) {
    const auto words = YAML::LoadFile((framework::data_folder() / "words" / (language + ".yaml")).string());
    const auto says = [&](const std::string& key) {
      return words[key].IsDefined() && !words[key].as<std::string>().empty();
    };
    for (const auto signal : kSignals) {
      const auto& content = thresholds.signals.at(signal);
      CAPTURE(content.reason);
      CHECK(content.section.starts_with("2 ("));
      CHECK(!content.stages.empty());
      CHECK(says(content.reason));
      CHECK(says("stage.signal." + std::string{name(signal)}));
    }
    for (const auto one : {Says::speaks_for, Says::speaks_against, Says::cannot_be_told})
      CHECK(says("stage.says." + std::string{name(one)}));
    for (const auto one : {Cannot::nothing_known, Cannot::too_few_years, Cannot::too_few_firms, Cannot::in_between,
                           Cannot::nothing_to_say})
      CHECK(says("stage.cannot." + std::string{name(one)}));
  }
}

TEST_CASE("every claim but the stage has its line, and each has words in both languages") {
  for (const std::string language : {"en", "es"}) {
    const auto words = YAML::LoadFile((framework::data_folder() / "words" / (language + ".yaml")).string());
    for (const auto claim : kClaims) {
      const std::string key = "apart." + std::string{name(claim)};
      CAPTURE(key);
      for (const auto& one : {key, key + ".said", key + ".question", key + ".reason"}) CHECK(words[one].IsDefined());
      CHECK(line_against(shipped(), claim).has_value() == (claim != Claim::stage));
    }
  }
}

TEST_CASE("what the source says nothing about has no lines") {
  for (const auto& [signal, content] : shipped().signals) CHECK(!content.stages.contains("not_a_cluster_yet"));
  CHECK(!shipped().signals.at(Signal::exit_rate).stages.contains("golden_age"));
}

TEST_CASE("a mistake is named with its line") {
  check_named("  net_entry:\n", "  net_entries:\n  net_entry:\n", "unknown key \"net_entries\"");
  check_named("reason: stage.reason.one_firm", "", "missing key \"reason\"");
  check_named("golden_age: {for: {above: 0.03}", "golden_years: {for: {above: 0.03}", "\"golden_years\" is no stage");
  check_named("golden_age: {for: {above: 0.03}", "golden_age: {for: {over: 0.03}", "unknown key \"over\"");
  check_named("take_off: {for: {above: 0}", "take_off: {for: {above: some}", "should be a number");
  check_named("take_off: {for: {above: 0}", "take_off: {for: {above: -0.03}", "both for and against take_off");
  check_named("{above: -0.01, below: 0.015}", "{above: 0.02, below: 0.015}", "nothing can speak for maturity");
  check_named("golden_age: {against: {above: 0.25}}", "golden_age: {}", "neither \"for\" nor \"against\"");
  check_named("golden_age: {against: {above: 0.25}}", "golden_age: {against: {}}", "neither \"above\" nor \"below\"");
  check_named("      newcomers_met:", "      newcomers: {}\n      newcomers_met:", "unknown key \"newcomers\"");
  check_named("easy_to_plug_in: {against: {below: -0.02}}", "easy_to_plug_in: {}",
              "easy_to_plug_in has no \"against\"");
  check_named("easy_to_plug_in: {against:", "easy_to_plug_in: {for: {above: 1}, against:", "unknown key \"for\"");
  check_named("    claims:\n      newcomers_met: {against: {below: -0.1}}\n", "", "missing key \"claims\"");
  check_named("fewest_years: 3 ", "fewest_years: 1 ", "should be at least 2");
}

TEST_CASE("a file that is not there is a fault, not a crash") {
  const auto loaded = load_thresholds("/nowhere/stage.yaml", framework::shipped());
  REQUIRE(!loaded);
  CHECK(loaded.error().size() == 1);
}

}  // namespace trivium::stage

// The programme a network starts from is content: read strictly, and a mistake named with its line.
#include "programme/template.hpp"

#include "framework/places.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

namespace trivium::programme {
namespace {

std::filesystem::path shipped_file() { return framework::data_folder() / "programme" / "template.yaml"; }

// The shipped file with one text replaced, and what is said of it.
std::vector<std::string> faults_with(const std::string& was, const std::string& is) {
  std::ifstream stream{shipped_file()};
  std::ostringstream read;
  read << stream.rdbuf();
  auto text = read.str();
  const auto at = text.find(was);
  REQUIRE(at != std::string::npos);
  text.replace(at, was.size(), is);
  const auto file =
      std::filesystem::temp_directory_path() / ("trivium-template-" + std::to_string(std::random_device{}()) + ".yaml");
  std::ofstream{file} << text;
  const auto loaded = load_template(file);
  std::filesystem::remove(file);
  std::vector<std::string> faults;
  if (loaded) return faults;
  for (const auto& fault : loaded.error()) faults.push_back(to_string(fault));
  return faults;
}

bool one_says(const std::vector<std::string>& faults, const std::string& line, const std::string& what) {
  return faults.size() == 1 && faults[0].contains(".yaml:" + line + ":") && faults[0].contains(what);
}

}  // namespace

TEST_CASE("five steps with the days of section 5, and four managers of a city") {
  const auto loaded = load_template(shipped_file());
  REQUIRE(loaded);
  CHECK(loaded->section == "5");
  CHECK(loaded->most_managers == 4);
  std::vector<std::string> last_days;
  for (const auto& step : loaded->steps) last_days.push_back(last_day(step.due, day_in(2027, step)).text);
  CHECK(last_days == std::vector<std::string>{"2027-06-15", "2027-09-09", "2027-09-19", "2027-10-14", "2027-10-29"});
  CHECK(loaded->steps[0].deliverable == Deliverable::names);
  CHECK(loaded->steps[1].deliverable == Deliverable::none);
  CHECK(loaded->steps[4].deliverable == Deliverable::summaries);
}

TEST_CASE("“before” the first day of a month or year is the day before it") {
  CHECK(last_day(Due::by, {"2027-01-01"}).text == "2027-01-01");
  CHECK(last_day(Due::before, {"2027-01-01"}).text == "2026-12-31");
  CHECK(last_day(Due::before, {"2028-03-01"}).text == "2028-02-29");
  CHECK(last_day(Due::before, {"2027-03-01"}).text == "2027-02-28");
}

TEST_CASE("a 29 February falls on the last of the month in a year without one") {
  const StepTemplate step{.month = 2, .day = 29};
  CHECK(day_in(2028, step).text == "2028-02-29");
  CHECK(day_in(2027, step).text == "2027-02-28");
}

TEST_CASE("a mistake in the file is named with its line") {
  CHECK(one_says(faults_with("month: 9, day: 20", "month: 9, day: 9"), "12", "earlier than the one before"));
  CHECK(one_says(faults_with("month: 6, day: 15", "month: 6, day: 31"), "10", "no day of a year"));
  CHECK(one_says(faults_with("due: by", "due: until"), "10", "\"until\" is no \"due\""));
  CHECK(one_says(faults_with("deliverable: names", "deliverable: cake"), "10", "\"cake\""));
  CHECK(one_says(faults_with("most_managers: 4", "most_managers: 0"), "8", "1 at least"));
  CHECK_FALSE(faults_with("due: by", "dew: by").empty());
  CHECK_FALSE(faults_with("  - {month: 10, day: 30, due: before, deliverable: summaries}\n", "").empty());
  CHECK_FALSE(faults_with("section: \"5\"", "section: [").empty());
}

}  // namespace trivium::programme

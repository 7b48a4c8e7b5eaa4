// The cases we ship are told in every language, and a mistake in the files stops the start with its line.
#include "library/library.hpp"

#include "framework/places.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

namespace trivium::library {
namespace {

const Library& shipped_library() {
  static const auto loaded = Library::load(framework::data_folder() / "library", framework::shipped());
  if (!loaded) {
    for (const auto& fault : loaded.error()) MESSAGE(to_string(fault));
  }
  REQUIRE(loaded.has_value());
  return *loaded;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream{file};
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

struct Change {
  std::string file, was, is;  // `was`: "" takes the whole file away
};

// The shipped files with one text replaced, and what is said of them.
std::vector<std::string> faults_with(const Change& change) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("trivium-library-" + std::to_string(std::random_device{}()));
  std::filesystem::copy(framework::data_folder() / "library", folder);
  if (change.was.empty()) {
    std::filesystem::remove(folder / change.file);
  } else {
    std::string text = text_of(folder / change.file);
    const auto at = text.find(change.was);
    REQUIRE(at != std::string::npos);
    text.replace(at, change.was.size(), change.is);
    std::ofstream{folder / change.file} << text;
  }
  const auto loaded = Library::load(folder, framework::shipped());
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

}  // namespace

TEST_CASE("five practices and San Sebastián as a path, each told whole in every language") {
  const auto& library = shipped_library();
  REQUIRE(library.cases().size() == 6);
  CHECK(std::ranges::count(library.cases(), "practice", &Case::kind) == 5);
  REQUIRE(library.find("san_sebastian") != nullptr);
  CHECK(library.find("san_sebastian")->kind == "path");
  CHECK(library.find("nowhere") == nullptr);
  for (const auto& told : library.cases()) {
    CAPTURE(told.id);
    CHECK_FALSE(told.section.empty());
    CHECK_FALSE(told.traits.tasks.empty());
    for (const char* language : {"en", "es"}) {
      const auto& text = library.text(language, told.id);
      CHECK_FALSE(text.title.empty());
      CHECK_FALSE(text.situation.empty());
      CHECK_FALSE(text.what_was_done.empty());
      CHECK(text.question.ends_with("?"));
    }
    CHECK(library.text("en", told.id).situation != library.text("es", told.id).situation);
    CHECK(library.text("xx", told.id).title == library.text("en", told.id).title);
  }
}

TEST_CASE("a mistake in the files is named with file, line and reason, and nothing is loaded") {
  const std::vector<std::pair<Change, std::string>> mistakes{
      {{"cases.yaml", "tasks: [A4, A8, B2", "tasks: [A4, A99, B2"}, "there is no task \"A99\""},
      {{"cases.yaml", "stages: [maturity, decline", "stages: [maturity, boredom"}, "there is no stage \"boredom\""},
      {{"cases.yaml", "mechanisms: [matching, learning]", "mechanisms: [magic]"}, "there is no mechanism \"magic\""},
      {{"cases.yaml", "control: influence", "control: command"}, "\"command\" is no control"},
      {{"cases.yaml", "kind: practice", "kind: model"}, "\"model\" is no kind"},
      {{"cases.yaml", "id: brest", "id: styria"}, "the case \"styria\" stands twice"},
      {{"cases.yaml", "id: brest", "id: Brest!"}, "is not an id"},
      {{"cases.yaml", "  stages: []\n", ""}, "missing key \"stages\""},
      {{"cases.yaml", "place: \"Brest (FR)\"", "palce: \"Brest (FR)\""}, "unknown key \"palce\""},
      {{"cases.yaml", "section: \"4 (Brest)\"", "section: \" \""}, "\"section\" should be a text that is not blank"},
      {{"cases.yaml", "section: \"4 (Brest)\"", "section: \"Brest\""}, "\"Brest\" is no section"},
      {{"cases.yaml", "  without_policy: true", "  without_policy: perhaps"}, "should be true or false"},
      {{"es.yaml", "brest:", "bresta:"}, "missing key \"brest\""},
      {{"es.yaml", "brest:", "bresta:"}, "unknown key \"bresta\""},
      {{"en.yaml", "  question: \"Which body", "  asks: \"Which body"}, "unknown key \"asks\""},
      {{"en.yaml", "  question: \"Which body", "  asks: \"Which body"}, "missing key \"question\""},
      {{"en.yaml", "styria:\n", "styria: ["}, "is not YAML"}};
  for (const auto& [change, reason] : mistakes) {
    CAPTURE(change.was);
    const auto faults = faults_with(change);
    for (const auto& fault : faults) INFO(fault);
    CHECK(std::ranges::any_of(faults, [&](const std::string& fault) {
      return fault.starts_with(change.file + ":") &&
             std::isdigit(static_cast<unsigned char>(fault[change.file.size() + 1])) != 0 &&
             fault.find(reason) != std::string::npos;
    }));
  }
}

TEST_CASE("a part told in one language only is a mistake, and so is a language that is not there") {
  const auto words = text_of(framework::data_folder() / "library" / "es.yaml");
  const auto brest = words.find("\nbrest:") + 1;
  const auto begins = words.find("  what_it_took:", brest);
  const auto ends = words.find("  question:", begins);
  const auto line = std::count(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(brest), '\n') + 1;
  CHECK(faults_with({"es.yaml", words.substr(begins, ends - begins), ""}) ==
        std::vector<std::string>{"es.yaml:" + std::to_string(line) +
                                 ": \"brest\" does not tell the same parts as in en.yaml"});
  const auto missing = faults_with({"es.yaml", "", ""});
  CHECK(std::ranges::any_of(missing, [](const std::string& fault) { return fault == "es.yaml: cannot be read"; }));
}

}  // namespace trivium::library

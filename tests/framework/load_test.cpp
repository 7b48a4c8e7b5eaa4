#include "places.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>

namespace trivium::framework {
namespace {

namespace fs = std::filesystem;

// The shipped question set in a folder of its own, to be spoilt.
class Copy {
 public:
  Copy() {
    static std::random_device chance;
    folder_ = fs::temp_directory_path() / ("question-set-" + std::to_string(chance()) + std::to_string(chance()));
    fs::copy(question_set_folder(), folder_);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() { fs::remove_all(folder_); }

  fs::path at(const std::string& file) const { return folder_ / file; }

  void write(const std::string& file, const std::string& text) const { std::ofstream{at(file)} << text; }

  void replace(const std::string& file, const std::string& what, const std::string& with) const {
    std::string text = read(file);
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    write(file, text.replace(found, what.size(), with));
  }

  int line_of(const std::string& file, const std::string& what) const {
    const auto text = read(file);
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(found), '\n')) + 1;
  }

  std::vector<Fault> faults() const {
    auto loaded = load(folder_);
    return loaded ? std::vector<Fault>{} : std::move(loaded.error());
  }

 private:
  std::string read(const std::string& file) const {
    std::ifstream in{at(file)};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

  fs::path folder_;
};

bool says(const std::vector<Fault>& faults, std::string_view reason) {
  return std::ranges::any_of(faults,
                             [&](const Fault& fault) { return fault.reason.find(reason) != std::string::npos; });
}

TEST_CASE("a fault names file, line and reason") {
  const Copy copy;
  copy.replace("tasks.yaml", "{id: reach, kind: many, list: reach}", "{id: reach, kind: severel, list: reach}");
  const auto faults = copy.faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == copy.at("tasks.yaml"));
  CHECK(faults[0].line == copy.line_of("tasks.yaml", "severel"));
  CHECK(faults[0].reason == "unknown kind \"severel\" of \"reach\"");
  CHECK(to_string(faults[0]).ends_with(":" + std::to_string(faults[0].line) + ": " + faults[0].reason));
}

TEST_CASE("a list that is not there is a fault") {
  const Copy copy;
  copy.replace("tasks.yaml", "list: awareness}", "list: awarenes}");
  CHECK(says(copy.faults(), "there is no list \"awarenes\""));
}

TEST_CASE("a choice without a list, and a text with one, are faults") {
  const Copy copy;
  copy.replace("tasks.yaml", "{id: awareness, kind: one, list: awareness}", "{id: awareness, kind: one}");
  copy.replace("tasks.yaml", "{id: trigger, kind: text}", "{id: trigger, kind: text, list: stage}");
  const auto faults = copy.faults();
  CHECK(says(faults, "\"awareness\" needs a list"));
  CHECK(says(faults, "\"trigger\" is of kind text and takes no list"));
}

TEST_CASE("an id used twice is a fault: task, facet, column, code") {
  const Copy copy;
  copy.replace("tasks.yaml", "- id: A2\n", "- id: A1\n");
  copy.replace("tasks.yaml", "{id: leaders, kind: lines}", "{id: knowledge_drivers, kind: lines}");
  copy.replace("tasks.yaml", "{id: code, kind: text}", "{id: name, kind: text}");
  copy.replace("tasks.yaml", "awareness: [most, some, few]", "awareness: [most, some, most]");
  const auto faults = copy.faults();
  CHECK(says(faults, "task \"A1\" is there twice"));
  CHECK(says(faults, "facet \"knowledge_drivers\" is there twice in task \"A1\""));
  CHECK(says(faults, "column \"name\" is there twice in \"activities\""));
  CHECK(says(faults, "code \"most\" stands twice in list \"awareness\""));
}

TEST_CASE("a vertex with another number of questions is a fault") {
  const Copy copy;
  copy.replace("tasks.yaml", "  - id: B9\n    vertex: B\n    sum_up: false",
               "  - id: B_sum\n    vertex: B\n    sum_up: true");
  CHECK(says(copy.faults(), "vertex B has 8 questions and 2 sum-ups; it should have 9 and 1"));
}

TEST_CASE("tasks out of order are a fault") {
  const Copy copy;
  copy.replace("tasks.yaml", "- id: A8\n    vertex: A\n    sum_up: false",
               "- id: A_sum\n    vertex: A\n    sum_up: true");
  copy.replace("tasks.yaml", "- id: A_sum\n    vertex: A\n    sum_up: true\n    section: \"3 (Table 1, A); 2 (ineff",
               "- id: A8\n    vertex: A\n    sum_up: false\n    section: \"3 (Table 1, A); 2 (ineff");
  CHECK(says(copy.faults(), "\"A_sum\" stands out of order"));
}

TEST_CASE("an unknown key is a fault, in the structure and in the words") {
  const Copy structure;
  structure.replace("tasks.yaml", "{id: reach, kind: many, list: reach}",
                    "{id: reach, kind: many, list: reach, colour: teal}");
  CHECK(says(structure.faults(), "unknown key \"colour\""));

  const Copy words;
  words.replace("en.yaml", "    title: \"How far it reaches\"",
                "    title: \"How far it reaches\"\n    subtitle: \"On the map\"");
  CHECK(says(words.faults(), "unknown key \"subtitle\" in A5"));
}

TEST_CASE("a key missing in one language is a fault of that file") {
  const Copy copy;
  copy.replace("es.yaml", "    title: \"Hasta dónde llega\"\n", "");
  const auto faults = copy.faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == copy.at("es.yaml"));
  CHECK(faults[0].reason == "missing key \"title\"");
}

TEST_CASE("a code, a facet, a column and a unit without words are faults") {
  const Copy copy;
  copy.replace("en.yaml", "    decline: \"Decline\"\n", "");
  copy.replace("en.yaml", "      reach:\n        label: \"The cluster reaches\"\n",
               "      distance:\n        label: \"Distance\"\n");
  copy.replace("en.yaml", "columns: {activity: \"Activity\", stage: \"Its stage\"}",
               "columns: {activity: \"Activity\"}");
  copy.replace("en.yaml", "  euro: \"€\"\n", "");
  const auto faults = copy.faults();
  CHECK(says(faults, "missing key \"decline\" in list \"stage\""));
  CHECK(says(faults, "missing key \"reach\" in facets of A5"));
  CHECK(says(faults, "unknown key \"distance\" in facets of A5"));
  CHECK(says(faults, "missing key \"stage\" in columns of \"parts\""));
  CHECK(says(faults, "missing key \"euro\" in units"));
}

TEST_CASE("a key written twice is a fault") {
  const Copy copy;
  copy.replace("en.yaml", "    title: \"How far it reaches\"",
               "    title: \"Reach\"\n    title: \"How far it reaches\"");
  CHECK(says(copy.faults(), "\"title\" stands twice in A5"));
}

TEST_CASE("a blank text is a fault") {
  const Copy copy;
  copy.replace("es.yaml", "title: \"Hasta dónde llega\"", "title: \" \"");
  CHECK(says(copy.faults(), "\"title\" should be a text that is not blank"));
}

TEST_CASE("bounds that cannot be met are faults") {
  const Copy copy;
  copy.replace("tasks.yaml", "min: 1, max: 5, step: 1}", "min: 6, max: 5, step: 0}");
  const auto faults = copy.faults();
  CHECK(says(faults, "min is above max"));
  CHECK(says(faults, "step should be above 0"));
}

TEST_CASE("codes that mean something else in a form are refused") {
  const Copy copy;
  copy.replace("tasks.yaml", "awareness: [most, some, few]", "awareness: [most, own, few]");
  CHECK(says(copy.faults(), "\"own\" cannot be a code"));
}

TEST_CASE("a file that is no YAML is a fault with its line") {
  const Copy copy;
  copy.write("es.yaml", "vertices:\n  A: {name: \"El clúster\"\n");
  const auto faults = copy.faults();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].file == copy.at("es.yaml"));
  CHECK(faults[0].line > 0);
  CHECK(faults[0].reason.starts_with("is not YAML"));
}

TEST_CASE("an empty file says what it misses") {
  const Copy copy;
  copy.write("es.yaml", "");
  CHECK_FALSE(copy.faults().empty());
  copy.write("tasks.yaml", "");
  CHECK_FALSE(copy.faults().empty());
}

TEST_CASE("a file beside the others that is named after no language is a fault") {
  const Copy copy;
  copy.write("english_old.yaml", "vertices: {}\n");
  CHECK(says(copy.faults(), "\"english_old\" is no language"));
}

TEST_CASE("a folder without a question set is a fault, not an empty framework") {
  const auto loaded = load(fs::temp_directory_path() / "there-is-no-question-set-here");
  REQUIRE_FALSE(loaded.has_value());
  CHECK(loaded.error()[0].reason == "cannot be read");

  const Copy copy;
  fs::remove(copy.at("en.yaml"));
  fs::remove(copy.at("es.yaml"));
  CHECK(says(copy.faults(), "holds no language"));
}

TEST_CASE("every fault is told, not only the first") {
  const Copy copy;
  copy.replace("en.yaml", "    decline: \"Decline\"\n", "");
  copy.replace("es.yaml", "    decline: \"Declive\"\n", "");
  CHECK(copy.faults().size() == 2);
}

}  // namespace
}  // namespace trivium::framework

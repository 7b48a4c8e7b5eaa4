#include "analysis/catalogue.hpp"

#include "analysis/tables.hpp"

#include <set>

using namespace trivium;
using analysis::Analysis;

namespace {

const std::filesystem::path kSource{TRIVIUM_SOURCE_DIR};

bool has_key(const std::string& words, const std::string& key) {
  return words.find("\n" + key + ": ") != std::string::npos;
}

// Of its own, or the one that all measures share.
bool has_sentence(const std::string& words, std::string_view measure, const std::string& of) {
  return has_key(words, "measure." + std::string{measure} + "." + of) || has_key(words, "measure." + of);
}

}  // namespace

TEST_CASE("every analysis has its title, its question, what it takes and what it gives in words, in each language") {
  for (const auto* language : {"en", "es"}) {
    const auto words = analysis::text_of(kSource / "data/words" / (std::string{language} + ".yaml"));
    for (const auto& one : analysis::catalogue()) {
      const auto key = "measure." + std::string{one.name};
      CAPTURE(language);
      CAPTURE(key);
      CHECK(has_key(words, key + ".title"));
      CHECK(has_key(words, key + ".question"));
      for (const auto& input : one.inputs) CHECK(has_key(words, "measure.input." + std::string{input.name}));
      for (const auto& parameter : one.parameters)
        CHECK(has_sentence(words, one.name, "setting." + std::string{parameter.name}));
      for (const auto& column : one.gives) {
        CAPTURE(column.name);
        CHECK(has_sentence(words, one.name, "gives." + std::string{column.name}));
      }
    }
  }
}

TEST_CASE("every analysis has its page for those who read its numbers") {
  for (const auto& one : analysis::catalogue()) {
    CAPTURE(one.name);
    const auto page = analysis::text_of(kSource / "docs/measure" / (std::string{one.name} + ".md"));
    for (const auto* part : {"\n## The question", "\n## How to read it", "\n## When not to trust it",
                             "\n## A small example", "\n## Source"})
      CHECK(page.find(part) != std::string::npos);
  }
}

TEST_CASE("every analysis is run by a test of this room") {
  std::string tests;
  for (const auto& file : std::filesystem::directory_iterator{kSource / "tests/analysis"})
    tests += analysis::text_of(file);
  for (const auto& one : analysis::catalogue()) {
    CAPTURE(one.name);
    CHECK(tests.find("asked(\"" + std::string{one.name} + "\"") != std::string::npos);
  }
}

TEST_CASE("names are given once: analyses, and within one its inputs, settings and columns") {
  std::set<std::string_view> names;
  for (const auto& one : analysis::catalogue()) {
    CHECK(names.insert(one.name).second);
    std::set<std::string_view> within;
    for (const auto& input : one.inputs) CHECK(within.insert(input.name).second);
    for (const auto& parameter : one.parameters) CHECK(within.insert(parameter.name).second);
    std::set<std::string_view> columns;
    for (const auto& column : one.gives) CHECK(columns.insert(column.name).second);
  }
  CHECK(analysis::analysis("location-quotients") == nullptr);
}

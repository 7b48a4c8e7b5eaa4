// What is wrong with the words stops the start, each fault with its file.
#include "words/folder_of_words.hpp"

#include <doctest/doctest.h>

namespace trivium::words {
namespace {

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("languages are the files there are, English first") {
  const FolderOfWords folder{
      {{"es.yaml", "a: Hola"}, {"en.yaml", "a: Hello"}, {"ca.yaml", "a: Hola"}, {"notes.txt", "x"}}};
  const auto words = Words::load(folder.path);
  REQUIRE(words.has_value());
  CHECK(words->languages() == std::vector<std::string>{"en", "ca", "es"});
  CHECK(words->speaks("es"));
  CHECK_FALSE(words->speaks("fr"));
}

TEST_CASE("a key that one language lacks is a fault that names key and language") {
  CHECK(faults_in({{"en.yaml", "a: Hello\nb: Bye"}, {"es.yaml", "a: Hola"}}) ==
        Faults{"words: \"b\" has no sentence in \"es\""});
}

TEST_CASE("a key that only another language has is a fault") {
  CHECK(faults_in({{"en.yaml", "a: Hello"}, {"es.yaml", "a: Hola\nc: Hasta luego"}}) ==
        Faults{"words: \"c\" stands only in \"es\""});
}

TEST_CASE("a sentence that cannot be read is a fault with its line") {
  CHECK(faults_in({{"en.yaml", "a: Hello\nb: \"{name\""}}) ==
        Faults{"words/en.yaml:2: \"b\" is not a sentence ICU can read (U_UNMATCHED_BRACES)"});
  CHECK(faults_in({{"en.yaml", "a: \"{days, plural, one {# day}}\""}}) ==
        Faults{"words/en.yaml:1: \"a\" is not a sentence ICU can read (U_DEFAULT_KEYWORD_MISSING)"});
}

TEST_CASE("a key that stands twice is a fault with its line") {
  CHECK(faults_in({{"en.yaml", "a: Hello\nb: Bye\na: Hi"}}) == Faults{"words/en.yaml:3: \"a\" stands twice"});
}

TEST_CASE("a file that is no YAML is a fault with its line") {
  const auto faults = faults_in({{"en.yaml", "a: Hello\nb: [Bye"}});
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().starts_with("words/en.yaml:"));
}

TEST_CASE("a key without a sentence is a fault") {
  const auto faults = faults_in({{"en.yaml", "a: Hello\nb:"}});
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().starts_with("words/en.yaml:2:"));
}

TEST_CASE("all faults are told at once") {
  CHECK(faults_in({{"en.yaml", "a: \"{x\"\nb: Bye\nc: See you"}, {"es.yaml", "a: \"{x\""}}).size() == 4);
}

TEST_CASE("a folder without languages is a fault") {
  CHECK(faults_in({{"readme.md", "nothing"}}) == Faults{"words: no language found"});
  CHECK_FALSE(Words::load("/nowhere/at/all").has_value());
}

TEST_CASE("the words we ship have no fault") {
  const auto words = Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words");
  if (!words) {
    for (const auto& fault : words.error()) MESSAGE(fault);
  }
  CHECK(words.has_value());
}

}  // namespace trivium::words

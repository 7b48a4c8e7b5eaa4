#include "words/folder_of_words.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace trivium::words {

TEST_CASE("a sentence is said in the language asked for") {
  const FolderOfWords folder{{{"en.yaml", "a: Hello"}, {"es.yaml", "a: Hola"}}};
  const auto words = Words::load(folder.path).value();
  CHECK(words.say("en", "a") == "Hello");
  CHECK(words.say("es", "a") == "Hola");
}

TEST_CASE("a language nobody speaks here gets the first") { CHECK(in_english("a: Hello").say("fr", "a") == "Hello"); }

TEST_CASE("a key nobody has is shown in brackets, where a test of every page can find it") {
  CHECK(in_english("a: Hello").say("en", "b.c") == "[b.c]");
}

TEST_CASE("arguments are put in by name, in any order of the sentence") {
  const auto words = in_english("a: \"{to} from {from}\"");
  CHECK(words.say("en", "a", {{"from", "Ane"}, {"to", "Bo"}}) == "Bo from Ane");
}

TEST_CASE("what a person typed is never read as a sentence") {
  const auto words = in_english("a: \"“{given}” is not on this list.\"");
  CHECK(words.say("en", "a", {{"given", "{given} '{x}' {"}}) == "“{given} '{x}' {” is not on this list.");
}

TEST_CASE("a number decides between one and several, in each language") {
  const FolderOfWords folder{{{"en.yaml", "a: \"{days, plural, =0 {today} one {# day} other {# days}}\""},
                              {"es.yaml", "a: \"{days, plural, =0 {hoy} one {# día} other {# días}}\""}}};
  const auto words = Words::load(folder.path).value();
  CHECK(words.say("en", "a", {{"days", "0"}}) == "today");
  CHECK(words.say("en", "a", {{"days", "1"}}) == "1 day");
  CHECK(words.say("en", "a", {{"days", "2"}}) == "2 days");
  CHECK(words.say("en", "a", {{"days", "-3"}}) == "-3 days");
  CHECK(words.say("en", "a", {{"days", "1200"}}) == "1,200 days");
  CHECK(words.say("es", "a", {{"days", "1"}}) == "1 día");
  CHECK(words.say("es", "a", {{"days", "21"}}) == "21 días");
}

TEST_CASE("a year, or a name that is all digits, is written as it is") {
  const auto words = in_english("a: \"Between {least} and {most}\"\nb: \"Round “{round}”\"");
  CHECK(words.say("en", "a", {{"least", "1000"}, {"most", "2200"}}) == "Between 1000 and 2200");
  CHECK(words.say("en", "b", {{"round", "2026"}}) == "Round “2026”");
  CHECK(words.say("en", "b", {{"round", "007"}}) == "Round “007”");
  const auto counting = in_english("a: \"{code} found no code, {values, plural, one {# value} other {# values}}\"");
  CHECK(counting.say("en", "a", {{"code", "238111"}, {"values", "1200"}}) == "238111 found no code, 1,200 values");
}

TEST_CASE("a sentence asks for a number with separators where it wants them") {
  const auto words = in_english("a: \"There is room for {limit, number}.\"");
  CHECK(words.say("en", "a", {{"limit", "20000"}}) == "There is room for 20,000.");
}

TEST_CASE("a number too long for arithmetic is still shown") {
  const auto words = in_english("a: \"“{given}”\"");
  CHECK(words.say("en", "a", {{"given", "123456789012345678901234567890"}}) == "“123456789012345678901234567890”");
}

TEST_CASE("apostrophes are apostrophes, with arguments and without") {
  const auto words =
      in_english("a: \"The cluster's firms don't meet.\"\nb: \"{name}'s table isn't sent.\"\nc: \"It's ''{name}''.\"");
  CHECK(words.say("en", "a") == "The cluster's firms don't meet.");
  CHECK(words.say("en", "b", {{"name", "Ane"}}) == "Ane's table isn't sent.");
  CHECK(words.say("en", "c", {{"name", "O'Hara"}}) == "It's 'O'Hara'.");
}

TEST_CASE("only a sentence without arguments is plain") {
  const auto words = in_english("a: It's here\nb: \"{x} here\"");
  REQUIRE(words.plain("en", "a") != nullptr);
  CHECK(*words.plain("en", "a") == "It's here");
  CHECK(words.plain("en", "b") == nullptr);
  CHECK(words.plain("en", "c") == nullptr);
  CHECK(words.plain("fr", "a") == nullptr);
  CHECK(words.knows("en", "b"));
  CHECK_FALSE(words.knows("en", "c"));
}

TEST_CASE("sixteen threads say the same sentence at once without mixing") {
  const auto words = in_english("a: \"{n, plural, one {# firm of {name}} other {# firms of {name}}}\"");
  std::vector<int> wrong(16, 0);
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
      threads.emplace_back([&, t] {
        const std::string name = "person " + std::to_string(t);
        for (int i = 2; i < 300; ++i) {
          if (words.say("en", "a", {{"n", std::to_string(i)}, {"name", name}}) !=
              std::to_string(i) + " firms of " + name)
            ++wrong[t];
        }
      });
    }
  }
  CHECK(wrong == std::vector<int>(16, 0));
}

}  // namespace trivium::words

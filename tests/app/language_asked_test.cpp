#include "app/language_asked.hpp"

#include "words/folder_of_words.hpp"

using namespace trivium;
using Line = std::vector<std::string>;

namespace {

std::string asked(const Line& line, const app::Locale& locale) {
  const words::FolderOfWords folder{{{"en.yaml", "a: Hello"}, {"es.yaml", "a: Hola"}}};
  const auto words = words::Words::load(folder.path);
  REQUIRE(words.has_value());
  return app::language_asked(line, locale, *words);
}

}  // namespace

TEST_CASE("the language is what was typed, or the system's where nothing was") {
  const app::Locale spanish{.all = "", .messages = "", .lang = "es_ES.UTF-8"};
  CHECK(asked({"trivium", "measure"}, {}) == "en");
  CHECK(asked({"trivium", "measure"}, spanish) == "es");
  CHECK(asked({"trivium", "measure", "--language", "en"}, spanish) == "en");
  CHECK(asked({"trivium", "measure", "--language=es"}, {}) == "es");
  CHECK(asked({"trivium", "measure", "--language"}, spanish) == "es");
}

TEST_CASE("of what the system says the first that says something counts, and a language nobody speaks is English") {
  CHECK(asked({}, {.all = "C", .messages = "es_ES", .lang = "es_ES"}) == "en");
  CHECK(asked({}, {.all = "", .messages = "es_AR@euro", .lang = "C"}) == "es");
  CHECK(asked({}, {.all = "es", .messages = "", .lang = ""}) == "es");
  CHECK(asked({"--language", "xx"}, {.all = "", .messages = "", .lang = "fi_FI.UTF-8"}) == "en");
}

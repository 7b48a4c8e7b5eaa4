#include "api/general_words.hpp"

#include "api/wording.hpp"

namespace trivium::api {
namespace {

std::set<std::string> of_all_languages(const words::Words& words, const char* key) {
  std::set<std::string> all;
  for (const auto& language : words.languages()) {
    const auto said = wording(words.say(language, key));
    all.insert(said.words.begin(), said.words.end());
  }
  return all;
}

}  // namespace

std::set<std::string> general_words(const words::Words& words) { return of_all_languages(words, "fit.general_words"); }

std::set<std::string> everybody_words(const words::Words& words) {
  return of_all_languages(words, "fit.everybody_words");
}

}  // namespace trivium::api

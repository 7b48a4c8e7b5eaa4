#include "api/general_words.hpp"

#include "api/wording.hpp"

namespace trivium::api {

std::set<std::string> general_words(const words::Words& words) {
  std::set<std::string> all;
  for (const auto& language : words.languages()) {
    const auto general = wording(words.say(language, "fit.general_words"));
    all.insert(general.words.begin(), general.words.end());
  }
  return all;
}

}  // namespace trivium::api

// Where something comes from is said in the reader's language.
#include "api/section_words.hpp"

#include "api/lund.hpp"

namespace trivium::api {

TEST_CASE("every name of a section that pages show has words in every language") {
  std::vector<std::string> sections;
  for (const auto& rule : our_guidance().rules()) sections.push_back(rule.section);
  for (const auto& kind : guidance::break_kinds()) {
    if (const auto* rule = our_guidance().behind(kind)) sections.push_back(rule->section);
  }
  for (const auto& told : our_library().cases()) sections.push_back(told.section);
  for (const auto& [signal, content] : our_thresholds().signals) sections.push_back(content.section);
  REQUIRE(sections.size() > 80);
  for (const auto& section : sections) {
    CAPTURE(section);
    for (const auto& name : names_in(section)) {
      CAPTURE(name);
      for (const auto& language : our_words().languages()) CHECK(our_words().knows(language, section_key(name)));
    }
    CHECK(section_in_words(our_words(), "en", section) == section);
  }
}

TEST_CASE("names stand in brackets, and what nobody has words for stays") {
  CHECK(section_in_words(our_words(), "es", "2 (later stages; Box 1); 4 (Styria)") ==
        "2 (etapas posteriores; recuadro 1); 4 (Estiria)");
  CHECK(section_in_words(our_words(), "es", "2 (weather; Box 1)") == "2 (weather; recuadro 1)");
  CHECK(section_in_words(our_words(), "es", "5") == "5");
  CHECK(section_in_words(our_words(), "es", "4 (Styria") == "4 (Estiria");
  CHECK(section_in_words(our_words(), "es", "4 (").starts_with("4 ("));
}

}  // namespace trivium::api

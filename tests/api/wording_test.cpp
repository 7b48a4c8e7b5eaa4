// When what was written in one place names what was written in another.
#include "api/wording.hpp"

#include "api/general_words.hpp"
#include "api/lund.hpp"

#include <doctest/doctest.h>

#include <string>

namespace trivium::api {
namespace {

Naming named(const std::string& said, const std::string& thing) { return naming(wording(said), wording(thing)); }

}  // namespace

TEST_CASE("a text names itself, however short and whatever its case, accents, signs and blanks") {
  for (const char* text : {"Film fund", "SMEs", "Ñandú", "3D", "Ελλάδα", "日本", "😀", "- - -", "EU"}) {
    CAPTURE(text);
    CHECK(named(text, text) == Naming::same);
  }
  CHECK(named("  film  FUND. ", "Film fund") == Naming::same);
  CHECK(named("gestion del clúster", "Gestión del cluster") == Naming::same);
  CHECK(named("😀", "😃") == Naming::no);
  CHECK(named("", "") == Naming::no);
}

TEST_CASE("the order of words counts") {
  CHECK(named("fund film", "Film fund") != Naming::same);
  CHECK(named("Advice for firms on funds", "Funds for firms on advice") == Naming::most);
}

TEST_CASE("most of a name stands where words of more than half its letters do, whole or with another ending") {
  CHECK(named("Lunch with SMEs and the chamber", "SMEs") == Naming::most);
  CHECK(named("What the broadcaster buys", "The broadcaster") == Naming::most);
  CHECK(named("A documentary maker with a distributor", "documentary makers") == Naming::most);
  CHECK(named("Talks at the ministry of culture", "The regional ministry of culture") == Naming::most);
  // One word they share is not the thing.
  CHECK(named("Film festival", "Film fund") == Naming::no);  // half is not more than half
  CHECK(named("Producers' breakfast", "Established producers") == Naming::a_word);
  CHECK(named("Basque government, culture", "The regional ministry of culture") == Naming::a_word);
  CHECK(named("smelting", "SMEs") == Naming::no);  // within another word it is not said
  CHECK(named("Hosting shoots", "Research centres") == Naming::no);
}

TEST_CASE("general words and words that stand in many texts of a table bring nothing together") {
  const auto shared = [](const std::string& one, const std::string& other, std::vector<std::string> rest = {}) {
    std::vector<Wording> texts{wording(one), wording(other)};
    for (const auto& text : rest) texts.push_back(wording(text));
    return TellingWords{texts, general_words(our_words())}.shared(texts[0], texts[1]);
  };
  CHECK_FALSE(shared("Help producers win clients outside", "New entrepreneurs stay outside the circle"));
  CHECK_FALSE(shared("Ayudar a ganar clientes fuera de la región", "Los nuevos se quedan fuera de la región"));
  CHECK_FALSE(shared("Programas para empresas", "Las empresas establecidas tardan"));
  CHECK(shared("Help producers win clients", "A breakfast with producers outside"));
  CHECK(shared("Desayuno de productoras", "Ayudar a las productoras a vender fuera"));
  CHECK(shared("Film fund", "Evening of the film fund"));
  CHECK(shared("Within", "within"));  // the same text is the same text
  // In a table about films the word "producers" tells nothing once it stands in many of its texts.
  CHECK_FALSE(shared("Help producers win clients", "A breakfast with producers",
                     {"Producers abroad", "A fund for producers", "Training of producers", "Producers and schools"}));
}

TEST_CASE("a list names each of its parts, and a name with a comma in it as well") {
  const auto names = [](const std::string& list, const std::string& thing) {
    for (const auto& part : parts_of(list)) {
      if (naming(part, wording(thing)) == Naming::same) return true;
    }
    return false;
  };
  CHECK(names("Film fund; Mentoring", "mentoring"));
  CHECK(names("Film fund, mentoring\nCourses", "Courses"));
  CHECK(names("Producers' breakfast, monthly; Film fund", "Producers’ breakfast, monthly"));
  CHECK_FALSE(names("Film fund and mentoring", "Mentoring"));
}

}  // namespace trivium::api

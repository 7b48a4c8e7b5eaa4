#include "words/zones.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::words {

TEST_CASE("a country has the clock of its mainland, in whatever language of Europe it is typed") {
  for (const char* portugal : {"Portugal", "portugal ", "Portogallo", "Πορτογαλία", "PORTUGALIA"})
    CHECK(zone_of_country(portugal) == "Europe/Lisbon");
  for (const char* spain : {"Spain", "España", "espana", "Espainia", "Spanien"})
    CHECK(zone_of_country(spain) == "Europe/Madrid");
  CHECK(zone_of_country("Sverige") == "Europe/Stockholm");
  CHECK(zone_of_country("Deutschland") == "Europe/Berlin");
}

TEST_CASE("of a country with several clocks, or that is none, nothing is guessed") {
  CHECK(zone_of_country("Russia").empty());
  CHECK(zone_of_country("United States").empty());
  CHECK(zone_of_country("Utopia").empty());
  CHECK(zone_of_country("").empty());
}

TEST_CASE("clocks are named for cities as the language calls them, in its order, and each is there once") {
  const auto english = zones("en");
  CHECK(english.size() > 300);
  const auto lisbon = std::ranges::find(english, "Europe/Lisbon", &Zone::id);
  REQUIRE(lisbon != english.end());
  CHECK(lisbon->city == "Lisbon");
  CHECK(std::ranges::adjacent_find(english, {}, &Zone::id) == english.end());
  CHECK(std::ranges::all_of(english, [](const Zone& zone) { return is_zone(zone.id); }));
  CHECK(city_of_zone("es", "Europe/Stockholm") == "Estocolmo");
}

TEST_CASE("what is no clock of a place is none to choose") {
  for (const char* none : {"", "Europe/Atlantis", "europe/lisbon", "Etc/UTC", "EST"}) CHECK_FALSE(is_zone(none));
}

}  // namespace trivium::words

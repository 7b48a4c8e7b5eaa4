// Clocks of the world, by the city each is named for, from ICU's tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trivium::words {

struct Zone {
  std::string id;    // IANA: "Europe/Lisbon"
  std::string city;  // as the language calls it: "Lisboa"
};

// One of each, in the order of the language's alphabet.
std::vector<Zone> zones(std::string_view language);
bool is_zone(std::string_view id);
std::string city_of_zone(std::string_view language, std::string_view id);

// The one all of a country lives by, its name in a language of Europe; of a country with islands and enclaves that of
// the mainland. "" where that cannot be told.
std::string zone_of_country(std::string_view country);

}  // namespace trivium::words

#include "words/words.hpp"

#include <doctest/doctest.h>

namespace trivium::words {
namespace {

const std::vector<std::string> kOffered{"en", "es"};

}  // namespace

TEST_CASE("the browser's first language that is offered is taken") {
  CHECK(best_language("es", kOffered) == "es");
  CHECK(best_language("es-ES,es;q=0.9,en;q=0.8", kOffered) == "es");
  CHECK(best_language("en-GB,es;q=0.5", kOffered) == "en");
  CHECK(best_language("en;q=0.3,es;q=0.7", kOffered) == "es");
  CHECK(best_language("sv,es;q=0.4", kOffered) == "es");
  CHECK(best_language("es-MX", kOffered) == "es");
}

TEST_CASE("where no language fits, it is the first offered") {
  CHECK(best_language("", kOffered) == "en");
  CHECK(best_language("ja", kOffered) == "en");
  CHECK(best_language("*", kOffered) == "en");
  CHECK(best_language("ja", {"es", "en"}) == "es");
}

TEST_CASE("nonsense and endless headers get the first language") {
  CHECK(best_language(";;;q=,=,", kOffered) == "en");
  CHECK(best_language(std::string(10'000, 'x'), kOffered) == "en");
  CHECK(best_language("\xFF\xFE", kOffered) == "en");
}

TEST_CASE("a language with a region comes back as it was offered") {
  CHECK(best_language("pt-BR", {"en", "pt-BR"}) == "pt-BR");
  CHECK(best_language("pt", {"en", "pt-BR"}) == "pt-BR");
}

TEST_CASE("names are joined as each language joins them") {
  CHECK(joined("en", {}) == "");
  CHECK(joined("en", {"Ane"}) == "Ane");
  CHECK(joined("en", {"Ane", "Mikel"}) == "Ane and Mikel");
  CHECK(joined("en", {"Ane", "Mikel", "Rosa"}) == "Ane, Mikel, and Rosa");
  CHECK(joined("es", {"Ane", "Mikel", "Rosa"}) == "Ane, Mikel y Rosa");
  CHECK(joined("es", {"Ane", "Iñaki"}) == "Ane e Iñaki");
}

TEST_CASE("a number is written as each language writes it, with a minus and not a hyphen") {
  CHECK(number("en", 14810.25) == "14,810.25");
  CHECK(number("es", 14810.25) == "14.810,25");
  CHECK(number("en", -1.25, 1) == "\u22121.2");
  CHECK(number("en", -0.04, 1) == "0");
  CHECK(number("es", 0) == "0");
}

TEST_CASE("a date is written out in English and in Spanish") {
  CHECK(long_date("en", "2026-09-20") == "20 September 2026");
  CHECK(long_date("es", "2026-09-20") == "20 de septiembre de 2026");
  CHECK(long_date("en", "2026-01-01") == "1 January 2026");
  CHECK(long_date("es", "2024-02-29") == "29 de febrero de 2024");
}

TEST_CASE("an instant is dated by its day") {
  CHECK(long_date("en", "2026-09-20T23:59:59.999Z") == "20 September 2026");
}

TEST_CASE("what is no date is left as it is") {
  CHECK(long_date("en", "soon") == "soon");
  CHECK(clock_time("en", "soon", "Europe/Madrid") == "soon");
}

TEST_CASE("a time of day is that of the place, in winter and in summer") {
  CHECK(clock_time("en", "2026-01-15T14:02:11.123Z", "UTC") == "14:02");
  CHECK(clock_time("en", "2026-01-15T14:02:11.123Z", "Europe/Madrid") == "15:02");
  CHECK(clock_time("en", "2026-07-15T14:02:11.123Z", "Europe/Madrid") == "16:02");
  CHECK(clock_time("es", "2026-07-15T14:02:11.123Z", "Atlantic/Canary") == "15:02");
  CHECK(clock_time("en", "2026-07-15T23:30:00.000Z", "Asia/Kolkata") == "05:00");
}

TEST_CASE("on the day the clocks go forward, 1:59 is followed by 3:00") {
  CHECK(clock_time("en", "2026-03-29T00:59:00.000Z", "Europe/Madrid") == "01:59");
  CHECK(clock_time("en", "2026-03-29T01:00:00.000Z", "Europe/Madrid") == "03:00");
}

TEST_CASE("on the day the clocks go back, 2:59 is followed by 2:00") {
  CHECK(clock_time("en", "2026-10-25T00:59:00.000Z", "Europe/Madrid") == "02:59");
  CHECK(clock_time("en", "2026-10-25T01:00:00.000Z", "Europe/Madrid") == "02:00");
}

TEST_CASE("the machine's own zone can tell the time") {
  CHECK_FALSE(machine_zone().empty());
  CHECK(clock_time("en", "2026-01-15T14:02:11.123Z", machine_zone()).size() == 5);
}

}  // namespace trivium::words

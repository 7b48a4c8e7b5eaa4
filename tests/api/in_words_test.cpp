// How an amount reads: in the reader's language, and of one otherwise than of many.
#include "api/in_words.hpp"

#include "api/lund.hpp"

namespace trivium::api {

TEST_CASE("an amount has the reader's decimal mark, and one is not many") {
  const auto& framework = our_questions().newest();
  const auto& trips = *framework.task("C6")->facet("trips");
  const auto said = [&](const std::string& language, const shape::Json& amount) {
    return value_in_words(trips, *framework.in(language), amount, ", ");
  };
  CHECK(said("en", 1) == "1 time a month");
  CHECK(said("en", 1.0) == "1 time a month");
  CHECK(said("en", 0) == "0 times a month");
  CHECK(said("en", 2.5) == "2.5 times a month");
  CHECK(said("es", 1) == "1 vez al mes");
  CHECK(said("es", 2.5) == "2,5 veces al mes");
  CHECK(said("es", 1250) == "1250 veces al mes");  // no sign between thousands: it may be typed again
  // What could not be read is shown as it was typed.
  CHECK(said("es", "many") == "many veces al mes");
}

}  // namespace trivium::api

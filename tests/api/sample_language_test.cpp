// The sample city speaks the language of the page that put it in; who reads in another is told so.
#include "access/invitation.hpp"
#include "api/first_run_page.hpp"
#include "api/lund.hpp"
#include "api/start_page.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {
namespace {

Asking stranger(const std::string& language) {
  return {.visitor = {}, .language = language, .now = shape::now(), .address = "192.0.2.1", .device = "test"};
}

}  // namespace

TEST_CASE("put in from a Spanish page the sample city is in Spanish, and only a reader of English is told so") {
  const auto questions = our_questions();
  const auto city = sample::SampleCity::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/sample", questions);
  REQUIRE(city);
  for (const auto& database : databases()) {
    for (const auto& [language, other, title] :
         {std::tuple{"es", "en", "Ronda 2, otoño de 2026"}, std::tuple{"en", "es", "Round 2, autumn 2026"}}) {
      CAPTURE(database.name);
      CAPTURE(language);
      const auto fresh = database.fresh();
      store::Store store{{.url = fresh.url, .readers = 2}};
      const House house{store,         questions,        our_words(),    our_guidance(),
                        our_library(), our_thresholds(), our_programme()};
      const auto key =
          store.write([](store::Session& session) { return access::new_set_up_key(session, shape::now()); });
      REQUIRE(LookRound{store, *city}({.key = key}, stranger(language)));
      const auto rounds = store.read(
          [](store::Session& session) { return triangle::rounds_of(session, triangle::clusters(session).front().id); });
      CHECK(rounds.front().title == title);
      CHECK(ShowStart{house}({}, stranger(language))->sample_only_in.empty());
      CHECK(ShowStart{house}({}, stranger(other))->sample_only_in == language);
    }
  }
}

}  // namespace trivium::api

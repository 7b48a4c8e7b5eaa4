// The lobbying list: every problem whose lever is held above the city and its neighbours, wherever it stands.
#include "api/fit_text.hpp"
#include "api/told.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::string problem(const std::string& scale) {
  return R"({"demands": [{"id": "d", "text": "No orders", "scale": ")" + scale + R"("}]})";
}

// A problem that is carried through, one nobody answers, one of the city's.
Told three_levers() {
  return Told{}
      .says("A_sum", R"({"demands": [{"id": "a", "text": "Labour law", "scale": "national"},
                                     {"id": "b", "text": "No kitchen", "scale": "city"},
                                     {"id": "c", "text": "No laboratory", "scale": "regional"}]})")
      .says("B3", R"({"strategies": [{"id": "j", "text": "A letter", "problems": ["first"]}]})")
      .says("C4", R"({"national": 1, "regional": 1})")
      .says("C8", R"({"practices": [{"id": "k", "text": "Trips", "carries_out": "A letter"}]})");
}

}  // namespace

TEST_CASE("problems of region, state and Union are on the list with their level, carried through or not") {
  const auto list = three_levers().agenda().lobbying;
  REQUIRE(list.size() == 2);
  CHECK(list[0].text == "Labour law");
  CHECK(list[0].level == "national government");
  CHECK(list[0].standing == fit::Standing::carried_through);
  CHECK(list[1].text == "No laboratory");
  CHECK(list[1].level == "region");
  CHECK(list[1].standing == fit::Standing::unanswered);
  CHECK(three_levers().agenda("es").lobbying[1].level == "región");
}

TEST_CASE("map, rule and list begin to lobby at one level") {
  for (const auto& [name, scale] : trivium_names(fit::Scale{})) {
    CAPTURE(name);
    const auto agenda = Told{}.says("A_sum", problem(std::string{name}).c_str()).agenda();
    const bool lobbied = scale >= fit::kLobbiedFrom;
    CHECK(agenda.lobbying.empty() != lobbied);
    const auto group = std::ranges::find(agenda.groups, fit::Control::lobby, &AgendaGroup::control);
    CHECK((group != agenda.groups.end()) == lobbied);
    if (!lobbied) continue;
    for (const char* id : {"unanswered", "lever_above_lobbying_list"}) {
      CAPTURE(id);
      CHECK(std::ranges::find(group->items, id, &AgendaItem::id) != group->items.end());
    }
  }
}

TEST_CASE("the terminal gives the list too, and no heading of one that is empty") {
  const auto text = agenda_as_text(our_words(), "en", three_levers().agenda());
  CHECK(text.find("\nYour lobbying list\n") != std::string::npos);
  CHECK(text.find("- Labour law (national government; Carried through)\n") != std::string::npos);
  CHECK(text.find("- No laboratory (region; Unanswered)\n") != std::string::npos);
  const auto none = agenda_as_text(our_words(), "en", Told{}.says("A_sum", problem("city").c_str()).agenda());
  CHECK(none.find("Your lobbying list") == std::string::npos);
}

}  // namespace trivium::api

// What a line drawn by hand does where the table says the same, or something else, already.
#include "api/told.hpp"

namespace trivium::api {
namespace {

using triangle::LinkKind;

Told ticked() {
  return Told{}
      .says("A_sum", R"({"demands": [{"id": "a", "text": "Labour law"}]})")
      .says("B3", R"({"strategies": [{"id": "j", "text": "A letter", "problems": ["first"]}]})");
}

}  // namespace

TEST_CASE("a line drawn in part takes nothing from a tick in the table, and in full adds to what was drawn in part") {
  using enum triangle::LinkStrength;
  const auto strength = [](const Told& table) { return table.picture().addresses.front().strength; };
  CHECK(strength(ticked()) == 1);
  CHECK(strength(ticked().draws(LinkKind::addresses, "j", "a", partly)) == 1);
  // Twice, as when a round takes over what an earlier one drew.
  CHECK(strength(ticked().draws(LinkKind::addresses, "j", "a", partly).draws(LinkKind::addresses, "j", "a", partly)) ==
        1);
  const auto by_hand = [&](triangle::LinkStrength first) {
    auto table = ticked();
    table.says("B3", R"({"strategies": [{"id": "j", "text": "A letter"}]})");
    return table.draws(LinkKind::addresses, "j", "a", first);
  };
  CHECK(strength(by_hand(partly)) == .5);
  CHECK(strength(by_hand(partly).draws(LinkKind::addresses, "j", "a", direct)) == 1);
  CHECK(strength(by_hand(direct).draws(LinkKind::addresses, "j", "a", partly)) == .5);
  // It can still be taken back by hand.
  CHECK(ticked().draws(LinkKind::addresses, "j", "a", partly).page().lines.front().link);
}

}  // namespace trivium::api

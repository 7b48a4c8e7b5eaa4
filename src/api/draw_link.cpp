#include "api/draw_link.hpp"

#include "api/picture_of.hpp"

namespace trivium::api {
namespace {

// To what is said about it, beside where it was drawn.
std::string back_to(const triangle::AssessmentId& assessment, const std::optional<bool>& on_map) {
  return "/assessments/" + assessment.text + (on_map.value_or(false) ? "/fit#said-map" : "/fit#said");
}

}  // namespace

Outcome<Done<Noted>> DrawOneLink::operator()(const DrawLink& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    const auto table = picture_of(house.guidance, answers_by_task(session, given.assessment),
                                  triangle::links_of(session, given.assessment));
    const auto ends = ends_in(table, given.kind, given.from_row, given.to_row);
    shape::Flaws flaws;
    if (!ends.from) flaws.push_back({"/from_row", "flaw.no_such_row", {}});
    if (!ends.to) flaws.push_back({"/to_row", "flaw.no_such_row", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    triangle::draw(session, {.id = triangle::LinkId::fresh(),
                             .assessment = given.assessment,
                             .kind = given.kind,
                             .from_row = given.from_row,
                             .to_row = given.to_row,
                             .strength = given.strength.value_or(triangle::LinkStrength::direct),
                             .drawn_by = asking.visitor->person,
                             .drawn_at = asking.now});
    return Done<Noted>{.record = {}, .go_to = back_to(given.assessment, given.on_map), .notice = "notice.link_drawn"};
  });
}

Outcome<Done<Noted>> TakeOneLinkBack::operator()(const TakeLinkBack& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    if (!triangle::take_back(session, given.assessment, given.link)) return refuse(Why::not_found);
    return Done<Noted>{
        .record = {}, .go_to = back_to(given.assessment, given.on_map), .notice = "notice.link_taken_back"};
  });
}

}  // namespace trivium::api

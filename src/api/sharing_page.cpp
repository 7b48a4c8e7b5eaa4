#include "api/sharing_page.hpp"

#include "api/noted.hpp"

namespace trivium::api {
namespace {

// Only whose table it is decides about it; its readers know that it is there.
Outcome<OpenTable> own_table(store::Session& session, const House& house, const triangle::AssessmentId& id,
                             const Asking& asking) {
  auto open = open_table(session, house, id, asking);
  if (open && !open->permission.write) return refuse(Why::not_yours);
  return open;
}

Reach reach_of(const triangle::AssessmentInRound& table) {
  if (!table.sent_at) return Reach::mine;
  return table.open_to_city_at ? Reach::city : Reach::coaches;
}

}  // namespace

Outcome<SharingPage> ShowSharing::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<SharingPage> {
    const auto open = own_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    return SharingPage{.assessment = open->table.id,
                       .place = place_of(*open),
                       .reach = reach_of(open->table),
                       .with_city = open->table.open_to_city_at.has_value(),
                       .compared = open->table.compared_at.has_value(),
                       .in_programme = open->table.programme.has_value(),
                       .programme = open->table.programme,
                       .seen_by = seen_by(session, house, *open)};
  });
}

Outcome<Done<Noted>> ShareOwnTable::operator()(const ShareTable& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = own_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (given.compared && !open->table.programme) return put_right("/compared", "flaw.nothing_to_compare");
    triangle::share(session, given.assessment, given.with_city, given.compared, asking.now);
    note(session, asking, Deed::sharing_changed, record("assessment", given.assessment.text), asking.visitor->person);
    return Done<Noted>{
        .record = {}, .go_to = "/assessments/" + given.assessment.text + "/sharing", .notice = "notice.shared"};
  });
}

}  // namespace trivium::api

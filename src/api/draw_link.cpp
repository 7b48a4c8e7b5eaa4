#include "api/draw_link.hpp"

#include "api/fit_page.hpp"
#include "api/noted.hpp"
#include "api/picture_of.hpp"
#include "shape/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

// To what is said about it, beside where it was drawn.
std::string back_to(const triangle::AssessmentId& assessment, const triangle::DrawnLink& link, LinkDeed deed,
                    const std::optional<bool>& on_map) {
  return fmt::format("/assessments/{}/fit?done={}&kind={}&from_row={}&to_row={}{}", assessment.text,
                     shape::name_of(deed), shape::name_of(link.kind), shape::escaped(link.from_row),
                     shape::escaped(link.to_row), on_map.value_or(false) ? "#said-map" : "#said");
}

// What has to be put right where the kind is not said: an end that was not chosen or is gone, or two that no link
// joins.
shape::Flaws flaws_between(const TablePicture& table, const std::string& from_row, const std::string& to_row) {
  shape::Flaws flaws;
  const auto stands = [&](const std::string& row, bool as_from) {
    return std::ranges::any_of(trivium_names(triangle::LinkKind{}), [&](const auto& named) {
      const auto ends = ends_in(table, named.second, row, row);
      return as_from ? ends.from : ends.to;
    });
  };
  const auto look = [&](const char* pointer, const std::string& row, bool there) {
    if (row.empty()) flaws.push_back({pointer, "flaw.choose_row", {}});
    else if (!there) flaws.push_back({pointer, "flaw.no_such_row", {}});
  };
  look("/from_row", from_row, stands(from_row, true));
  look("/to_row", to_row, stands(to_row, false));
  if (flaws.empty()) flaws.push_back({"/to_row", "flaw.no_link_between", {}});
  return flaws;
}

std::expected<triangle::LinkKind, shape::Flaws> kind_of(const TablePicture& table, const DrawLink& given) {
  if (!given.kind) {
    const bool chosen = !given.from_row.empty() && !given.to_row.empty();
    const auto kind = chosen ? kind_between(table, given.from_row, given.to_row) : std::nullopt;
    if (kind) return *kind;
    return std::unexpected{flaws_between(table, given.from_row, given.to_row)};
  }
  const auto ends = ends_in(table, *given.kind, given.from_row, given.to_row);
  shape::Flaws flaws;
  if (!ends.from) flaws.push_back({"/from_row", "flaw.no_such_row", {}});
  if (!ends.to) flaws.push_back({"/to_row", "flaw.no_such_row", {}});
  if (flaws.empty()) return *given.kind;
  return std::unexpected{std::move(flaws)};
}

}  // namespace

Outcome<Done<Noted>> DrawOneLink::operator()(const DrawLink& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    const auto table = picture_of(house.guidance, house.words, answers_by_task(session, given.assessment),
                                  triangle::links_of(session, given.assessment));
    auto kind = kind_of(table, given);
    if (!kind) return put_right(std::move(kind.error()));
    const triangle::DrawnLink link{.id = triangle::LinkId::fresh(),
                                   .assessment = given.assessment,
                                   .kind = *kind,
                                   .from_row = given.from_row,
                                   .to_row = given.to_row,
                                   .strength = given.strength.value_or(triangle::LinkStrength::direct),
                                   .drawn_by = asking.visitor->person,
                                   .drawn_at = asking.now};
    triangle::draw(session, link);
    note(session, asking, Deed::link_changed, record("assessment", given.assessment.text), asking.visitor->person);
    return Done<Noted>{.record = {},
                       .go_to = back_to(given.assessment, link, LinkDeed::drawn, given.on_map),
                       .notice = "notice.link_drawn"};
  });
}

Outcome<Done<Noted>> TakeOneLinkBack::operator()(const TakeLinkBack& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    const auto links = triangle::links_of(session, given.assessment);
    const auto link = std::ranges::find(links, given.link, &triangle::DrawnLink::id);
    if (link == links.end() || !triangle::take_back(session, given.assessment, given.link))
      return refuse(Why::not_found);
    note(session, asking, Deed::link_changed, record("assessment", given.assessment.text), asking.visitor->person);
    return Done<Noted>{.record = {},
                       .go_to = back_to(given.assessment, *link, LinkDeed::taken_back, given.on_map),
                       .notice = "notice.link_taken_back"};
  });
}

}  // namespace trivium::api

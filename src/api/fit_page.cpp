#include "api/fit_page.hpp"

#include "api/cases_beside.hpp"
#include "api/contradictions.hpp"
#include "shape/text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

const FitThing* thing_in(const std::vector<FitThing>& things, const std::string& row) {
  const auto found = std::ranges::find(things, row, &FitThing::row);
  return found == things.end() ? nullptr : &*found;
}

// Both ends of it, so that one need not look for what was done. Empty where they are not in the table.
std::string link_done(const FitSources& from_table, const FitPage& page, const FitAddress& given) {
  const auto& words = from_table.words;
  const auto& language = from_table.language;
  if (!given.done || !given.kind || !given.from_row || !given.to_row) return {};
  const auto* from =
      thing_in(*given.kind == triangle::LinkKind::addresses ? page.instruments : page.practices, *given.from_row);
  const auto* to =
      thing_in(*given.kind == triangle::LinkKind::carries ? page.instruments : page.demands, *given.to_row);
  if (from == nullptr || to == nullptr) return {};
  constexpr std::size_t kEnough = 90;
  auto link = words.say(language, "fit.link." + std::string{shape::name_of(*given.kind)},
                        {{"from", shape::beginning(from->text, kEnough)}, {"to", shape::beginning(to->text, kEnough)}});
  const bool partly = std::ranges::any_of(page.lines, [&](const FitLine& line) {
    return line.kind == *given.kind && line.from_row == *given.from_row && line.to_row == *given.to_row &&
           line.strength == triangle::LinkStrength::partly;
  });
  const bool drawn = *given.done == LinkDeed::drawn;
  if (partly && drawn) link += " (" + words.say(language, "fit.partly") + ")";
  auto said = words.say(language, "fit.link_" + std::string{shape::name_of(*given.done)}, {{"link", link}});
  const bool partly_drawn = std::ranges::any_of(from_table.links, [&](const triangle::DrawnLink& line) {
    return line.kind == *given.kind && line.from_row == *given.from_row && line.to_row == *given.to_row &&
           line.strength == triangle::LinkStrength::partly;
  });
  if (drawn && partly_drawn && !partly) said += " " + words.say(language, "fit.link_in_full");
  return said;
}

}  // namespace

Outcome<FitPage> ShowFit::operator()(const FitAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<FitPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    auto from = sources_of(session, house, *open);
    from.contradictions = contradictions(session, house, *open, asking);
    FitPage page = fit_of(from);
    put_cases_beside(page.findings, told_cases(session, house, *open, asking), open->table.city, from);
    page.assessment = open->table.id;
    page.place = place_of(*open);
    page.may_write = open->permission.write;
    if (!page.may_write) {
      page.proposals.clear();
      page.more_proposals.clear();
    }
    page.link_done = link_done(from, page, given);
    if (!given.done) {
      page.chosen_from = given.from_row.value_or("");
      page.chosen_to = given.to_row.value_or("");
    }
    page.seen_by = seen_by(session, house, *open);
    return page;
  });
}

}  // namespace trivium::api

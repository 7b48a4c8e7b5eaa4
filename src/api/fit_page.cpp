#include "api/fit_page.hpp"

#include "api/fit_of.hpp"
#include "api/stage_page.hpp"

namespace trivium::api {

Outcome<FitPage> ShowFit::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<FitPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    auto from = sources_of(session, house, *open);
    from.contradictions = contradictions(session, house, *open, asking);
    FitPage page = fit_of(from);
    page.assessment = open->table.id;
    page.place = place_of(*open);
    page.may_write = open->permission.write;
    if (!page.may_write) page.proposals.clear();
    page.seen_by = seen_by(session, house, *open);
    return page;
  });
}

}  // namespace trivium::api

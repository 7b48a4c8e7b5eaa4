#include "api/agenda_page.hpp"

#include "api/agenda_of.hpp"
#include "api/contradictions.hpp"
#include "api/earlier_tables.hpp"

namespace trivium::api {

Outcome<AgendaPage> ShowAgenda::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<AgendaPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    auto from = sources_of(session, house, *open);
    from.contradictions = contradictions(session, house, *open, asking);
    from.earlier = earlier_tables(session, house, *open, asking);
    AgendaPage page = agenda_of(from);
    page.assessment = open->table.id;
    page.place = place_of(*open);
    page.seen_by = seen_by(session, house, *open);
    return page;
  });
}

}  // namespace trivium::api

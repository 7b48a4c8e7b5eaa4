#include "api/earlier_tables.hpp"

#include "api/answers_on_map.hpp"
#include "api/noted.hpp"
#include "api/rounds_of.hpp"

#include <ranges>

namespace trivium::api {

guidance::EarlierTables earlier_tables(store::Session& session, const House& house, const OpenTable& open,
                                       const Asking& asking) {
  guidance::EarlierTables earlier;
  bool before = false;
  for (const auto& table : all_rounds(session, open, asking) | std::views::reverse) {
    if (before) {
      note_read(asking, Deed::table_read, table.person, record("assessment", table.id.text));
      const auto said = answers_by_task(session, table.id);
      const auto map = picture_of(house.guidance, house.words, said, triangle::links_of(session, table.id));
      earlier.push_back({.days_before = shape::days_between(table.opened_on, open.table.opened_on),
                         .answers = answers_on_map(said, map)});
    }
    if (table.id == open.table.id) before = true;
  }
  return earlier;
}

}  // namespace trivium::api

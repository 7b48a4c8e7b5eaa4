#include "api/earlier_tables.hpp"

#include "api/noted.hpp"
#include "api/picture_of.hpp"
#include "api/rounds_of.hpp"

#include <ranges>

namespace trivium::api {

guidance::EarlierTables earlier_tables(store::Session& session, const OpenTable& open, const Asking& asking) {
  guidance::EarlierTables earlier;
  bool before = false;
  for (const auto& table : all_rounds(session, open, asking) | std::views::reverse) {
    if (before) {
      note_read(asking, Deed::table_read, table.person, record("assessment", table.id.text));
      earlier.push_back({.days_before = shape::days_between(table.opened_on, open.table.opened_on),
                         .answers = answers_for_rules(answers_by_task(session, table.id))});
    }
    if (table.id == open.table.id) before = true;
  }
  return earlier;
}

}  // namespace trivium::api

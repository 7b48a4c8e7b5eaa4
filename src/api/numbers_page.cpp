#include "api/numbers_page.hpp"

#include "access/person.hpp"
#include "api/conversation_lines.hpp"
#include "api/noted.hpp"
#include "api/numbers_reading.hpp"
#include "api/rows_in.hpp"
#include "api/shared_cluster.hpp"
#include "api/typed_number.hpp"
#include "api/typed_text.hpp"
#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::vector<std::optional<double>> cells_of(const stage::YearOf& year) {
  const auto counted = [](const stage::Counted& of) {
    return std::vector{of.firms, of.entries, of.exits, of.young, of.jobs};
  };
  auto cells = counted(year.cluster);
  const auto larger = counted(year.larger);
  cells.insert(cells.end(), larger.begin(), larger.end());
  cells.insert(cells.end(), {year.concentration, year.one_firm, year.one_buyer});
  return cells;
}

// What is stored, where it can be read; columns without a number in any year are left out.
void show_years(NumbersPage& page, const triangle::ClusterNumbers& stored, const House& house, const Asking& asking) {
  const auto years = years_in(stored.numbers, stored.decimal);
  if (!years) return;
  const auto names = columns_of_numbers().subspan(1);
  std::vector<std::vector<std::optional<double>>> rows;
  for (const auto& year : *years) rows.push_back(cells_of(year));
  std::vector<std::size_t> told;
  for (std::size_t column = 0; column < names.size(); ++column) {
    if (!std::ranges::any_of(rows, [&](const auto& row) { return row[column].has_value(); })) continue;
    told.push_back(column);
    const std::string name{names[column]};
    page.columns.push_back({.name = name, .means = house.words.say(asking.language, "numbers.column." + name)});
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    NumbersYear year{.year = (*years)[row].year, .cells = {}, .shown = {}};
    for (const auto column : told) {
      const auto& cell = rows[row][column];
      year.cells.push_back(cell);
      year.shown.push_back(cell ? words::number(asking.language, *cell) : std::string{});
    }
    page.years.push_back(std::move(year));
  }
}

std::string header() {
  std::string line;
  for (const auto name : columns_of_numbers()) line += (line.empty() ? "" : ";") + std::string{name};
  return line;
}

Outcome<NumbersPage> numbers_page(store::Session& session, const House& house, const triangle::ClusterId& id,
                                  const Asking& asking) {
  const auto cluster = shared_cluster(session, id, asking);
  if (!cluster) return std::unexpected{cluster.error()};
  NumbersPage page{};
  page.cluster = id;
  page.city = cluster->city;
  page.name = cluster->name;
  page.illustration = cluster->illustration;
  page.header = header();
  page.decimal = asking.language == "en" ? triangle::DecimalMark::point : triangle::DecimalMark::comma;
  const auto stored = triangle::numbers_of(session, id);
  if (!stored) return page;
  show_years(page, *stored, house, asking);
  page.source = stored->source;
  page.typed_source = stored->source;
  page.numbers = stored->numbers;
  page.decimal = stored->decimal;
  page.revision = stored->revision;
  page.written_at = stored->written_at;
  if (const auto writer = access::person(session, stored->written_by))
    page.written_by = name_of(house, asking, writer->name);
  return page;
}

Refusal stale(const triangle::StaleNumbers& found) {
  NumbersConflict conflict{};
  if (const auto& stored = found.stored)
    conflict = {stored->source, stored->numbers, stored->decimal, stored->revision};
  return {.why = Why::stale, .flaws = {}, .conflict = shape::to_json(conflict)};
}

}  // namespace

Outcome<NumbersPage> ShowNumbers::operator()(const NumbersAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) { return numbers_page(session, house, given.cluster, asking); });
}

Outcome<Done<KeptNumbers>> KeepNumbers::operator()(const GiveNumbers& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<KeptNumbers>> {
    const auto cluster = shared_cluster(session, given.cluster, asking);
    if (!cluster) return std::unexpected{cluster.error()};
    shape::Flaws flaws;
    triangle::ClusterNumbers numbers{.cluster = given.cluster,
                                     .source = line_of_text(given.source.value_or(""), "/source", flaws),
                                     .numbers = shape::with_plain_line_ends(given.numbers.value_or("")),
                                     .decimal = given.decimal.value_or(triangle::DecimalMark::point),
                                     .revision = given.revision,
                                     .written_by = asking.visitor->person,
                                     .written_at = asking.now};
    if (shape::trimmed(numbers.numbers).empty()) {
      flaws.push_back({"/numbers", "flaw.missing", {}});
    } else if (const auto years = years_in(numbers.numbers, numbers.decimal); !years) {
      flaws.insert(flaws.end(), years.error().begin(), years.error().end());
    }
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto kept = triangle::keep(session, std::move(numbers));
    if (!kept) return std::unexpected{stale(kept.error())};
    note(session, asking, Deed::numbers_kept, record("cluster", given.cluster.text));
    return Done<KeptNumbers>{.record = {kept->revision},
                             .go_to = "/clusters/" + given.cluster.text + "/numbers",
                             .notice = "notice.numbers_kept"};
  });
}

Outcome<NumbersPage> ShowNumbersAsTyped::operator()(const shape::Json& typed, const Refusal& refusal,
                                                    const Asking& asking) const {
  auto page = ShowNumbers{house}({.cluster = {text_in(typed, "cluster")}}, asking);
  if (!page) return page;
  page->typed_source = text_in(typed, "source");
  page->numbers = text_in(typed, "numbers");
  page->decimal = shape::named<triangle::DecimalMark>(text_in(typed, "decimal")).value_or(page->decimal);
  page->two_texts = refusal.why == Why::stale;
  if (!page->two_texts) page->revision = typed_number(typed, "revision").value_or(page->revision);
  return page;
}

}  // namespace trivium::api

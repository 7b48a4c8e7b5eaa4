// Everything about a person: the list of what there is, held against the schema itself.
#include "personal/held.hpp"

#include "personal/town.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace trivium::personal {
namespace {

std::set<std::string> listed(std::string_view list) {
  std::set<std::string> columns;
  std::istringstream stream{std::string{list}};
  for (std::string column; std::getline(stream, column, ',');) columns.insert(shape::trimmed(column));
  columns.erase("");
  return columns;
}

}  // namespace

TEST_CASE("every table of the schema has its place in what is held about a person, and every column of it") {
  const auto columns = columns_by_table();
  for (const auto& table : store::tables()) {
    CAPTURE(table);
    const auto found = std::ranges::find(held(), table, &Held::table);
    REQUIRE(found != held().end());
    if (found->whose.empty()) continue;
    std::set<std::string> placed = listed(found->given);
    placed.merge(listed(found->kept_back));
    std::set<std::string> there;
    for (const auto& column : columns.at(table)) there.insert(column.name);
    CHECK(placed == there);
  }
  CHECK(held().size() == store::tables().size());
}

TEST_CASE("a table that is said to be nobody's points to no person") {
  const FreshDatabase fresh{std::nullopt};
  const store::Store store{{.url = fresh.url, .readers = 1}};
  for (const auto& table : held()) {
    if (!table.whose.empty()) continue;
    CAPTURE(table.table);
    store.read([&](store::Session& session) {
      CHECK(session.number("select count(*) from pragma_foreign_key_list(:table_name) where \"table\" = 'people'",
                           {{"table_name", std::string{table.table}}}) == 0);
      return true;
    });
  }
}

TEST_CASE("what a person wrote into every column there is stands in the export, and no hash of a key or password") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const Planted planted{store};
    REQUIRE(planted.birds.size() > 40);
    store.read([&](store::Session& session) {
      const auto person = access::person(session, planted.pia).value();
      const auto all = everything_about(session, person);
      const std::string text = all.dump();
      for (const auto& [table, column] : planted.birds) {
        CAPTURE(table);
        CAPTURE(column);
        CHECK(text.contains(canary(table, column)));
      }
      CHECK_FALSE(text.contains("people" + planted.pia.text));  // what stands for the password's hash
      CHECK_FALSE(text.contains("key_hash"));
      const auto nothing = everything_about(session, access::person(session, planted.omar).value()).dump();
      CHECK_FALSE(nothing.contains("qzxk"));
      return true;
    });
  }
}

}  // namespace trivium::personal

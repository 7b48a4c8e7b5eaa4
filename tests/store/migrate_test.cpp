// The schema grows step by step, never goes back, and is the same whichever step one comes from.
#include "store/migrate.hpp"

#include "store/databases.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace trivium::store {
namespace {

std::vector<std::string> columns_in(const Store& store, bool postgres) {
  std::vector<std::string> list;
  const std::array kinds{Kind::text};
  store.read([&](Session& session) {
    session.each(postgres ? "select table_name::text || '.' || column_name::text from information_schema.columns "
                            "where table_schema = current_schema()"
                          : "select tables.name || '.' || columns.name from sqlite_master tables, "
                            "pragma_table_info(tables.name) columns where tables.type = 'table'",
                 kinds, [&](std::span<Value> row) { list.push_back(std::get<std::string>(row[0])); });
    return true;
  });
  std::ranges::sort(list);
  return list;
}

}  // namespace

TEST_CASE("migrations are numbered without a gap") {
  int number = 0;
  for (const auto& migration : migrations()) CHECK(migration.number == ++number);
  CHECK(number >= 1);
}

TEST_CASE("opening twice changes nothing, and both databases have the same columns") {
  std::vector<std::vector<std::string>> schemas;
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    for (int opening = 0; opening < 2; ++opening) {
      const Store store{{.url = fresh.url, .readers = 1}};
      schemas.push_back(columns_in(store, database.server.has_value()));
    }
  }
  for (const auto& schema : schemas) CHECK(schema == schemas.front());
}

TEST_CASE("data of a newer program is left alone, with a sentence that says what to do") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    {
      Store store{{.url = fresh.url, .readers = 1}};
      store.write(
          [](Session& session) { session.run("insert into migrations (number, name) values (9999, 'tomorrow')"); });
    }
    std::string said;
    try {
      const Store store{{.url = fresh.url, .readers = 1}};
    } catch (const Fault& fault) {
      said = fault.what();
    }
    CHECK(said.find("newer Trivium") != std::string::npos);
  }
}

}  // namespace trivium::store

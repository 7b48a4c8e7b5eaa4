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

TEST_CASE(
    "what stood as a line of text on roles becomes records, one for each text of a cluster, with who stands for it") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Store store{{.url = fresh.url, .readers = 1}};
    store.write([&](Session& session) {
      // As it was before.
      session.run("drop table initiatives_of_roles");
      session.run("drop table initiatives");
      session.run("alter table roles add column initiative text not null default ''");
      session.run("insert into cities (id, name, country) values ('city', 'Lund', 'Sweden')");
      for (const std::string cluster : {"food", "film"})
        session.run(
            "insert into clusters (id, city, name, illustration, created_at) values (:id, 'city', :id, 0, '2026')",
            {{"id", cluster}});
      int number = 0;
      const auto settle = [&](const std::string& cluster, const std::string& role, const std::string& text,
                              bool left = false) {
        const std::string id = "r" + std::to_string(++number);
        session.run(
            "insert into people (id, name, email, language, hosts, illustration, created_at) values (:id, :id, :id, "
            "'en', 0, 0, '2026')",
            {{"id", id}});
        session.run(
            "insert into roles (id, person, role, cluster, initiative, since, until) values (:id, :id, :role, "
            ":cluster, :initiative, :since, :until)",
            {{"id", id},
             {"role", role},
             {"cluster", cluster},
             {"initiative", text},
             {"since", "2026-01-0" + std::to_string(number)},
             {"until", left ? std::optional<std::string>{"2026-02-01"} : std::nullopt}});
      };
      settle("food", "manager", "");
      settle("food", "manager", "Kitchen");
      settle("food", "manager", "Kitchen");
      settle("food", "manager", "Market", true);
      settle("film", "manager", "Kitchen");
      settle("film", "coach", "Office");
      const auto all = migrations();
      const auto this_one = std::ranges::find(all, "0014_initiatives", &Migration::name);
      REQUIRE(this_one != all.end());
      for (const auto& statement : statements_of(*this_one, database.server ? Dialect::postgres : Dialect::sqlite))
        session.run(statement);

      std::vector<std::string> lines;
      const std::array kinds{Kind::text};
      const auto add = [&](std::span<Value> row) { lines.push_back(std::get<std::string>(row[0])); };
      session.each(
          "select id || ' ' || cluster || ' ' || name || ' ' || created_at || coalesce(within, '') || "
          "coalesce(ended_at, '') from initiatives order by id",
          kinds, add);
      session.each("select role || ' ' || initiative from initiatives_of_roles order by role", kinds, add);
      CHECK(lines == std::vector<std::string>{"r2 food Kitchen 2026-01-02", "r4 food Market 2026-01-04",
                                              "r5 film Kitchen 2026-01-05", "r6 film Office 2026-01-06", "r2 r2",
                                              "r3 r2", "r4 r4", "r5 r5"});
    });
    const auto columns = columns_in(store, database.server.has_value());
    CHECK(std::ranges::find(columns, "roles.initiative") == columns.end());
  }
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

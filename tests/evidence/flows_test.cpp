#include "evidence/flows.hpp"

#include "evidence/recording_proxy.hpp"
#include "evidence/scratch_folder.hpp"
#include "evidence/stopped.hpp"
#include "left_out.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <libpq-fe.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>

namespace trivium::evidence {
namespace {

struct Record {
  std::string worker;
  int year;
  std::string establishment;
  std::string industry;
};

// 2,000 workers over six years; between two industries that nobody may hear of, nine change.
std::vector<Record> register_of_workers() {
  by_chance::Chance chance{7};
  std::vector<Record> records;
  const auto some = [&](std::size_t count) { return by_chance::below(chance, count); };
  for (int worker = 0; worker < 2'000; ++worker) {
    auto industry = some(6);
    for (int year = 2015; year < 2021; ++year) {
      if (some(10) == 0) continue;
      if (some(4) == 0) industry = some(6);
      records.push_back({fmt::format("person-{:04}", worker), year, fmt::format("plant-{}-{}", industry, some(3)),
                         fmt::format("0{}11", industry)});
    }
  }
  for (int worker = 0; worker < 9; ++worker) {
    records.push_back({fmt::format("hidden-{}", worker), 2015, "plant-x", "canary1"});
    records.push_back({fmt::format("hidden-{}", worker), 2016, "plant-y", "canary2"});
  }
  return records;
}

PanelTable panel() {
  return {.table = {"Per\"sons"}, .worker = "w", .year = "y", .establishment = "e", .industry = "in dustry"};
}

// The records as SQL that both engines read.
std::string panel_sql(const std::vector<Record>& records) {
  std::string sql = R"(create table "Per""sons" (w varchar(20), y integer, e varchar(20), "in dustry" varchar(20));)";
  sql += R"(insert into "Per""sons" values )";
  for (const auto& one : records)
    sql += fmt::format("{}('{}', {}, '{}', '{}')", &one == records.data() ? "" : ", ", one.worker, one.year,
                       one.establishment, one.industry);
  return sql;
}

Duck duck_with(const std::vector<Record>& records) {
  Duck duck;
  const auto sql = panel_sql(records);
  const auto between = sql.find(';') + 1;
  duck.run(sql.substr(0, between));
  duck.run(sql.substr(between));
  return duck;
}

struct Postgres {
  std::string host;
  std::uint16_t port;
  std::string rest;  // user and database
};

// A PostgreSQL with the records in it, for as long as this lives.
class WithRecords {
 public:
  explicit WithRecords(const std::string& address) : connection_{PQconnectdb(address.c_str()), PQfinish} {
    run("set client_min_messages = error");
    run(R"(drop table if exists "Per""sons")");
    run(panel_sql(register_of_workers()));
  }
  WithRecords(const WithRecords&) = delete;
  WithRecords& operator=(const WithRecords&) = delete;
  ~WithRecords() { PQclear(PQexec(connection_.get(), R"(drop table if exists "Per""sons")")); }
  std::string port() const { return PQport(connection_.get()); }
  std::string user() const { return PQuser(connection_.get()); }
  std::string database() const { return PQdb(connection_.get()); }
  void run(const std::string& sql) {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> made{PQexec(connection_.get(), sql.c_str()), PQclear};
    CAPTURE(std::string{PQresultErrorMessage(made.get())});
    REQUIRE(PQresultStatus(made.get()) == PGRES_COMMAND_OK);
  }

 private:
  std::unique_ptr<PGconn, void (*)(PGconn*)> connection_;
};

std::optional<std::string> postgres() {
  if (const char* named = std::getenv("TRIVIUM_TEST_POSTGRES"); named != nullptr) return named;
  leave_out_for_want_of("PostgreSQL (TRIVIUM_TEST_POSTGRES names it)");
  return std::nullopt;
}

// What the server sent has rows, but nothing of persons, plants or counts under the threshold.
void nothing_hidden_in(const std::string& sent, const std::vector<Flow>& flows) {
  CHECK(sent.find("0011") != std::string::npos);
  for (const auto* word : {"person-", "hidden-", "plant-", "canary"}) {
    CAPTURE(word);
    CHECK(sent.find(word) == std::string::npos);
  }
  // Each row is a message: 'D', its length, the number of columns, then each with its length. The count is the last
  // one.
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = (value << 8) | static_cast<unsigned char>(sent.at(at + i));
    return value;
  };
  std::size_t rows = 0;
  for (std::size_t at = sent.find("from_industry"); at + 11 < sent.size(); ++at) {
    const auto length = number(at + 1, 4);
    if (sent[at] != 'D' || length > 100 || at + 1 + length > sent.size() || number(at + 5, 2) != 3) continue;
    auto column = at + 7;
    for (int i = 0; i < 2; ++i) column += 4 + number(column, 4);
    CHECK(std::stoull(sent.substr(column + 4, number(column, 4))) >= 10);
    ++rows;
    at += length;
  }
  CHECK(rows == flows.size());
}

}  // namespace

TEST_CASE("flows in the embedded engine, counted by hand, with nothing under the threshold") {
  auto duck = duck_with({{"a", 2010, "1", "X"},
                         {"a", 2011, "2", "Y"},
                         {"a", 2012, "3", "Y"},  // one change
                         {"b", 2010, "1", "X"},
                         {"b", 2011, "2", "Y"},
                         {"b", 2012, "1", "X"},  // there and back
                         {"c", 2010, "1", "X"},
                         {"c", 2012, "2", "Y"},  // a year between
                         {"d", 2010, "1", "X"},
                         {"d", 2011, "1", "Y"},  // recoded
                         {"e", 2010, "4", "Z"},
                         {"e", 2010, "1", "X"},
                         {"e", 2011, "2", "Y"}});  // two jobs at once
  CHECK(flows_in_duck(duck, panel(), {.least = 1}) == std::vector<Flow>{{"X", "Y", 3}, {"Y", "X", 1}});
  CHECK(flows_in_duck(duck, panel(), {.least = 2}) == std::vector<Flow>{{"X", "Y", 3}});
  CHECK(flows_in_duck(duck, panel(), {.least = 4}).empty());
}

TEST_CASE("a record without a year, a place or an industry counts for nothing") {
  auto duck = duck_with({{"a", 2010, "1", "X"}, {"a", 2011, "2", "Y"}});
  duck.run(
      R"(insert into "Per""sons" values ('a', 2012, null, 'X'), ('a', 2013, '4', 'X'), (null, 2010, '1', 'X'), (null, 2011, '2', 'Y'))");
  CHECK(flows_in_duck(duck, panel(), {.least = 1}) == std::vector<Flow>{{"X", "Y", 1}});
}

TEST_CASE("the sweep gives what the SQL gives, for whole numbers; letters are left to SQL") {
  Duck duck;
  duck.run(
      R"(create table panel as select (hash(i) % 3000)::integer as worker, (2010 + hash(i, 1) % 8)::smallint as year,
                                           (hash(i, 2) % 40)::bigint as establishment, (hash(i, 2) % 40 // 4)::smallint as industry
              from range(20000) t(i))");
  duck.run("insert into panel values (null, 2010, 1, 1), (5, 2010, null, 1)");
  const PanelTable numbers{.table = {"main", "panel"}};
  for (const std::uint64_t least : {1U, 10U, 40U})
    CHECK(swept_flows(duck, numbers, {.least = least}) == flows_in_duck(duck, numbers, {.least = least}));
  CHECK(swept_flows(duck, numbers, {.least = 1}).size() > 50);
  auto letters = duck_with(register_of_workers());
  CHECK(swept_flows(letters, panel(), {}) == flows_in_duck(letters, panel(), {}));
  duck.run("update panel set worker = worker * 700000");
  CHECK(swept_flows(duck, numbers, {}) == flows_in_duck(duck, numbers, {}));
  duck.run("delete from panel");
  CHECK(swept_flows(duck, numbers, {}).empty());
}

TEST_CASE("a panel larger than the memory of its engine is counted as it would be with room") {
  const std::string made =
      R"(create table panel as select (i % 400000)::integer as worker, (2010 + i // 400000)::smallint as year,
                                     (hash(i, 2) % 4000)::integer as establishment, (hash(i, 2) % 40)::integer as industry
         from range(3600000) t(i))";
  constexpr auto* kTooLittle = "40MB";  // its records alone are 50 MB
  Duck without_a_folder{{.memory = kTooLittle}};
  CHECK_THROWS_AS(without_a_folder.run(made), Fault);
  const ScratchFolder folder;
  Duck tight{{.spill = folder.path / "spill", .memory = kTooLittle}};
  tight.run(made);
  Duck roomy;
  roomy.run(made);
  const PanelTable numbers{.table = {"panel"}};
  const auto flows = flows_in_duck(roomy, numbers, {.least = 1});
  CHECK(flows.size() > 500);
  CHECK(swept_flows(tight, numbers, {.least = 1}) == flows);
  CHECK(flows_in_duck(tight, numbers, {.least = 1}) == flows);
}

TEST_CASE("a name with quotation marks stays a name, in every dialect") {
  PanelTable table{.table = {"a\"b", "c`d"}};
  CHECK(flows_sql(table, {}, Dialect::postgresql).find(R"(from "a""b"."c`d")") != std::string::npos);
  CHECK(flows_sql(table, {}, Dialect::spark).find("from `a\"b`.`c``d`") != std::string::npos);
  CHECK(flows_sql(table, {.least = 0}, Dialect::trino).ends_with("having count(*) >= 1"));
}

TEST_CASE("an engine that gives a count under the threshold is a fault") {
  CHECK_THROWS_AS(in_order({{"a", "b", 9}}, {.least = 10}), Fault);
}

TEST_CASE("three engines give the same flows, and only they cross the connection") {
  const auto address = postgres();
  if (!address) return;
  const WithRecords records{*address};
  auto duck = duck_with(register_of_workers());
  const auto expected = flows_in_duck(duck, panel(), {});
  CHECK(expected.size() == 30);
  const auto server = static_cast<std::uint16_t>(std::stoi(records.port()));
  {
    RecordingProxy proxy{server};
    const auto flows =
        flows_in_postgres(fmt::format("host=127.0.0.1 port={} user={} dbname={} sslmode=disable gssencmode=disable",
                                      proxy.port(), records.user(), records.database()),
                          panel(), {});
    CHECK(flows == expected);
    nothing_hidden_in(proxy.end(), flows);
  }
  {
    RecordingProxy proxy{server};
    const auto flows = flows_over_odbc(
        fmt::format("Driver={{PostgreSQL Unicode}};Server=127.0.0.1;Port={};Database={};Uid={};SSLmode=disable",
                    proxy.port(), records.database(), records.user()),
        panel(), {}, Dialect::postgresql);
    CHECK(flows == expected);
    nothing_hidden_in(proxy.end(), flows);
  }
}

TEST_CASE("what an engine elsewhere cannot do is a fault with its reason") {
  const auto address = postgres();
  if (!address) return;
  const PanelTable nowhere{.table = {"nowhere"}};
  CHECK_THROWS_AS(flows_in_postgres(*address, nowhere, {}), Fault);
  CHECK_THROWS_AS(flows_in_postgres("host=127.0.0.1 port=1", nowhere, {}), Fault);
  CHECK_THROWS_AS(
      flows_over_odbc("Driver={PostgreSQL Unicode};Server=127.0.0.1;Port=1", nowhere, {}, Dialect::postgresql), Fault);
  CHECK_THROWS_AS(flows_over_odbc("Driver={nobody's}", nowhere, {}, Dialect::postgresql), Fault);
}

TEST_CASE("work elsewhere that is stopped ends within a second") {
  const auto address = postgres();
  if (!address) return;
  WithRecords records{*address};
  // A table that takes its time.
  records.run("drop view if exists slow");
  records.run(
      "create view slow as select generate_series as worker, 2010 as year, 1 as establishment, "
      "case when pg_sleep(0.01) is null then 1 else 2 end as industry from generate_series(1, 100000)");
  const PanelTable slow{.table = {"slow"}};
  stopped_within_a_second([&](const measure::Work& work) { (void)flows_in_postgres(*address, slow, {}, work); });
  stopped_within_a_second([&](const measure::Work& work) {
    (void)flows_over_odbc(fmt::format("Driver={{PostgreSQL Unicode}};Server=127.0.0.1;Port={};Database={};Uid={}",
                                      records.port(), records.database(), records.user()),
                          slow, {}, Dialect::postgresql, work);
  });
  records.run("drop view slow");
}

}  // namespace trivium::evidence

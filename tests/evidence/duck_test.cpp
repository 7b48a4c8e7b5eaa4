#include "evidence/appender.hpp"
#include "evidence/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

namespace trivium::evidence {
namespace {

using Table = std::vector<std::vector<Cell>>;

}  // namespace

TEST_CASE("parameters are bound, and every kind comes back as it went in") {
  Duck duck;
  CHECK(duck.rows("select ?::bigint, ?::double, ?::varchar, ?::varchar",
                  {std::int64_t{1} << 40, 0.5, std::string{"it's; drop table x --"}, {}}) ==
        Table{{std::int64_t{1} << 40, 0.5, std::string{"it's; drop table x --"}, Cell{}}});
}

TEST_CASE("what the engine cannot do is a fault with its reason") {
  Duck duck;
  CHECK_THROWS_AS(duck.run("select nonsense"), Fault);
  CHECK_THROWS_AS(duck.run("select 1 where 'a' = ?::integer", {std::string{"b"}}), Fault);
  CHECK_THROWS_AS(duck.rows("select error('late') from range(10)"), Fault);
  CHECK_THROWS_AS(Duck{{.file = "/nowhere/at/all.db"}}, Fault);
}

TEST_CASE("an engine reads the files it was opened with and nothing else, and SQL cannot change that") {
  const ScratchFolder folder;
  const auto ours = folder.file("ours.csv", "a\n1\n");
  const auto other = folder.file("other.csv", "a\n2\n");
  Duck duck{{.allowed = {ours}}};
  CHECK(duck.rows("select a from read_csv(?)", {ours.string()}) == Table{{std::int64_t{1}}});
  CHECK_THROWS_AS(duck.run("select a from read_csv(?)", {other.string()}), Fault);
  CHECK_THROWS_AS(duck.run("select * from glob('/etc/*')"), Fault);
  CHECK_THROWS_AS(duck.run("select content from read_text('/etc/passwd')"), Fault);
  CHECK_THROWS_AS(duck.run("copy (select 1) to " + sql_text((folder.path / "out.csv").string())), Fault);
  CHECK_THROWS_AS(duck.run("attach " + sql_text((folder.path / "out.db").string())), Fault);
  CHECK_THROWS_AS(duck.run("install httpfs"), Fault);
  CHECK_THROWS_AS(duck.run("select * from read_csv('https://127.0.0.1:1/a.csv')"), Fault);
  CHECK_THROWS_AS(duck.run("set enable_external_access = true"), Fault);
  CHECK_THROWS_AS(duck.run("set memory_limit = '1TB'"), Fault);
  CHECK_FALSE(std::filesystem::exists(folder.path / "out.csv"));
}

TEST_CASE("work that does not fit into memory is done in the folder for it, and without one is a fault") {
  const ScratchFolder folder;
  const std::string sorted = "select count(*) from (select hash(i) h from range(6000000) t(i) order by h)";
  Duck roomy{{.spill = folder.path / "spill", .memory = "50MB"}};
  CHECK(roomy.rows(sorted) == Table{{std::int64_t{6'000'000}}});
  Duck tight{{.memory = "50MB"}};
  CHECK_THROWS_AS(tight.rows(sorted), Fault);
}

TEST_CASE("a query that is stopped ends within a second, and the engine goes on") {
  Duck duck;
  std::stop_source wanted;
  std::chrono::steady_clock::time_point asked;
  std::jthread stopper{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    asked = std::chrono::steady_clock::now();
    wanted.request_stop();
  }};
  CHECK_THROWS_AS(duck.run("select count(*) from range(1000000) a, range(1000000) b where hash(a.range, b.range) = 0",
                           {}, {.stop = wanted.get_token()}),
                  measure::Cancelled);
  stopper.join();
  CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds{1});
  CHECK_THROWS_AS(duck.run("select 1", {}, {.stop = wanted.get_token()}), measure::Cancelled);
  CHECK(duck.rows("select 1") == Table{{std::int64_t{1}}});
}

TEST_CASE("rows that were taken are in the table, with what is not known left unknown") {
  Duck duck;
  duck.run("create table t (a bigint, b varchar)");
  Appender rows{duck, "t"};
  const auto full = Batch::capacity();
  for (std::size_t number = 0; number < 3; ++number) {
    auto batch = rows.batch();
    for (std::size_t i = 0; i < full; ++i) {
      batch.values<std::int64_t>(0)[i] = static_cast<std::int64_t>(number * full + i);
      if (i % 2 == 0) batch.text(i, 1, "a text that is longer than twelve letters");
      else batch.unknown(i, 1);
    }
    batch.holds(full);
    rows.take(std::move(batch));
  }
  rows.close();
  const auto all = static_cast<std::int64_t>(3 * full);
  CHECK(duck.rows("select count(*), sum(a)::bigint, count(b), min(b) from t") ==
        Table{{all, all * (all - 1) / 2, all / 2, std::string{"a text that is longer than twelve letters"}}});
  CHECK_THROWS_AS((Appender{duck, "nowhere"}), Fault);
}

TEST_CASE("another connection reads while this one takes rows, and may do no more than this one") {
  Duck duck;
  duck.run("create table t (n bigint)");
  {
    auto reading = duck.another();
    Appender appender{duck, "t"};
    std::int64_t met = 0;
    reading.each("select i from range(10000) r(i)", {}, {}, [&](const Chunk& chunk) {
      auto batch = appender.batch();
      for (std::size_t row = 0; row < chunk.rows(); ++row)
        batch.values<std::int64_t>(0)[row] = chunk.values<std::int64_t>(0)[row];
      batch.holds(chunk.rows());
      appender.take(std::move(batch));
      duck.run("insert into t values (?)", {++met});
    });
    appender.close();
    CHECK(met > 1);
    CHECK(duck.rows("select count(*) from t").front() == std::vector<Cell>{10'000 + met});
    CHECK_THROWS_AS(reading.run("select * from read_text('/etc/passwd')"), Fault);
    CHECK_THROWS_AS(reading.run("set enable_external_access = true"), Fault);
  }
  CHECK(duck.rows("select 1").front() == std::vector<Cell>{std::int64_t{1}});
}

TEST_CASE("an engine with a file keeps what was written") {
  const ScratchFolder folder;
  const Opening opening{.file = folder.path / "kept.db"};
  Duck{opening}.run("create table t as select 7 a");
  Duck again{opening};
  CHECK(again.rows("select a from t") == Table{{std::int64_t{7}}});
}

}  // namespace trivium::evidence

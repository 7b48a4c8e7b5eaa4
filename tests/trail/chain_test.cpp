// The chain: what is changed, taken out, exchanged or cut off is noticed, and at which row.
#include "store/databases.hpp"
#include "trail/check.hpp"
#include "trail/cut.hpp"
#include "trail/gathering.hpp"
#include "trail/reading.hpp"

#include <doctest/doctest.h>

#include <thread>

namespace trivium::trail {
namespace {

Entry entry(int number, const std::string& day = "2026-11-29") {
  return {.at = {day + "T08:00:00.000Z"},
          .who = "reader " + std::to_string(number),
          .deed = Deed::table_read,
          .about = "owner",
          .records = record("assessment", std::to_string(number)),
          .form = "page"};
}

void fill(store::Store& store, int count) {
  store.write([&](store::Session& session) {
    for (int i = 1; i <= count; ++i) note(session, entry(i));
  });
}

Checked checked(const store::Store& store, const std::vector<End>& noted = {}) {
  return store.read([&](store::Session& session) { return check(session, noted); });
}

void change(store::Store& store, const std::string& sql) {
  store.write([&](store::Session& session) { session.run(sql); });
}

// The same claim about ten rows on each database there is.
template <class Claim>
void of_ten_rows(const Claim& claim) {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    fill(store, 10);
    claim(store);
  }
}

}  // namespace

TEST_CASE("a chain nobody touched fits, and says where it ends") {
  of_ten_rows([](store::Store& store) {
    const auto found = checked(store);
    CHECK_FALSE(found.fault);
    CHECK(found.rows == 10);
    CHECK(found.last.number == 10);
    CHECK(found.last.hash.size() == 64);
    CHECK(found.last == store.read([](store::Session& session) { return last(session); }));
  });
}

TEST_CASE("a row that was changed is named, whichever part of it was") {
  for (const std::string part :
       {"at = '2026-11-29T09:00:00.000Z'", "who = 'somebody else'", "deed = 'found'", "about = 'another'",
        "records = 'assessment=99'", "form = 'json'", "result = 'refused'", "hash = 'x'"}) {
    CAPTURE(part);
    of_ten_rows([&](store::Store& store) {
      change(store, "update trail set " + part + " where number = 4");
      const auto found = checked(store);
      CHECK(found.fault == Fault::changed);
      CHECK(found.at == 4);
    });
  }
}

TEST_CASE("a row that was taken out of the middle is named") {
  of_ten_rows([](store::Store& store) {
    change(store, "delete from trail where number = 6");
    CHECK(checked(store).fault == Fault::missing);
    CHECK(checked(store).at == 6);
  });
}

TEST_CASE("a row taken out is noticed also where the others were numbered anew") {
  of_ten_rows([](store::Store& store) {
    change(store, "delete from trail where number = 6");
    for (int i = 7; i <= 10; ++i)
      change(store, "update trail set number = " + std::to_string(i - 1) + " where number = " + std::to_string(i));
    CHECK(checked(store).fault == Fault::changed);
    CHECK(checked(store).at == 6);
  });
}

TEST_CASE("two rows that were exchanged are noticed at the first of them") {
  of_ten_rows([](store::Store& store) {
    change(store, "update trail set number = 99 where number = 3");
    change(store, "update trail set number = 3 where number = 8");
    change(store, "update trail set number = 8 where number = 99");
    CHECK(checked(store).fault == Fault::changed);
    CHECK(checked(store).at == 3);
  });
}

TEST_CASE("an end that was cut off is noticed by what the chain says of its end") {
  of_ten_rows([](store::Store& store) {
    change(store, "delete from trail where number > 7");
    CHECK(checked(store).fault == Fault::missing);
    CHECK(checked(store).at == 8);
  });
}

TEST_CASE("an end cut off by somebody who mends the rest is noticed by what was written down elsewhere") {
  of_ten_rows([](store::Store& store) {
    const auto noted = checked(store).last;
    const auto seventh =
        store.read([](store::Session& session) { return session.row<Row>("select {} from trail where number = 7"); });
    change(store, "delete from trail where number > 7");
    change(store, "update trail_ends set number = 7, hash = '" + seventh->hash + "' where which = 'last'");
    CHECK_FALSE(checked(store).fault);  // it fits itself: only what was noted tells
    CHECK(checked(store, {noted}).fault == Fault::missing);
    CHECK(checked(store, {noted}).at == 8);
  });
}

TEST_CASE("a chain made anew as a whole is noticed by what was written down elsewhere") {
  of_ten_rows([](store::Store& store) {
    const auto noted = checked(store).last;
    change(store, "delete from trail");
    change(store, "delete from trail_ends");
    store.write([](store::Session& session) {
      for (int i = 1; i <= 12; ++i) note(session, entry(i + 100));
    });
    CHECK_FALSE(checked(store).fault);
    CHECK(checked(store, {noted}).fault == Fault::noted_before);
    CHECK(checked(store, {noted}).at == 10);
  });
}

TEST_CASE("what is past its days goes from the beginning, and the rest still fits") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    store.write([](store::Session& session) {
      for (int i = 1; i <= 6; ++i) note(session, entry(i, "2024-01-0" + std::to_string(i)));
      for (int i = 7; i <= 9; ++i) note(session, entry(i));
    });
    const auto gone = store.write([](store::Session& session) {
      return cut_before(session, {"2025-01-01T00:00:00.000Z"}, {"2026-11-29T10:00:00.000Z"});
    });
    CHECK(gone == 6);
    const auto found = checked(store);
    CHECK_FALSE(found.fault);
    CHECK(found.rows == 4);  // three, and the one that says so
    const auto again = store.write([](store::Session& session) {
      return cut_before(session, {"2025-01-01T00:00:00.000Z"}, {"2026-11-29T10:00:00.000Z"});
    });
    CHECK(again == 0);
    CHECK(checked(store).rows == 4);
    // A beginning cut off by somebody else is noticed, also where he says so beside the chain.
    const auto eighth =
        store.read([](store::Session& session) { return session.row<Row>("select {} from trail where number = 8"); });
    change(store, "delete from trail where number <= 8");
    CHECK(checked(store).fault == Fault::missing);
    CHECK(checked(store).at == 7);
    change(store, "update trail_ends set number = 8, hash = '" + eighth->hash + "' where which = 'before_first'");
    CHECK(checked(store).fault == Fault::beginning);
    CHECK(checked(store).at == 9);
  }
}

TEST_CASE("a change that is undone leaves no row, and the chain goes on without a gap") {
  of_ten_rows([](store::Store& store) {
    const auto refused = store.write([](store::Session& session) -> std::expected<int, int> {
      note(session, entry(11));
      return std::unexpected{1};
    });
    CHECK_FALSE(refused.has_value());
    fill(store, 1);
    const auto found = checked(store);
    CHECK_FALSE(found.fault);
    CHECK(found.rows == 11);
  });
}

TEST_CASE("many who write at once, from two servers where there can be two, make one chain") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store one{{.url = fresh.url, .readers = 4}};
    std::optional<store::Store> two;
    if (database.server) two.emplace(store::Settings{.url = fresh.url, .readers = 4});
    std::vector<std::thread> threads;
    for (int writer = 0; writer < 8; ++writer) {
      threads.emplace_back([&, writer] {
        auto& here = two && writer % 2 == 1 ? *two : one;
        for (int i = 0; i < 25; ++i)
          here.write([&](store::Session& session) { note(session, entry(100 * writer + i)); });
      });
    }
    for (auto& thread : threads) thread.join();
    const auto found = checked(one);
    CHECK_FALSE(found.fault);
    CHECK(found.rows == 200);
  }
}

TEST_CASE("what was gathered is written before the gathering ends, and within a second without anybody asking") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    {
      Gathering gathering{store, [](const std::string&) {}};
      for (int i = 0; i < 50; ++i) gathering.add({entry(i), entry(i + 50)});
      const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
      while (checked(store).rows < 100 && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
      CHECK(checked(store).rows == 100);
      gathering.add({entry(101)});
    }
    const auto found = checked(store);
    CHECK_FALSE(found.fault);
    CHECK(found.rows == 101);
  }
}

TEST_CASE("what cannot be written just now is kept and written later") {
  const FreshDatabase fresh{std::nullopt};
  store::Store store{{.url = fresh.url, .readers = 2}};
  Gathering gathering{store, [](const std::string&) {}};
  change(store, "alter table trail rename to put_aside");
  gathering.add({entry(1)});
  CHECK_THROWS_AS(gathering.write_now(), store::Fault);
  change(store, "alter table put_aside rename to trail");
  gathering.write_now();
  CHECK(checked(store).rows == 1);
}

TEST_CASE("a person is shown who else read her table, and not her own or refused visits") {
  of_ten_rows([](store::Store& store) {
    store.write([](store::Session& session) {
      auto own = entry(1);
      own.who = "owner";
      auto refused = entry(1);
      refused.result = Result::refused;
      note(session, own);
      note(session, refused);
    });
    const auto looks = store.read([](store::Session& session) { return looks_at(session, "owner", "1", 0, 200); });
    REQUIRE(looks.size() == 1);
    CHECK(looks[0].who == "reader 1");
  });
}

}  // namespace trivium::trail

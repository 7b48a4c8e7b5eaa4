// What a write promises: it is there when it returns, whole or not at all, whoever else writes.
#include "store/note.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>

namespace trivium::store {

TEST_CASE("a record with a column of every kind comes back as it was") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Store store{{.url = fresh.url, .readers = 2}};
    make_notes(store);
    auto note = a_note();
    auto bare = a_note();
    bare.words = "";
    bare.until.reset();
    bare.rank.reset();
    bare.second_colour.reset();
    bare.names.clear();
    bare.rows = shape::Json::object();
    store.write([&](Session& session) {
      session.insert("notes", note);
      session.insert("notes", bare);
    });
    for (const auto& kept : {note, bare}) {
      const auto found = store.read([&](Session& session) {
        return session.row<Note>("select {} from notes where id = :id", {{"id", kept.id}});
      });
      REQUIRE(found);
      CHECK(*found == kept);
    }
  }
}

TEST_CASE("a refusal and an exception undo what the work had written, and only that") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Store store{{.url = fresh.url, .readers = 2}};
    make_tallies(store);
    store.write([](Session& session) { add_tally(session, "kept"); });
    const auto refused = store.write([](Session& session) -> std::expected<int, int> {
      add_tally(session, "refused");
      return std::unexpected{1};
    });
    CHECK_FALSE(refused);
    CHECK_THROWS_AS(store.write([](Session& session) {
      add_tally(session, "thrown");
      throw std::runtime_error{"in the middle"};
    }),
                    std::runtime_error);
    CHECK_THROWS_AS(store.write([](Session& session) { add_tally(session, "kept"); }), Fault);  // the name is taken
    CHECK(tallies(store) == 1);
    store.write([](Session& session) { add_tally(session, "after"); });
    CHECK(tallies(store) == 2);
  }
}

TEST_CASE("of many who write at once, those refused take nothing of the others' with them") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Store store{{.url = fresh.url, .readers = 8}};
    make_tallies(store);
    store.write([](Session& session) { add_tally(session, "all"); });
    {
      std::vector<std::jthread> crowd;
      for (int who = 0; who < 16; ++who) {
        crowd.emplace_back([&, who] {
          for (int turn = 0; turn < 25; ++turn) {
            const auto result = store.write([&](Session& session) -> std::expected<int, int> {
              session.run("update tallies set count = count + 1 where name = 'all'");
              add_tally(session, std::to_string(who) + "/" + std::to_string(turn));
              if (turn % 5 == 4) return std::unexpected{turn};
              return turn;
            });
            CHECK(result.has_value() == (turn % 5 != 4));
          }
        });
      }
    }
    CHECK(tally(store, "all") == 16 * 20);
    CHECK(tallies(store) == 1 + 16 * 20);
  }
}

TEST_CASE("what was written is there after the house was closed and opened again") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    {
      Store store{{.url = fresh.url, .readers = 2}};
      make_tallies(store);
      store.write([](Session& session) { add_tally(session, "kept", 7); });
      store.later([](Session& session) { add_tally(session, "noted"); });
    }
    const Store store{{.url = fresh.url, .readers = 2}};
    CHECK(tally(store, "kept") == 7);
    CHECK(tallies(store) == 2);  // closing waits for what was only noted
  }
}

TEST_CASE("what is read in one moment does not change under the reader") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Store store{{.url = fresh.url, .readers = 4}};
    make_tallies(store);
    store.write([](Session& session) { add_tally(session, "first"); });
    store.as_of_one_moment([&](Session& session) {
      CHECK(session.number("select count(*) from tallies") == 1);
      std::jthread{[&] { store.write([](Session& other) { add_tally(other, "second"); }); }}.join();
      CHECK(session.number("select count(*) from tallies") == 1);
    });
    CHECK(tallies(store) == 2);
  }
}

TEST_CASE("what goes wrong is told without a word of what was to be written: it goes into the log") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Store store{{.url = fresh.url, .readers = 2}};
    make_notes(store);
    auto note = a_note();
    note.id = {"qzxk-id"};
    note.words = "qzxk-words";
    store.write([&](Session& session) { session.insert("notes", note); });
    try {
      store.write([&](Session& session) { session.insert("notes", note); });
      FAIL("the same id was taken twice");
    } catch (const Fault& trouble) {
      const std::string said = trouble.what();
      CAPTURE(said);
      CHECK_FALSE(said.contains("qzxk"));
      CHECK(said.contains("insert into notes"));
    }
  }
}

TEST_CASE("a database that cannot be opened says so") {
  CHECK_THROWS_AS((Store{{.url = "sqlite:///no/such/folder/at/all/x.db", .readers = 1}}), Fault);
  CHECK_THROWS_AS((Store{{.url = "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1", .readers = 1}}), Fault);
  CHECK_THROWS_AS((Store{{.url = "oracle://x", .readers = 1}}), Fault);
}

}  // namespace trivium::store

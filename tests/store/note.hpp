// A table of the tests' own, with a column of every kind a record can have.
#pragma once

#include "store/databases.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

namespace trivium::store {

enum class Colour { red, green };
TRIVIUM_NAMES(Colour, red, green)

using NoteId = shape::Id<struct NoteTag>;

struct Note {
  NoteId id;
  std::string words;
  int times;
  std::int64_t cents;
  double share;
  bool settled;
  Colour colour;
  shape::Date noted_on;
  std::optional<shape::Instant> until;
  std::optional<int> rank;
  std::optional<Colour> second_colour;
  shape::Json rows;
  std::vector<std::string> names;

  bool operator==(const Note&) const = default;
};
TRIVIUM_SHAPE(Note, id, words, times, cents, share, settled, colour, noted_on, until, rank, second_colour, rows, names)

inline Note a_note() {
  return {.id = NoteId::fresh(),
          .words = "firms meet; firms don't meet",
          .times = 3,
          .cents = 9'223'372'036'854'775'807,
          .share = 0.1,
          .settled = true,
          .colour = Colour::green,
          .noted_on = {"2026-09-20"},
          .until = shape::Instant{"2026-09-20T14:02:11.123Z"},
          .rank = -7,
          .second_colour = Colour::red,
          .rows = {{"text", "roads"}, {"list", {1, 2.5, nullptr}}},
          .names = {"Ane", "Ñandú"}};
}

inline void make_notes(Store& store) {
  store.write([](Session& session) {
    session.run(R"(
        create table notes (
          id text primary key, words text not null, times integer not null, cents bigint not null,
          share double precision not null, settled integer not null, colour text not null, noted_on text not null, until text,
          rank integer, second_colour text, rows text not null, names text not null))");
  });
}

// A counter for tests that only need something to write.
inline void make_tallies(Store& store) {
  store.write(
      [](Session& session) { session.run("create table tallies (name text primary key, count integer not null)"); });
}

inline std::int64_t tally(const Store& store, const std::string& name) {
  return store.read([&](Session& session) {
    return session.number("select count from tallies where name = :name", {{"name", name}});
  });
}

inline std::int64_t tallies(const Store& store) {
  return store.read([](Session& session) { return session.number("select count(*) from tallies"); });
}

inline void add_tally(Session& session, const std::string& name, std::int64_t count = 0) {
  session.run("insert into tallies (name, count) values (:name, :count)", {{"name", name}, {"count", count}});
}

}  // namespace trivium::store

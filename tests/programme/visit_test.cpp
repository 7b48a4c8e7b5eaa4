// A timetable as people write it.
#include "programme/visit.hpp"

#include <doctest/doctest.h>

namespace trivium::programme {
namespace {

struct Line {
  const char* typed;
  const char* at;
  const char* what;
};

TEST_CASE("times are read as people write them, and what is no time stays text") {
  for (const Line& line :
       {Line{"9:30 Welcome", "09:30", "Welcome"}, Line{"09.30 – Welcome", "09:30", "Welcome"},
        Line{"14h15 — Talk", "14:15", "Talk"}, Line{"  23:59:  late ", "23:59", "late"}, Line{"12:00", "12:00", ""},
        Line{"10:15 “Quoted”", "10:15", "“Quoted”"}, Line{"24:00 no", "", "24:00 no"}, Line{"9:60 no", "", "9:60 no"},
        Line{"9:5 no", "", "9:5 no"}, Line{"123:00 no", "", "123:00 no"}, Line{"10:155 no", "", "10:155 no"},
        Line{"Lunch", "", "Lunch"}, Line{":30 no", "", ":30 no"}}) {
    CAPTURE(line.typed);
    const auto lines = timetable_of(line.typed);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().at == line.at);
    CHECK(lines.front().what == line.what);
  }
}

TEST_CASE("empty lines are no part of it, and the order stays") {
  const auto lines = timetable_of("\n 12:00 Lunch\n\n9:00 Late entry\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines.front().what == "Lunch");
  CHECK(timetable_of(" \n ").empty());
}

}  // namespace
}  // namespace trivium::programme

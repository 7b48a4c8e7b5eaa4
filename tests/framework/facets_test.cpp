#include "framework/facets.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace trivium::framework {
namespace {

using nlohmann::json;

Column column(std::string id, Kind kind) {
  Column one;
  one.id = std::move(id);
  one.kind = kind;
  if (kind == Kind::one || kind == Kind::many || kind == Kind::ranked) {
    one.list = "colour";
    one.codes = {"red", "green", "blue"};
  }
  return one;
}

Column number(std::string id, double min, double max, double step) {
  auto one = column(std::move(id), Kind::number);
  one.min = min;
  one.max = max;
  one.step = step;
  return one;
}

Facet facet(Column of) {
  Facet one;
  static_cast<Column&>(one) = std::move(of);
  return one;
}

// One facet of every kind.
Task task() {
  Task one;
  one.id = "A1";
  one.vertex = "A";
  for (const auto& [id, kind] :
       {std::pair{"choice", Kind::one}, std::pair{"choices", Kind::many}, std::pair{"order", Kind::ranked},
        std::pair{"year", Kind::year}, std::pair{"line", Kind::text}, std::pair{"lines", Kind::lines}}) {
    one.facets.push_back(facet(column(id, kind)));
  }
  auto long_text = column("text", Kind::text);
  long_text.long_text = true;
  one.facets.push_back(facet(long_text));
  one.facets.push_back(facet(number("often", 0, 100, 0.5)));
  one.facets.push_back(facet(number("weight", 1, 5, 1)));
  one.facets.push_back(facet(number("money", 0, 1e10, 1)));
  auto rows = facet(column("rows", Kind::rows));
  rows.max_rows = 3;
  rows.columns = {column("name", Kind::text), number("weight", 1, 5, 1), column("colours", Kind::many),
                  column("colour", Kind::one)};
  one.facets.push_back(rows);
  return one;
}

json read(const json& given) {
  const auto facets = read_facets(task(), given);
  REQUIRE(facets.has_value());
  return *facets;
}

std::vector<Flaw> flaws(const json& given) {
  auto facets = read_facets(task(), given);
  REQUIRE_FALSE(facets.has_value());
  return std::move(facets.error());
}

Flaw flaw(const json& given) {
  const auto all = flaws(given);
  REQUIRE(all.size() == 1);
  return all[0];
}

TEST_CASE("what is canonical already stays as it is") {
  const json canonical = {
      {"choice", {{"own", "mauve"}}},
      {"choices", {"red", "blue", {{"own", "mauve"}}}},
      {"order", {"blue", {{"own", "mauve"}}, "red"}},
      {"year", 2031},
      {"line", "one line"},
      {"lines", {"first", "second"}},
      {"text", "two\nlines"},
      {"often", 2.5},
      {"weight", 4},
      {"rows", {{{"id", "r1"}, {"name", "a"}, {"weight", 2}, {"colours", {"green"}}, {"colour", "red"}}}}};
  CHECK(read(canonical) == canonical);
}

TEST_CASE("what a filled-in form gives becomes the same as the JSON it means") {
  const json form = {
      {"choice", {{"code", "red"}, {"own", " mauve "}}},
      {"choices", {"blue", "", "red", {{"own", "mauve"}}, {{"own", ""}}}},
      {"order", {{"red", "3"}, {"green", ""}, {"blue", "1"}, {"own", "mauve"}, {"own_rank", "2"}}},
      {"year", " 2031 "},
      {"line", "  one line "},
      {"lines", "first\r\n\r\n  second  \r\n"},
      {"text", "two\r\nlines\r\n"},
      {"often", "2,5"},
      {"weight", "4"},
      {"rows",
       {{"0",
         {{"id", "r1"},
          {"name", "a"},
          {"weight", "2"},
          {"colours", "green"},
          {"colour", {{"code", "red"}, {"own", ""}}}}},
        {"1", {{"id", ""}, {"name", " "}, {"weight", ""}, {"colours", {""}}, {"colour", {{"own", ""}}}}}}}};
  const json same = {
      {"choice", {{"own", "mauve"}}},
      {"choices", {"red", "blue", {{"own", "mauve"}}}},
      {"order", {"blue", {{"own", "mauve"}}, "red"}},
      {"year", 2031},
      {"line", "one line"},
      {"lines", {"first", "second"}},
      {"text", "two\nlines"},
      {"often", 2.5},
      {"weight", 4},
      {"rows", {{{"id", "r1"}, {"name", "a"}, {"weight", 2}, {"colours", {"green"}}, {"colour", "red"}}}}};
  CHECK(read(form) == same);
}

TEST_CASE("a blank form says nothing at all") {
  const json form = {{"choice", {{"own", ""}}},
                     {"choices", json::array({""})},
                     {"order", {{"red", ""}, {"own", ""}, {"own_rank", ""}}},
                     {"year", ""},
                     {"line", "  "},
                     {"lines", "\r\n \r\n"},
                     {"text", ""},
                     {"often", " "},
                     {"weight", ""},
                     {"money", nullptr},
                     {"rows", {{"0", {{"name", ""}}}}}};
  CHECK(read(form) == json::object());
  CHECK(read(nullptr) == json::object());
  CHECK(read("") == json::object());
}

TEST_CASE("own words win over the button beside them, and the button alone says nothing") {
  CHECK(read({{"choice", {{"code", "red"}, {"own", "mauve"}}}}) == json{{"choice", {{"own", "mauve"}}}});
  CHECK(read({{"choice", {{"code", "red"}, {"own", " "}}}}) == json{{"choice", "red"}});
  CHECK(read({{"choice", {{"code", "own"}, {"own", ""}}}}) == json::object());
  CHECK(read({{"choice", {{"code", "own"}, {"own", "mauve"}}}}) == json{{"choice", {{"own", "mauve"}}}});
}

TEST_CASE("several choices stand in the order of the list, whatever order they were ticked in") {
  CHECK(read({{"choices", {{{"own", "mauve"}}, "blue", "red", "blue", {{"own", "mauve"}}}}})["choices"] ==
        json{"red", "blue", {{"own", "mauve"}}});
  CHECK(read({{"choices", "green"}})["choices"] == json::array({"green"}));
}

TEST_CASE("equal numbers in a ranking keep the order of the list, and an own entry without a number comes last") {
  CHECK(read({{"order", {{"blue", "1"}, {"red", "1"}}}})["order"] == json{"red", "blue"});
  CHECK(read({{"order", {{"blue", "7"}, {"red", "9"}, {"own", "mauve"}}}})["order"] ==
        json{"blue", "red", {{"own", "mauve"}}});
  CHECK(read({{"order", {{"blue", 2}, {"own", "mauve"}, {"own_rank", 1}}}})["order"] ==
        json{{{"own", "mauve"}}, "blue"});
  CHECK(read({{"order", {{"blue", "2"}, {"own", {"mauve", "teal"}}, {"own_rank", {"3", "1"}}}}})["order"] ==
        json{{{"own", "teal"}}, "blue", {{"own", "mauve"}}});
}

TEST_CASE("an option named twice in an order is a flaw at the second place") {
  CHECK(flaw({{"order", {"red", "blue", "red"}}}) == Flaw{"/order/2", "flaw.chosen_twice", {{"given", "red"}}});
}

TEST_CASE("a choice, a facet and a column nobody knows are refused where they stand") {
  CHECK(flaw({{"choice", "mauve"}}) == Flaw{"/choice", "flaw.unknown_choice", {{"given", "mauve"}}});
  CHECK(flaw({{"choices", {"red", "mauve"}}}) == Flaw{"/choices/1", "flaw.unknown_choice", {{"given", "mauve"}}});
  CHECK(flaw({{"order", {{"mauve", "1"}}}}) == Flaw{"/order/mauve", "flaw.unknown_choice", {{"given", "mauve"}}});
  CHECK(flaw({{"a/b~c", "x"}}) == Flaw{"/a~1b~0c", "flaw.unknown_member", {{"member", "a/b~c"}}});
  CHECK(flaw({{"rows", {{{"name", "a"}, {"size", "3"}}}}}) ==
        Flaw{"/rows/0/size", "flaw.unknown_member", {{"member", "size"}}});
  CHECK(flaw({{"choice", {{"own", "x"}, {"label", "y"}}}}).pointer == "/choice/label");
}

TEST_CASE("numbers outside their bounds are refused, the bounds themselves are not") {
  CHECK(read({{"weight", "1"}})["weight"] == 1);
  CHECK(read({{"weight", 5}})["weight"] == 5);
  CHECK(flaw({{"weight", 0}}) == Flaw{"/weight", "flaw.number_below", {{"least", "1"}}});
  CHECK(flaw({{"weight", "6"}}) == Flaw{"/weight", "flaw.number_above", {{"most", "5"}}});
  CHECK(flaw({{"money", "99999999999"}}) == Flaw{"/money", "flaw.number_above", {{"most", "10000000000"}}});
  CHECK(flaw({{"weight", "2,5"}}) == Flaw{"/weight", "flaw.number_not_whole", {}});
}

TEST_CASE("a number is read as people write it on either side of Europe") {
  CHECK(read({{"often", "2.5"}})["often"] == 2.5);
  CHECK(read({{"often", "2,5"}})["often"] == 2.5);
  CHECK(read({{"often", ",5"}})["often"] == 0.5);
  CHECK(read({{"often", "1.250"}})["often"] == 1.25);
  CHECK(read({{"money", "180000"}})["money"] == 180000);
  CHECK(read({{"money", "180.000"}})["money"] == 180000);
  CHECK(read({{"money", "180,000"}})["money"] == 180000);
  CHECK(read({{"money", "1.250.000 €"}})["money"] == 1250000);
  CHECK(read({{"money", "1,250,000.00"}})["money"] == 1250000);
  CHECK(read({{"money", "180\u202f000"}})["money"] == 180000);
}

TEST_CASE("a whole number is stored as one, however it was written") {
  CHECK(read({{"often", 3.0}})["often"].is_number_integer());
  CHECK(read({{"often", "3.0"}}) == read({{"often", 3}}));
}

TEST_CASE("what is no number is refused") {
  for (const auto& given : {json("many"), json("1e3"), json("1.2.3"), json("12,34,56"), json("nan"), json("inf"),
                            json("-"), json(true), json::array({2}), json("3 or 4")}) {
    CAPTURE(given.dump());
    CHECK(flaw({{"often", given}}) == Flaw{"/often", "flaw.not_a_number", {}});
  }
}

TEST_CASE("a year is a whole number of our time") {
  CHECK(read({{"year", "1979"}})["year"] == 1979);
  CHECK(flaw({{"year", "79"}}) == Flaw{"/year", "flaw.year_out_of_range", {{"least", "1000"}, {"most", "2200"}}});
  CHECK(flaw({{"year", "around 1980"}}) == Flaw{"/year", "flaw.not_a_year", {}});
  CHECK(flaw({{"year", 1979.5}}).key == "flaw.not_a_year");
}

TEST_CASE("a text up to its limit is kept, counted in characters, and one more is refused") {
  std::string longest;
  for (int i = 0; i < 500; ++i) longest += "ñ";
  CHECK(read({{"line", longest}})["line"] == longest);
  CHECK(flaw({{"line", longest + "ñ"}}) == Flaw{"/line", "flaw.too_long", {{"limit", "500"}, {"given", "501"}}});
  CHECK(read({{"text", std::string(5000, 'x')}}).contains("text"));
  CHECK(flaw({{"text", std::string(5001, 'x')}}).args.at("limit") == "5000");
  CHECK(flaw({{"choice", {{"own", std::string(201, 'x')}}}}) ==
        Flaw{"/choice/own", "flaw.too_long", {{"limit", "200"}, {"given", "201"}}});
}

TEST_CASE("a line break in a text of one line becomes a blank") {
  CHECK(read({{"line", "one\r\n two"}})["line"] == "one two");
}

TEST_CASE("bullets in front of lines are the typist's, not the text's") {
  CHECK(read({{"lines", "- first\n• second\n-5 degrees\n- \n"}})["lines"] == json{"first", "second", "-5 degrees"});
}

TEST_CASE("too many lines and too long a line are refused") {
  std::string forty;
  for (int i = 0; i < 40; ++i) forty += "x\n";
  CHECK(read({{"lines", forty}})["lines"].size() == 40);
  CHECK(flaw({{"lines", forty + "x"}}) == Flaw{"/lines", "flaw.too_many_lines", {{"limit", "40"}, {"given", "41"}}});
  CHECK(flaw({{"lines", "short\n" + std::string(501, 'x')}}) ==
        Flaw{"/lines", "flaw.line_too_long", {{"line", "2"}, {"limit", "500"}, {"given", "501"}}});
  CHECK(flaw({{"lines", {"short", std::string(501, 'x')}}}).pointer == "/lines/1");
}

TEST_CASE("rows come in the order of their numbers, as a list or as a form's fields") {
  const json form = {{"rows", {{"10", {{"name", "c"}}}, {"2", {{"name", "b"}}}, {"0", {{"name", "a"}}}}}};
  CHECK(read(form) == read({{"rows", {{{"name", "a"}}, {{"name", "b"}}, {{"name", "c"}}}}}));
}

TEST_CASE("a row keeps its id, a new one has none, and one that was emptied is gone") {
  const json rows = read(
      {{"rows", {{{"id", "r1"}, {"name", ""}}, {{"id", "r2"}, {"name", "b"}}, {{"id", ""}, {"name", "c"}}}}})["rows"];
  CHECK(rows == json{{{"id", "r2"}, {"name", "b"}}, {{"name", "c"}}});
}

TEST_CASE("too many rows, a row twice and what is no row are refused") {
  const json four = json::array({{{"name", "a"}}, {{"name", "b"}}, {{"name", "c"}}, {{"name", "d"}}});
  CHECK(flaw({{"rows", four}}) == Flaw{"/rows", "flaw.too_many_rows", {{"limit", "3"}, {"given", "4"}}});
  CHECK(flaw({{"rows", {{{"id", "r1"}, {"name", "a"}}, {{"id", "r1"}, {"name", "b"}}}}}) ==
        Flaw{"/rows/1/id", "flaw.same_row_twice", {}});
  CHECK(flaw({{"rows", {{{"id", "../x"}, {"name", "a"}}}}}) == Flaw{"/rows/0/id", "flaw.not_an_id", {}});
  CHECK(flaw({{"rows", json::array({"a"})}}) == Flaw{"/rows/0", "flaw.not_an_object", {}});
  CHECK(flaw({{"rows", "a"}}) == Flaw{"/rows", "flaw.not_a_list", {}});
  CHECK(flaw({{"rows", {{"first", {{"name", "a"}}}}}}).key == "flaw.not_a_list");
}

TEST_CASE("blank rows do not count towards the most there may be") {
  CHECK(read({{"rows",
               {{{"name", ""}}, {{"name", "a"}}, {{"name", ""}}, {{"name", "b"}}, nullptr, {{"name", "c"}}}}})["rows"]
            .size() == 3);
}

TEST_CASE("values of the wrong kind are each refused where they stand") {
  CHECK(flaw({{"line", 7}}) == Flaw{"/line", "flaw.not_a_text", {}});
  CHECK(flaw({{"lines", 7}}) == Flaw{"/lines", "flaw.not_a_list", {}});
  CHECK(flaw({{"lines", {"a", 7}}}) == Flaw{"/lines/1", "flaw.not_a_text", {}});
  CHECK(flaw({{"choice", 7}}) == Flaw{"/choice", "flaw.not_a_text", {}});
  CHECK(flaw({{"choices", {7}}}) == Flaw{"/choices/0", "flaw.not_a_text", {}});
  CHECK(flaw({{"order", "red"}}) == Flaw{"/order", "flaw.not_a_list", {}});
  CHECK(flaw({{"order", {{"red", "first"}}}}) == Flaw{"/order/red", "flaw.not_a_number", {}});
  CHECK(flaw(json::array()) == Flaw{"", "flaw.not_an_object", {}});
}

TEST_CASE("all flaws are told, in the order of the page, and nothing is half accepted") {
  const auto all = flaws({{"weight", "9"}, {"choice", "mauve"}, {"year", "soon"}, {"line", "fine"}});
  REQUIRE(all.size() == 3);
  CHECK(all[0].pointer == "/choice");
  CHECK(all[1].pointer == "/year");
  CHECK(all[2].pointer == "/weight");
}

}  // namespace
}  // namespace trivium::framework

// A form's names and values, before anything is known of what they should hold.
#include "shape/form.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

namespace trivium::shape {
namespace {

Json form(std::string_view body) {
  auto read = from_form(body);
  REQUIRE(read.flaws.empty());
  return read.fields;
}

std::string refused(std::string_view body) {
  const auto read = from_form(body);
  return read.flaws.empty() ? "" : read.flaws.front().pointer + " " + read.flaws.front().key;
}

}  // namespace

TEST_CASE("names and values become members") {
  CHECK(form("city=Lund&round=2") == Json{{"city", "Lund"}, {"round", "2"}});
}

TEST_CASE("plus and %-escapes are decoded in names and in values") {
  CHECK(form("my+city=San+Sebasti%C3%A1n%2B") == Json{{"my city", "San Sebastián+"}});
  CHECK(form("%63ity=L%75nd") == Json{{"city", "Lund"}});
}

TEST_CASE("an escaped separator separates nothing") { CHECK(form("a=1%262%3D3") == Json{{"a", "1&2=3"}}); }

TEST_CASE("a value may hold equals signs, or be missing") {
  CHECK(form("a=b=c") == Json{{"a", "b=c"}});
  CHECK(form("a") == Json{{"a", ""}});
  CHECK(form("a=") == Json{{"a", ""}});
  CHECK(form("&&a=1&&") == Json{{"a", "1"}});
  CHECK(form("") == Json::object());
}

TEST_CASE("a nested name goes into its place") {
  CHECK(form("facets/demands/0/text=roads&facets/demands/1/text=rooms") ==
        Json::parse(R"({"facets": {"demands": {"0": {"text": "roads"}, "1": {"text": "rooms"}}}})"));
}

TEST_CASE("a dash adds to a list, in the order of the form") {
  CHECK(form("reach/-=local&reach/-=national") == Json::parse(R"({"reach": ["local", "national"]})"));
  CHECK(form("rows/-/text=a&rows/-/text=b") == Json::parse(R"({"rows": [{"text": "a"}, {"text": "b"}]})"));
}

TEST_CASE("names that contradict each other are refused by name") {
  CHECK(refused("a=1&a=2") == "/a flaw.contradictory_field");
  CHECK(refused("a=1&a/b=2") == "/a/b flaw.contradictory_field");
  CHECK(refused("a/b=1&a=2") == "/a flaw.contradictory_field");
  CHECK(refused("a/-=1&a/b=2") == "/a/b flaw.contradictory_field");
  CHECK(refused("a/b=1&a/-=2") == "/a/- flaw.contradictory_field");
  CHECK(refused("-=1") == "/- flaw.contradictory_field");
}

TEST_CASE("a name may have 16 steps and not 17") {
  std::string name = "a";
  for (int step = 1; step < 16; ++step) name += "/a";
  CHECK(refused(name + "=1") == "");
  CHECK(refused(name + "/a=1") == "/" + name + "/a flaw.contradictory_field");
}

TEST_CASE("5,000 fields are read and 5,001 are not") {
  std::string body;
  for (int i = 0; i < 5'000; ++i) body += fmt::format("f{}=1&", i);
  CHECK(form(body).size() == 5'000);
  CHECK(refused(body + "one_more=1") == " flaw.too_many_fields");
}

TEST_CASE("a broken escape is refused") {
  CHECK(refused("a=%") == "/a flaw.not_utf8");
  CHECK(refused("a=%4") == "/a flaw.not_utf8");
  CHECK(refused("a=%zz") == "/a flaw.not_utf8");
  CHECK(refused("%G1=a") == " flaw.not_utf8");
}

TEST_CASE("letters that are not UTF-8 are refused, in names too") {
  CHECK(refused("a=caf%E9") == "/a flaw.not_utf8");
  CHECK(refused("caf%E9=a") == " flaw.not_utf8");
  CHECK(refused("a=\xFF") == "/a flaw.not_utf8");
}

TEST_CASE("a NUL is refused, in names too") {
  CHECK(refused("a=x%00y") == "/a flaw.nul");
  CHECK(refused("%00=x").ends_with("flaw.nul"));
}

TEST_CASE("what could be read is kept beside what could not") {
  const auto read = from_form("city=Lund&name=caf%E9&note=x%00y&round=2");
  CHECK(read.fields == Json{{"city", "Lund"}, {"name", "caf\xEF\xBF\xBD"}, {"note", "xy"}, {"round", "2"}});
  CHECK(read.flaws.size() == 2);
}

TEST_CASE("escapes are decoded in both cases") {
  CHECK(unescaped("%c3%A9") == "é");
  CHECK(unescaped("a%2Fb") == "a/b");
  CHECK_FALSE(unescaped("a%2").has_value());
}

TEST_CASE("any text comes through a query as it is, and brings no field of its own") {
  for (const std::string text : {"", "d1", "a b+c", "x&to_row=y#z", "100 %25", "señal «1»", "\"<script>\"", "日本"}) {
    CAPTURE(text);
    CHECK(unescaped(escaped(text)) == text);
    CHECK(from_form("row=" + escaped(text)).fields == Json{{"row", text}});
  }
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  CHECK(unescaped(escaped(every)) == every);
  CHECK(escaped("0198-a_b.c~D") == "0198-a_b.c~D");
}

}  // namespace trivium::shape

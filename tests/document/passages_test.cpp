#include "document/passages.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace trivium::document {
namespace {

using Lines = std::vector<std::string>;

std::vector<int> depths(std::string_view text) {
  std::vector<int> all;
  for (const Passage& passage : passages(text)) all.push_back(passage.depth);
  return all;
}

TEST_CASE("an empty line separates paragraphs") {
  const auto found = passages("First.\n\n\n  Second.\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].lines == Lines{"First."});
  CHECK(found[1].lines == Lines{"Second."});
}

TEST_CASE("a single line end stays inside the paragraph") {
  const auto found = passages("One\ntwo\r\nthree\rfour");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lines == Lines{"One", "two", "three", "four"});
}

TEST_CASE("lines with a mark are bullets and lose it") {
  const auto found = passages("Firms:\n- Bosch\n* Siemens\n• Küka AG");
  REQUIRE(found.size() == 4);
  CHECK(depths("Firms:\n- Bosch\n* Siemens\n• Küka AG") == std::vector{0, 1, 1, 1});
  CHECK(found[3].lines == Lines{"Küka AG"});
}

TEST_CASE("an indented bullet belongs to the one above it") {
  CHECK(depths("- a\n  - b\n  - c\n    - d\n- e") == std::vector{1, 2, 2, 3, 1});
  CHECK(depths("- a\n\t- b") == std::vector{1, 2});
}

TEST_CASE("bullets go four deep and no deeper") {
  CHECK(depths("- a\n  - b\n    - c\n      - d\n        - e\n- f") == std::vector{1, 2, 3, 4, 4, 1});
}

TEST_CASE("an indented line goes on with its bullet, a line at the margin begins a paragraph") {
  const auto found = passages("- a long\n  bullet\nA paragraph");
  REQUIRE(found.size() == 2);
  CHECK(found[0].lines == Lines{"a long", "bullet"});
  CHECK(found[1].depth == 0);
}

TEST_CASE("a dash without a blank, alone, or inside a line is no bullet") {
  CHECK(depths("-5 % since 2019\n\n-\n\nspin - off") == std::vector{0, 0, 0});
}

TEST_CASE("nothing but blanks gives no passage") {
  CHECK(passages("").empty());
  CHECK(passages(" \n\t\n \r\n").empty());
}

TEST_CASE("control characters and non-characters go, line ends of any kind stay") {
  CHECK(printable(std::string_view{"a\0b\x01\x1b[31mc\x7f", 10}) == "ab[31mc");
  CHECK(printable("a\x0b"
                  "b\x0c"
                  "c\xC2\x85"
                  "d\xE2\x80\xA8"
                  "e") == "a\nb\nc\nd\ne");
  CHECK(printable("x\xEF\xBF\xBE\xEF\xBF\xBFy\xC2\x9Dz") == "xyz");
}

TEST_CASE("bytes that are not UTF-8 become the replacement character, one each") {
  CHECK(printable("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(printable("\xC3") == "\xEF\xBF\xBD");
  CHECK(printable("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");                  // a slash, too long
  CHECK(printable("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // half a pair
  CHECK(printable("\xF4\x90\x80\x80").size() == 12);                           // beyond the last character
}

TEST_CASE("letters of every plane stay as they are") {
  const std::string text = "åäö ñ ç € “” 中 😀🚀";
  CHECK(printable(text) == text);
}

}  // namespace
}  // namespace trivium::document

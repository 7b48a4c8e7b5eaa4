#include "shape/text.hpp"

#include <doctest/doctest.h>

namespace trivium::shape {

TEST_CASE("a beginning ends at a line or after so many characters, and says that it goes on") {
  CHECK(beginning("short", 5) == "short");
  CHECK(beginning("longer", 5) == "longe…");
  CHECK(beginning("\n one\ntwo", 10) == "one…");
  CHECK(beginning("ñandú y más", 5) == "ñandú…");
  CHECK(beginning("one two three", 9) == "one two…");
  CHECK(beginning("one two three", 7) == "one two…");
  CHECK(beginning("a verylongword", 8) == "a verylo…");
  CHECK(beginning("", 5) == "");
}

TEST_CASE("characters are counted as a person counts them, not in bytes") {
  CHECK(characters("") == 0);
  CHECK(characters("Lund") == 4);
  CHECK(characters("Umeå") == 4);
  CHECK(characters("日本") == 2);
  CHECK(characters("😀") == 1);
}

TEST_CASE("the ends of every length of UTF-8 are characters") {
  for (const std::string text : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                 "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(characters(text) == 1);
  }
}

TEST_CASE("bytes that are not UTF-8 are no characters") {
  for (const std::string text :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2x", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "fine\xE9"}) {
    CAPTURE(text.size());
    CHECK_FALSE(characters(text).has_value());
  }
}

TEST_CASE("blanks go from both ends and stay between") {
  CHECK(trimmed(" \t a b \r\n") == "a b");
  CHECK(trimmed("   ") == "");
  CHECK(trimmed("") == "");
}

TEST_CASE("words are counted as a person counts them") {
  CHECK(words("") == 0);
  CHECK(words(" \n\t") == 0);
  CHECK(words("one") == 1);
  CHECK(words("- Ask the firms first.\n- R&D, in 2 years") == 8);
  CHECK(words("señales – Łódź … Ελλάδα") == 3);
}

TEST_CASE("line ends become one kind") {
  CHECK(with_plain_line_ends("a\r\nb\rc\nd") == "a\nb\nc\nd");
  CHECK(with_plain_line_ends("a\r\n\r\nb\r") == "a\n\nb\n");
  CHECK(with_plain_line_ends("\r\r\n") == "\n\n");
}

}  // namespace trivium::shape

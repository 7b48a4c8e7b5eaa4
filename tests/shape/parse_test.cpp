// Documents from outside, before anything is known of what they should hold.
#include "shape/json.hpp"

#include <doctest/doctest.h>

namespace trivium::shape {
namespace {

std::string refused_with(std::string_view text) {
  const auto parsed = parse(text);
  return parsed ? "" : parsed.error().front().key;
}

std::string nested(int depth, const std::string& inside = {}) {
  const auto times = static_cast<std::size_t>(depth);
  return std::string(times, '[') + inside + std::string(times, ']');
}

}  // namespace

TEST_CASE("a document is read as it stands") {
  const auto parsed = parse(R"({"name": "Donostia", "firms": 120})");
  REQUIRE(parsed.has_value());
  CHECK(*parsed == Json{{"name", "Donostia"}, {"firms", 120}});
}

TEST_CASE("text that breaks off is refused with the place") {
  const auto parsed = parse(R"({"name": "Don)");
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error() == Flaws{{"", "flaw.broken_json", {{"byte", "14"}}}});
}

TEST_CASE("an empty body is no document") { CHECK(refused_with("") == "flaw.broken_json"); }

TEST_CASE("something after the document breaks it") { CHECK(refused_with("{} {}") == "flaw.broken_json"); }

TEST_CASE("a NUL in a document is refused, written out or escaped, in values and in names") {
  CHECK(refused_with(std::string_view{"{\"a\": \"\0\"}", 10}) == "flaw.nul");
  CHECK(refused_with(R"({"a": "x\u0000y"})") == "flaw.nul");
  CHECK(refused_with(R"({"facets": {"leaders": ["x\u0000y"]}})") == "flaw.nul");
  CHECK(refused_with(R"({"x\u0000y": 1})") == "flaw.nul");
}

TEST_CASE("letters that are not UTF-8 are refused") {
  CHECK(refused_with("\"Donosti\xE1\"") == "flaw.not_utf8");
  CHECK(refused_with("\"\xC0\xAF\"") == "flaw.not_utf8");      // a slash written too long
  CHECK(refused_with("\"\xED\xA0\x80\"") == "flaw.not_utf8");  // half of a pair
}

TEST_CASE("half of a surrogate pair is refused") { CHECK(refused_with(R"("\ud83d")") == "flaw.broken_json"); }

TEST_CASE("a document may be nested 64 deep and not 65") {
  CHECK(refused_with(nested(64)) == "");
  CHECK(refused_with(nested(64, "1")) == "");
  CHECK(refused_with(nested(65)) == "flaw.nested_too_deep");
  CHECK(refused_with(nested(65, "1")) == "flaw.nested_too_deep");
  CHECK(refused_with(nested(64, "{}")) == "flaw.nested_too_deep");
}

TEST_CASE("a hundred thousand brackets are refused and not fatal") {
  CHECK(refused_with(nested(100'000)) == "flaw.nested_too_deep");
  CHECK(refused_with(std::string(100'000, '[')) != "");
}

TEST_CASE("a number that no computer holds is refused") { CHECK(refused_with("1e999") == "flaw.number_too_large"); }

}  // namespace trivium::shape

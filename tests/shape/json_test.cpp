// Reading a record: strict, everything wrong at once, each with its place.
#include "shape/json.hpp"
#include "shape/visit.hpp"

#include <doctest/doctest.h>

namespace trivium::shape {

TEST_CASE("a whole record is read") {
  const auto visit = read<Visit>(good_visit());
  REQUIRE(visit.has_value());
  CHECK(visit->firm == "Bakery");
  CHECK(visit->cents == 1250);
  CHECK(visit->weather == Weather::wet);
  CHECK(visit->photo.bytes == std::string{"\0\xFF", 2});
  CHECK(visit->companions == std::vector<Companion>{{"Ane", 40}});
  CHECK(visit->host == Companion{"Rosa", std::nullopt});
}

TEST_CASE("optional members may be absent or null") {
  Json given = good_visit();
  given.erase("remark");
  given["forecast"] = nullptr;
  const auto visit = read<Visit>(given);
  REQUIRE(visit.has_value());
  CHECK_FALSE(visit->remark.has_value());
  CHECK_FALSE(visit->forecast.has_value());
}

TEST_CASE("any other member must be there") {
  for (const std::string member : {"id", "firm", "people", "cents", "hours", "repeated", "weather", "on", "noted_at",
                                   "photo", "extra", "topics", "companions"}) {
    CAPTURE(member);
    CHECK(wrong_with(visit_without(member)) == Wrong{"/" + member + " flaw.missing"});
  }
}

TEST_CASE("null is not absence where something must be there") {
  CHECK(wrong_with(visit_with("firm", nullptr)) == Wrong{"/firm flaw.not_a_text"});
  CHECK(wrong_with(visit_with("people", nullptr)) == Wrong{"/people flaw.not_a_number"});
}

TEST_CASE("a member nobody described is refused by name") {
  const auto visit = read<Visit>(visit_with("colour", "red"));
  REQUIRE_FALSE(visit.has_value());
  CHECK(visit.error() == Flaws{{"/colour", "flaw.unknown_member", {{"member", "colour"}}}});
}

TEST_CASE("slash and tilde in an unknown name are escaped in its pointer") {
  CHECK(wrong_with(visit_with("a/b~c", 1)) == Wrong{"/a~1b~0c flaw.unknown_member"});
}

TEST_CASE("a record must be an object") {
  CHECK(wrong_with(Json::array()) == Wrong{" flaw.not_an_object"});
  CHECK(wrong_with("Bakery") == Wrong{" flaw.not_an_object"});
  CHECK(wrong_with(visit_with("host", "Rosa")) == Wrong{"/host flaw.not_an_object"});
}

TEST_CASE("every kind says what it is not") {
  CHECK(wrong_with(visit_with("firm", 5)) == Wrong{"/firm flaw.not_a_text"});
  CHECK(wrong_with(visit_with("people", "3")) == Wrong{"/people flaw.not_a_number"});
  CHECK(wrong_with(visit_with("people", 2.5)) == Wrong{"/people flaw.not_a_number"});
  CHECK(wrong_with(visit_with("hours", "1.5")) == Wrong{"/hours flaw.not_a_number"});
  CHECK(wrong_with(visit_with("repeated", "yes")) == Wrong{"/repeated flaw.not_yes_or_no"});
  CHECK(wrong_with(visit_with("repeated", 1)) == Wrong{"/repeated flaw.not_yes_or_no"});
  CHECK(wrong_with(visit_with("weather", "cold")) == Wrong{"/weather flaw.unknown_choice"});
  CHECK(wrong_with(visit_with("weather", 0)) == Wrong{"/weather flaw.not_a_text"});
  CHECK(wrong_with(visit_with("on", "20.9.2026")) == Wrong{"/on flaw.not_a_date"});
  CHECK(wrong_with(visit_with("on", 20260920)) == Wrong{"/on flaw.not_a_text"});
  CHECK(wrong_with(visit_with("noted_at", "2026-09-20")) == Wrong{"/noted_at flaw.not_a_date"});
  CHECK(wrong_with(visit_with("id", "7")) == Wrong{"/id flaw.not_an_id"});
  CHECK(wrong_with(visit_with("photo", "no base64")) == Wrong{"/photo flaw.not_a_file"});
  CHECK(wrong_with(visit_with("photo", 7)) == Wrong{"/photo flaw.not_a_file"});
  CHECK(wrong_with(visit_with("topics", "flour")) == Wrong{"/topics flaw.not_a_list"});
  CHECK(wrong_with(visit_with("topics", Json::object())) == Wrong{"/topics flaw.not_a_list"});
}

TEST_CASE("an unknown choice is named") {
  const auto visit = read<Visit>(visit_with("weather", "cold"));
  REQUIRE_FALSE(visit.has_value());
  CHECK(visit.error() == Flaws{{"/weather", "flaw.unknown_choice", {{"given", "cold"}}}});
}

TEST_CASE("what is wrong inside lists and records has its place") {
  CHECK(wrong_with(visit_with("topics", {"flour", 5})) == Wrong{"/topics/1 flaw.not_a_text"});
  CHECK(wrong_with(visit_with("companions", Json::parse(R"([{"name": "Ane"}, {"name": 5, "shoes": 2}])"))) ==
        Wrong{"/companions/1/name flaw.not_a_text", "/companions/1/shoes flaw.unknown_member"});
  CHECK(wrong_with(visit_with("host", Json::object())) == Wrong{"/host/name flaw.missing"});
}

TEST_CASE("everything that is wrong is said at once") {
  Json given = good_visit();
  given.erase("firm");
  given["people"] = "many";
  given["colour"] = "red";
  CHECK(wrong_with(given) == Wrong{"/firm flaw.missing", "/people flaw.not_a_number", "/colour flaw.unknown_member"});
}

TEST_CASE("a whole number beyond its kind is too large") {
  CHECK(wrong_with(visit_with("people", 2'147'483'647)) == Wrong{});
  CHECK(wrong_with(visit_with("people", -2'147'483'648LL)) == Wrong{});
  CHECK(wrong_with(visit_with("people", 2'147'483'648LL)) == Wrong{"/people flaw.number_too_large"});
  CHECK(wrong_with(visit_with("people", -2'147'483'649LL)) == Wrong{"/people flaw.number_too_large"});
  CHECK(wrong_with(visit_with("cents", 9'223'372'036'854'775'807ULL)) == Wrong{});
  CHECK(wrong_with(visit_with("cents", 9'223'372'036'854'775'808ULL)) == Wrong{"/cents flaw.number_too_large"});
  CHECK(wrong_with(visit_with("people", 18'446'744'073'709'551'615ULL)) == Wrong{"/people flaw.number_too_large"});
}

TEST_CASE("a text may have 20,000 characters and not one more, however many bytes they take") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "ñ";
  CHECK(wrong_with(visit_with("firm", text)) == Wrong{});
  const auto visit = read<Visit>(visit_with("firm", text + "x"));
  REQUIRE_FALSE(visit.has_value());
  CHECK(visit.error() == Flaws{{"/firm", "flaw.too_long", {{"limit", "20000"}, {"given", "20001"}}}});
}

TEST_CASE("a text with NUL or broken letters is refused where it stands") {
  CHECK(wrong_with(visit_with("firm", std::string{"a\0b", 3})) == Wrong{"/firm flaw.nul"});
  CHECK(wrong_with(visit_with("remark", "caf\xE9")) == Wrong{"/remark flaw.not_utf8"});
}

TEST_CASE("JSON keeps the line ends it came with") {
  const auto visit = read<Visit>(visit_with("firm", "two\r\nlines"));
  REQUIRE(visit.has_value());
  CHECK(visit->firm == "two\r\nlines");
}

TEST_CASE("a record is written with every member, absent ones as null") {
  auto visit = read<Visit>(good_visit()).value();
  CHECK(to_json(visit) == good_visit());
  visit.remark.reset();
  CHECK(to_json(visit)["remark"].is_null());
}

TEST_CASE("an enumeration is written with its word and read from nothing else") {
  CHECK(name_of(Weather::wet) == "wet");
  CHECK(named<Weather>("wet") == Weather::wet);
  CHECK_FALSE(named<Weather>("Wet").has_value());
  CHECK_FALSE(named<Weather>("").has_value());
}

}  // namespace trivium::shape

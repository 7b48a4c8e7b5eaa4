// The same record out of a form, where everything is a text and what is blank is not there.
#include "shape/form.hpp"
#include "shape/visit.hpp"

#include <doctest/doctest.h>

namespace trivium::shape {
namespace {

struct Typed {
  std::optional<int> people;
  std::optional<double> hours;
  std::optional<Date> on;
  std::optional<Weather> weather;
  bool agreed;
  std::vector<std::string> topics;
  std::vector<Companion> companions;
  std::optional<std::string> remark;
};
TRIVIUM_SHAPE(Typed, people, hours, on, weather, agreed, topics, companions, remark)

std::expected<Typed, Flaws> typed(std::string_view body) {
  auto form = from_form(body);
  REQUIRE(form.flaws.empty());
  return read<Typed>(form.fields, Wire::form);
}

Wrong wrong_in(std::string_view body) {
  Wrong found;
  const auto read = typed(body);
  if (read) return found;
  for (const auto& flaw : read.error()) found.push_back(flaw.pointer + " " + flaw.key);
  return found;
}

}  // namespace

TEST_CASE("numbers are read as people type them") {
  CHECK(typed("people=12")->people == 12);
  CHECK(typed("people=+12+")->people == 12);  // blanks around it
  CHECK(typed("hours=2.5")->hours == 2.5);
  CHECK(typed("hours=2,5")->hours == 2.5);
  CHECK(typed("hours=-1")->hours == -1.0);
}

TEST_CASE("what is no number is said") {
  CHECK(wrong_in("people=many") == Wrong{"/people flaw.not_a_number"});
  CHECK(wrong_in("people=12x") == Wrong{"/people flaw.not_a_number"});
  CHECK(wrong_in("people=2.5") == Wrong{"/people flaw.not_a_number"});
  CHECK(wrong_in("people=2147483648") == Wrong{"/people flaw.not_a_number"});
  CHECK(wrong_in("hours=1.250,5") == Wrong{"/hours flaw.not_a_number"});
  CHECK(wrong_in("hours=1e999") == Wrong{"/hours flaw.not_a_number"});
}

TEST_CASE("not-a-number and infinity are no numbers") {
  for (const std::string words : {"nan", "NaN", "inf", "-inf", "infinity"}) {
    CAPTURE(words);
    CHECK(wrong_in("hours=" + words) == Wrong{"/hours flaw.not_a_number"});
  }
}

TEST_CASE("an empty field is absent") {
  const auto read = typed("people=&hours=&on=&weather=&topics=&remark=");
  REQUIRE(read.has_value());
  CHECK_FALSE(read->people.has_value());
  CHECK_FALSE(read->on.has_value());
  CHECK_FALSE(read->weather.has_value());
  CHECK(read->topics.empty());
  CHECK_FALSE(read->remark.has_value());
}

TEST_CASE("a box that is not ticked is not sent and means no") {
  CHECK_FALSE(typed("people=1")->agreed);
  CHECK_FALSE(typed("agreed=")->agreed);
  CHECK(typed("agreed=on")->agreed);
}

TEST_CASE("one entry is a list of one") { CHECK(typed("topics=flour")->topics == std::vector<std::string>{"flour"}); }

TEST_CASE("entries left blank are left out of a list") {
  CHECK(typed("topics/-=flour&topics/-=&topics/-=salt")->topics == std::vector<std::string>{"flour", "salt"});
}

TEST_CASE("numbered rows become a list in the order of their numbers") {
  const auto read = typed(
      "companions/0/name=a&companions/1/name=b&companions/2/name=c&companions/3/name=d&companions/4/name=e&"
      "companions/5/name=f&companions/6/name=g&companions/7/name=h&companions/8/name=i&companions/9/name=j&"
      "companions/10/name=k");
  REQUIRE(read.has_value());
  std::string names;
  for (const auto& companion : read->companions) names += companion.name;
  CHECK(names == "abcdefghijk");
}

TEST_CASE("what is wrong in a row of a form has its place") {
  CHECK(wrong_in("companions/0/name=Ane&companions/0/age=old") == Wrong{"/companions/0/age flaw.not_a_number"});
}

TEST_CASE("a form's unknown field is refused as JSON's is") {
  CHECK(wrong_in("colour=red") == Wrong{"/colour flaw.unknown_member"});
}

TEST_CASE("line ends of every browser become one") {
  CHECK(typed("remark=one%0D%0Atwo%0Dthree%0Afour")->remark == "one\ntwo\nthree\nfour");
}

TEST_CASE("a line end counts as one character, however the browser writes it") {
  const std::string nearly(19'999, 'x');
  CHECK(wrong_in("remark=" + nearly + "%0D%0A") == Wrong{});
  const auto read = typed("remark=" + nearly + "x%0D%0A");
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error() == Flaws{{"/remark", "flaw.too_long", {{"limit", "20000"}, {"given", "20001"}}}});
}

}  // namespace trivium::shape

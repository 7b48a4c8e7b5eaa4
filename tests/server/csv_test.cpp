// CSV as a spreadsheet opens it.
#include "server/csv.hpp"

#include <doctest/doctest.h>

namespace trivium::server {
namespace {

using shape::Json;

const std::string kBom = "\xEF\xBB\xBF";

// The one cell of a list of one text.
std::string cell(const std::string& text) {
  const auto made = csv(Json::array({Json{{"a", text}}}));
  const std::string head = kBom + "a\r\n";
  REQUIRE(made.starts_with(head));
  return made.substr(head.size(), made.size() - head.size() - 2);
}

}  // namespace

TEST_CASE("columns come in the order of the record, lines end as the standard says") {
  CHECK(csv(Json::parse(R"([{"a": "x", "b": 2}, {"a": null, "b": true}])")) == kBom + "a,b\r\nx,2\r\n,true\r\n");
  CHECK(csv(Json::array()) == kBom + "\r\n");
}

TEST_CASE("what would break a line is quoted, quotes are doubled") {
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("a;b") == "\"a;b\"");
  CHECK(cell("say \"yes\"") == "\"say \"\"yes\"\"\"");
  CHECK(cell("one\ntwo") == "\"one\ntwo\"");
  CHECK(cell("Ñandú €") == "Ñandú €");
}

TEST_CASE("a text that a spreadsheet would calculate stays a text") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+34 943") == "'+34 943");
  CHECK(cell("-5") == "'-5");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("\n=1+1") == "\"'\n=1+1\"");
  CHECK(cell("＝1+1") == "'＝1+1");
  CHECK(csv(Json::array({Json{{"a", -5}}})) == kBom + "a\r\n-5\r\n");  // a number is a number
}

TEST_CASE("a list of texts is one cell") {
  CHECK(csv(Json::parse(R"([{"a": ["x", "y"]}])")) == kBom + "a\r\n\"x; y\"\r\n");
}

}  // namespace trivium::server

#include "app/roff.hpp"

#include <doctest/doctest.h>

using trivium::app::roff;
using trivium::app::roff_argument;

TEST_CASE("a sign that begins a command of roff stands there as a sign") {
  CHECK(roff(".csv, .json or .parquet") == "\\&.csv, .json or .parquet");
  CHECK(roff("one\n.two\n'three") == "one\n\\&.two\n\\(aqthree");
  CHECK(roff("'") == "\\(aq");
  CHECK(roff("C:\\n") == "C:\\en");
  CHECK(roff("") == "");
}

TEST_CASE("what is copied from the page is what has to be typed: hyphens and quotation marks are not made finer") {
  CHECK(roff("--thousands \"'\"") == "\\-\\-thousands \\(dq\\(aq\\(dq");
  CHECK(roff("`a^b~") == "\\(gaa\\(hab\\(ti");
}

TEST_CASE("letters beyond those of every terminal are named by their number, however many bytes they have") {
  CHECK(roff("Moran’s") == "Moran\\[u2019]s");
  CHECK(roff("año") == "a\\[u00F1]o");
  CHECK(roff("😀.") == "\\[u1F600].");
}

TEST_CASE("an argument is one, also with blanks and quotation marks in it") {
  CHECK(roff_argument(" FILE") == "\" FILE\"");
  CHECK(roff_argument("say \"so\"") == "\"say \\(dqso\\(dq\"");
}

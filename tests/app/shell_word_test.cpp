#include "app/shell_word.hpp"

#include <doctest/doctest.h>

using trivium::app::shell_word;

TEST_CASE("a word is quoted where a shell would read something into it, and stays as it is otherwise") {
  CHECK(shell_word("c") == "c");
  CHECK(shell_word("employment.region=West") == "employment.region=West");
  CHECK(shell_word("region=") == "region=");
  CHECK(shell_word("region=South West") == "'region=South West'");
  CHECK(shell_word("region=L'Hospitalet $x") == R"('region=L'\''Hospitalet $x')");
  CHECK(shell_word("*") == "'*'");
  CHECK(shell_word("'") == R"("'")");
  CHECK(shell_word("") == "''");
}

TEST_CASE("a point at the end of a word is not left to be taken for the sentence's") {
  CHECK(shell_word(".") == "'.'");
  CHECK(shell_word("n.d.") == "'n.d.'");
}

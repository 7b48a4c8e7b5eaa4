#include "app/lines.hpp"

#include <doctest/doctest.h>

using namespace trivium;

TEST_CASE("lines are broken at blanks and counted in letters, however many bytes these have") {
  CHECK(app::lines("años y años después", 11) == std::vector<std::string>{"años y años", "después"});
  CHECK(app::lines("años y años después", 10) == std::vector<std::string>{"años y", "años", "después"});
  CHECK(app::lines("a longword b", 3) == std::vector<std::string>{"a", "longword", "b"});
  CHECK(app::lines("", 3) == std::vector<std::string>{""});
}

TEST_CASE("what names mean stands in one column beside them, also where it takes several lines") {
  const std::string word(70, 'x');
  CHECK(app::terms({{"of", "one"}, {"share", word + " two"}}) == "  of     one\n  share  " + word + "\n         two\n");
}

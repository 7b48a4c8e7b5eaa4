#include "analysis/settings.hpp"

#include <doctest/doctest.h>

using namespace trivium;
using analysis::Parameter;
using analysis::Settings;
using Takes = Parameter::Takes;

namespace {

const std::vector<Parameter> kParameters{
    {.name = "threshold", .takes = Takes::number, .usual = "0.25", .bounds = {-1, 1}},
    {.name = "digits", .takes = Takes::whole, .usual = "", .bounds = {1, 8}},
    {.name = "ways", .takes = Takes::choice, .usual = "both", .choices = {"both", "each"}},
};

std::string key(const std::map<std::string, std::string>& typed) {
  const auto read = Settings::read(kParameters, typed);
  REQUIRE_FALSE(read);
  REQUIRE(read.error().size() == 1);
  return read.error()[0].pointer + " " + read.error()[0].key;
}

}  // namespace

TEST_CASE("what is not said is as usual, and what has no usual value is not set") {
  const auto read = Settings::read(kParameters, {});
  REQUIRE(read);
  CHECK(read->number("threshold") == 0.25);
  CHECK_FALSE(read->whole("digits"));
  CHECK(read->choice("ways") == "both");
  CHECK(read->said() == std::map<std::string, std::string>{{"threshold", "0.25"}, {"ways", "both"}});
}

TEST_CASE("a setting that cannot be meant is refused at its name, with what would do") {
  CHECK(key({{"threshold", "1.5"}}) == "/threshold flaw.not_a_number_between");
  CHECK(key({{"threshold", "half"}}) == "/threshold flaw.not_a_number_between");
  CHECK(key({{"threshold", "nan"}}) == "/threshold flaw.not_a_number_between");
  CHECK(key({{"digits", "2.5"}}) == "/digits flaw.not_a_whole_between");
  CHECK(key({{"digits", "0"}}) == "/digits flaw.not_a_whole_between");
  CHECK(key({{"ways", "neither"}}) == "/ways flaw.not_one_of");
  CHECK(key({{"treshold", "0.5"}}) == "/treshold flaw.unknown_setting");
}

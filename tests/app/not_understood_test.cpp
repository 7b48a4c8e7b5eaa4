// What was typed is never what is suggested in its place.
#include "app/not_understood.hpp"

#include "app/house_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace trivium;

namespace {

std::vector<std::string> said(std::vector<std::string> line) {
  CLI::App program{"", "trivium"};
  program.allow_extras();  // which commands added later do too
  program.set_version_flag("--version", "1");
  std::string language;
  auto* measure = program.add_subcommand("measure");
  measure->add_option("--language", language);
  measure->add_subcommand("gravity")->add_option("--language", language);
  std::ranges::reverse(line);  // as CLI11 takes them
  program.parse(std::move(line));
  return app::not_understood(program, house_words(), "en");
}

}  // namespace

TEST_CASE("an option that stands before its command is said to belong behind it") {
  CHECK(said({"--language", "es", "measure", "gravity"}) ==
        std::vector<std::string>{"--language belongs directly behind “trivium measure gravity”. Nothing was done."});
  CHECK(said({"--language=es", "measure"}) ==
        std::vector<std::string>{"--language belongs directly behind “trivium measure”. Nothing was done."});
}

TEST_CASE("an option of the program behind a command is said to belong to the program") {
  CHECK(said({"measure", "gravity", "--version"}) ==
        std::vector<std::string>{"--version belongs directly behind “trivium”. Nothing was done."});
}

TEST_CASE("a slip in an option is still told what may be meant") {
  CHECK(said({"--langage", "es", "measure", "gravity"}) ==
        std::vector<std::string>{"There is no --langage. Did you mean --language? Nothing was done."});
}

#include "check/docs.hpp"

#include "check/markdown.hpp"
#include "check/small_tree.hpp"

#include <doctest/doctest.h>

namespace trivium::check {
namespace {

constexpr const char* kRooms =
    "# House\n\n| room | what | uses |\n| --- | --- | --- |\n| `ground/` | stones | |\n| `roof/` | tiles | ground |\n";

Told told_of(const SmallTree& tree, const std::string& readme) {
  tree.write("ARCHITECTURE.md", kRooms);
  tree.write("README.md", readme);
  return told(docs(tree.checkout(), {"serve", "check"}));
}

}  // namespace

TEST_CASE("a link that leads nowhere is named with its line") {
  const SmallTree tree;
  tree.write("docs/hosting.md", "# Where it lies\n");
  CHECK(
      told_of(tree, "[one](docs/hosting.md)\n[two](docs/hosting.md#where-it-lies)\n[three](https://example.org/x)\n") ==
      Told{});
  CHECK(told_of(tree, "[one](docs/hosting.md)\n\nsee [there](docs/gone.md) and [here](docs/hosting.md#when)\n") ==
        Told{"README.md:3: the link docs/gone.md leads nowhere", "README.md:3: docs/hosting.md has no heading #when"});
}

TEST_CASE("a command of the program that does not exist is named, in text and in blocks") {
  const SmallTree tree;
  CHECK(told_of(tree, "Start it with `trivium serve --port 1`, or see `trivium --help`.\n") == Told{});
  CHECK(told_of(tree, "Try `trivium fly`.\n\n    build/release/src/trivium swim --far\n") ==
        Told{"README.md:1: trivium has no command fly", "README.md:3: trivium has no command swim"});
}

TEST_CASE("the word trivium in running text is no command") {
  const SmallTree tree;
  CHECK(told_of(tree, "trivium flies.\n") == Told{});
}

TEST_CASE("a script or a file that is named has to be there") {
  const SmallTree tree;
  tree.write("script/server", "#!/bin/sh\n");
  CHECK(
      told_of(
          tree,
          "```\nscript/server --port 1\n```\n`roof/tile.hpp`, `src/ground/`, `tests/<room>/x_test.cpp`, `and/or`\n") ==
      Told{});
  CHECK(told_of(tree, "```\nscript/fly now\n```\n`roof/slate.hpp` and `src/attic/`\n") ==
        Told{"README.md:4: there is no roof/slate.hpp", "README.md:4: there is no src/attic/",
             "README.md:2: there is no script/fly"});
}

TEST_CASE("the table of rooms names the rooms there are, and what they use") {
  const SmallTree tree;
  tree.write("ARCHITECTURE.md", "| `ground/` | stones | |\n| `attic/` | boxes | |\n");
  CHECK(told(docs(tree.checkout(), {})) == Told{"ARCHITECTURE.md:2: there is no attic/",
                                                "ARCHITECTURE.md:2: there is no room attic",
                                                "ARCHITECTURE.md:0: the table of rooms does not name roof"});
  tree.write("ARCHITECTURE.md", "| `ground/` | stones | roof |\n| `roof/` | tiles | everything below |\n");
  CHECK(told(docs(tree.checkout(), {})) ==
        Told{"ARCHITECTURE.md:1: ground uses no other room, by its row in src/CMakeLists.txt"});
}

TEST_CASE("code inside a list item or after a paragraph is told from indented text") {
  const auto read = markdown({"text", "    still text", "", "    code `x`", "- item", "", "  more"});
  REQUIRE(read.code.size() == 1);
  CHECK(read.code[0].line == 4);
}

TEST_CASE("a heading is linked by its words in small letters, with hyphens") {
  CHECK(anchor("Who sees what?") == "who-sees-what");
  CHECK(anchor("`trivium check`: what holds") == "trivium-check-what-holds");
}

}  // namespace trivium::check

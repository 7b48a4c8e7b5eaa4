#include "check/layers.hpp"

#include "check/small_tree.hpp"

#include <doctest/doctest.h>

namespace trivium::check {

TEST_CASE("a tree whose arrows point down has nothing to put right") {
  const SmallTree tree;
  CHECK(told(layers(tree.checkout())) == Told{});
}

TEST_CASE("an include from a room above is named with file and line") {
  const SmallTree tree;
  tree.write("src/ground/cellar.cpp", "#include \"ground/stone.hpp\"\n\n#include \"roof/tile.hpp\"\n");
  CHECK(told(layers(tree.checkout())) ==
        Told{"src/ground/cellar.cpp:3: ground may not use roof: its row in src/CMakeLists.txt names no other room"});
}

TEST_CASE("a room that only comes along with another has to be named itself") {
  const SmallTree tree;
  tree.write("build/dev/rooms.json", R"({"ground": [], "roof": ["ground"], "flag": ["roof"]})");
  tree.write("src/flag/pole.hpp", "#include \"roof/tile.hpp\"\n#include \"ground/stone.hpp\"\n");
  CHECK(told(layers(tree.checkout())) ==
        Told{"src/flag/pole.hpp:2: flag may not use ground: its row in src/CMakeLists.txt names roof"});
}

TEST_CASE("an include says which room it comes from, and the file is there") {
  const SmallTree tree;
  tree.write("src/roof/a.cpp", "#include \"tile.hpp\"\n#  include \"roof/slate.hpp\"\n#include \"attic/box.hpp\"\n");
  CHECK(told(layers(tree.checkout())) == Told{"src/roof/a.cpp:1: \"tile.hpp\" names no room: write \"room/tile.hpp\"",
                                              "src/roof/a.cpp:2: there is no file src/roof/slate.hpp",
                                              "src/roof/a.cpp:3: there is no room attic"});
}

TEST_CASE("a folder of sources that no row names is no room") {
  const SmallTree tree;
  tree.write("src/attic/box.hpp", "#pragma once\n");
  CHECK(told(layers(tree.checkout())) ==
        Told{"src/attic/box.hpp:0: attic is no room: it has no row in src/CMakeLists.txt"});
}

TEST_CASE("without a configured build folder the layers cannot be checked") {
  const SmallTree tree;
  auto checkout = tree.checkout();
  checkout.build = checkout.root / "elsewhere";
  CHECK_THROWS_AS(layers(checkout), CannotCheck);
}

}  // namespace trivium::check

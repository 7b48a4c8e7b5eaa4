#include "check/format.hpp"

#include "check/small_tree.hpp"

#include <doctest/doctest.h>

namespace trivium::check {

TEST_CASE("a file that is laid out differently is named, with the first line that is") {
  const SmallTree tree;
  tree.write(".clang-format", "BasedOnStyle: Google\n");
  tree.write("src/ground/a.cpp", "int a() { return 1; }\n");
  tree.write("tests/ground/a_test.cpp", "int a();\n\nint b() {return a( );}\n");
  tree.write("src/roof/tile.hpp", "#pragma once\n");
  CHECK(told(format(tree.checkout())) ==
        Told{"tests/ground/a_test.cpp:3: layout differs from here on: run script/format"});
}

}  // namespace trivium::check

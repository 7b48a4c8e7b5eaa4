#include "check/headers.hpp"

#include "check/small_tree.hpp"

#include <doctest/doctest.h>

namespace trivium::check {
namespace {

// Both rooms have a source each, so that their flags are known.
void with_sources(const SmallTree& tree) {
  tree.write("src/ground/stone.cpp", "#include \"ground/stone.hpp\"\n");
  tree.write("src/roof/tile.cpp", "#include \"roof/tile.hpp\"\n");
  tree.compiled_by("build/dev", {"src/ground/stone.cpp", "src/roof/tile.cpp"});
}

}  // namespace

TEST_CASE("a header that leans on what was included before it is named") {
  const SmallTree tree;
  with_sources(tree);
  tree.write("src/roof/ridge.hpp", "#pragma once\nstruct Ridge { Tile left; };\n");
  const auto lines = told(headers(tree.checkout()));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("src/roof/ridge.hpp:0: does not compile alone: "));
  CHECK(lines[0].find("Tile") != std::string::npos);
}

TEST_CASE("a header without a guard is named: it is included twice") {
  const SmallTree tree;
  with_sources(tree);
  tree.write("src/ground/sand.hpp", "struct Sand {};\n");
  const auto lines = told(headers(tree.checkout()));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("redefinition") != std::string::npos);
}

TEST_CASE("a header is compiled again only when it or a header below it has changed") {
  const SmallTree tree;
  with_sources(tree);
  CHECK(headers(tree.checkout()).looked_at == "2 headers, 0 of them unchanged since they last held");
  CHECK(headers(tree.checkout()).looked_at == "2 headers, 2 of them unchanged since they last held");
  tree.write("src/roof/tile.hpp", "#pragma once\n#include \"ground/stone.hpp\"\nstruct Tile {};\n");
  CHECK(headers(tree.checkout()).looked_at == "2 headers, 1 of them unchanged since they last held");
  tree.write("src/ground/stone.hpp", "#pragma once\n");
  CHECK(headers(tree.checkout()).looked_at == "2 headers, 0 of them unchanged since they last held");
}

TEST_CASE("a header that did not hold is compiled again") {
  const SmallTree tree;
  with_sources(tree);
  tree.write("src/ground/stone.hpp", "#pragma once\nstruct Stone { Dust inside; };\n");
  const auto first = told(headers(tree.checkout()));
  CHECK(first.size() == 2);  // the stone, and the tile that lies on it
  CHECK(told(headers(tree.checkout())) == first);
}

}  // namespace trivium::check

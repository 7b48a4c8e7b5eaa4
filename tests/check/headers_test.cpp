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
  tree.write("src/ground/sand.hpp", "#pragma once\nstruct Sand {};\n");
  tree.write("src/roof/ridge.hpp", "#pragma once\n#include \"ground/sand.hpp\"\nstruct Ridge {};\n");
  const auto looked_at = [&] { return headers(tree.checkout()).looked_at; };
  CHECK(looked_at() == "4 headers, 2 shown by their sources, 0 unchanged since they last held");
  CHECK(looked_at() == "4 headers, 2 shown by their sources, 2 unchanged since they last held");
  tree.write("src/roof/ridge.hpp", "#pragma once\n#include \"ground/sand.hpp\"\nstruct Ridge { Sand on; };\n");
  CHECK(looked_at() == "4 headers, 2 shown by their sources, 1 unchanged since they last held");
  tree.write("src/ground/sand.hpp", "#pragma once\nstruct Sand { int grains = 1; };\n");
  CHECK(looked_at() == "4 headers, 2 shown by their sources, 0 unchanged since they last held");
}

TEST_CASE("a header that did not hold is compiled again") {
  const SmallTree tree;
  with_sources(tree);
  tree.write("src/ground/sand.hpp", "#pragma once\nstruct Sand { Dust inside; };\n");
  const auto first = told(headers(tree.checkout()));
  CHECK(first.size() == 1);
  CHECK(told(headers(tree.checkout())) == first);
}

TEST_CASE("a header is shown by its source only where that begins with it") {
  const SmallTree tree;
  tree.write("src/ground/stone.hpp", "#pragma once\nstruct Stone { Dust inside; };\n");
  tree.write("src/ground/stone.cpp", "#include \"ground/dust.hpp\"\n\n#include \"ground/stone.hpp\"\n");
  tree.write("src/ground/dust.hpp", "#pragma once\nstruct Dust {};\n");
  tree.write("src/roof/tile.cpp", "#include \"ground/dust.hpp\"\n\n#include \"roof/tile.hpp\"\n");
  tree.compiled_by("build/dev", {"src/ground/stone.cpp", "src/roof/tile.cpp"});
  const auto lines = told(headers(tree.checkout()));
  REQUIRE(lines.size() == 2);  // the stone, and the tile that lies on it
  CHECK(lines[0].starts_with("src/ground/stone.hpp:0: does not compile alone: "));
}

TEST_CASE("what held in one checkout is known in another that shares its memory") {
  const SmallTree first;
  const SmallTree second;
  for (const SmallTree* tree : {&first, &second}) {
    with_sources(*tree);
    tree->write("src/ground/sand.hpp", "#pragma once\nstruct Sand {};\n");
  }
  auto beside = second.checkout();
  beside.remembered = first.checkout().memory();
  CHECK(headers(first.checkout()).looked_at == "3 headers, 2 shown by their sources, 0 unchanged since they last held");
  CHECK(headers(beside).looked_at == "3 headers, 2 shown by their sources, 1 unchanged since they last held");
}

}  // namespace trivium::check

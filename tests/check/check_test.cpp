#include "check/check.hpp"

#include "check/program.hpp"
#include "check/small_tree.hpp"

#include <doctest/doctest.h>

#include <atomic>

namespace trivium::check {

TEST_CASE("the command ends with 0 where all holds, 1 where not, 2 where it cannot say") {
  const SmallTree tree;
  const auto checkout = tree.checkout();
  CHECK(run({.part = "layers", .root = checkout.root}) == 0);
  tree.write("src/ground/cellar.cpp", "#include \"roof/tile.hpp\"\n");
  CHECK(run({.part = "layers", .root = checkout.root}) == 1);
  CHECK(run({.part = "weather", .root = checkout.root}) == 2);
  CHECK(run({.part = "layers", .root = checkout.root / "nowhere"}) == 2);
  CHECK(run({.part = "layers", .root = checkout.root, .build = checkout.root / "nowhere"}) == 2);
}

TEST_CASE("what another program writes to either stream is kept, and how it ended") {
  const auto one = ended({"/bin/sh", "-c", "echo out; echo err >&2; exit 3"}, "/");
  CHECK(one.status == 3);
  CHECK(one.output == "out\nerr\n");
  CHECK_THROWS_AS(ended({"no-such-program-here"}, "/"), CannotCheck);
}

TEST_CASE("work on several threads does every part once, and what one throws is thrown on") {
  constexpr std::size_t kParts = 500;
  std::vector<std::atomic<int>> done(kParts);
  at_once(kParts, [&](std::size_t i) { ++done[i]; });
  for (const auto& times : done) CHECK(times == 1);
  CHECK_THROWS_AS(at_once(kParts,
                          [](std::size_t i) {
                            if (i == 7) throw CannotCheck{"seven"};
                          }),
                  CannotCheck);
}

}  // namespace trivium::check

#include "check/program.hpp"
#include "check/small_tree.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace trivium::check {
namespace {

// What configuring says, on one line: CMake breaks sentences where it likes.
std::string configured(const SmallTree& tree, const std::string& rows) {
  tree.write("CMakeLists.txt",
             std::string{"cmake_minimum_required(VERSION 3.25)\nproject(small LANGUAGES NONE)\ninclude("} +
                 TRIVIUM_SOURCE_DIR + "/cmake/Room.cmake)\n" + rows);
  std::istringstream words{
      ended({"cmake", "-G", "Ninja", "-S", ".", "-B", "build/small"}, tree.checkout().root).output};
  std::string line;
  for (std::string word; words >> word;) line += word + " ";
  return line;
}

}  // namespace

TEST_CASE("a room that names one from above stops configuring, with a sentence") {
  const SmallTree tree;
  const auto said = configured(tree, "trivium_room(ground USES roof)\ntrivium_room(roof)\n");
  CHECK(said.find("The room ground uses roof, which is not below it. Arrows point down only") != std::string::npos);
}

TEST_CASE("a room that names itself stops configuring too") {
  const SmallTree tree;
  CHECK(configured(tree, "trivium_room(ground USES ground)\n").find("uses ground, which is not below it") !=
        std::string::npos);
}

}  // namespace trivium::check
